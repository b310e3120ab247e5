import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { doi, keysOf, titleKey } from '@/domain/identity/paper-key';
import { detectFormat, type ImportFormatId } from '@/domain/import/formats';
import { readCollection } from '@/domain/import/read';
import { zoteroItem } from '@/domain/zotero/item';
import { parseQuery } from '@/domain/query/parse';
import { arxiv } from '@/sites/arxiv';
import { pubmed } from '@/sites/pubmed';
import { proxiedSiteFor } from '@/sites/proxy/proxied';
import { fileOf, NOW, viewsOf } from '../export/library';

/** Small files that other tools and people wrote in ways that came out wrong once. They lie beside the project. */
const CASES = path.resolve(import.meta.dirname, '../../../../shared/data/cases');

const textIn = (name: string): string => readFileSync(path.join(CASES, name), 'utf8');

async function imported(name: string, format?: ImportFormatId) {
  const text = textIn(name);
  const now = NOW + 365 * 86_400_000;
  const found = await readCollection(format ?? detectFormat(name, text), [text], { now });
  if (!found.ok) throw new Error(found.error.message);
  return { ...found.value, views: viewsOf(found.value.library) };
}

const entriesAt = (site: typeof arxiv, name: string, url: string) =>
  site.entries(new JSDOM(textIn(name), { url }).window.document, new URL(url));

describe.runIf(existsSync(CASES))('cases', () => {
  test('formulas go out as TeX and come back', async () => {
    const { library, views } = await imported('bibtex-export-math/input.csv');
    const file = fileOf('bibtex', library);
    expect(file).toContain(
      String.raw`title = {The {$\Sigma$} beam asymmetry and {$L_2$} norms of {$\mathcal{O}(n^2)$} sums at 50\% cost \& more}`,
    );
    expect(file).toContain('$O(n^{2})$');
    const back = await readCollection('bibtex', [file], { now: NOW });
    expect(back.ok && viewsOf(back.value.library).map(({ title }) => title)).toEqual(
      views.map(({ title }) => title),
    );
  });

  test('formulas of BibTeX stay formulas', async () => {
    const { views } = await imported('bibtex-math-title/input.bib');
    expect(views.map(({ title }) => title).toSorted()).toEqual(
      [
        String.raw`Measurement of $t\bar{t}$ production at $\sqrt{s}=13$ TeV in made-up data`,
        String.raw`Limits on $\Lambda$CDM from 10$^{5}$ K gas at $z\sim3$: H$\alpha$ made up`,
        String.raw`Test 100 $\mu$J, 200 $\mu$J, $\pm$0.1% and $\mathcal{O}(n \log n)$, $H_2O$`,
        String.raw`Arity $\le\omega$ and space quad, space semi`,
      ].toSorted(),
    );
    expect(views.flatMap(({ keys }) => keys)).toContain(
      titleKey(
        String.raw`Measurement of $t\bar{t}$ production at $\sqrt{s}=13$ TeV in made-up data`,
      ),
    );
  });

  test('a column of DOIs, however they are written', async () => {
    const { views } = await imported('csv-doi-column/input.csv');
    expect(views.map(({ ids }) => ids['doi'])).toEqual(
      ['1', '2', '3', '4'].map((at) => `10.1000/as.${at}`),
    );
  });

  test('DOIs that BibTeX has escaped', async () => {
    const { library, views } = await imported('dblp-escaped-doi/input.bib');
    expect(views.map(({ ids }) => ids['doi'])).toEqual([
      '10.1007/978-3-030-01234-2_1',
      '10.1007/978-3-030-58452-8_13',
    ]);
    expect(views[1]?.authors).toEqual(['Ada Example', 'Bo Sample']);
    expect(views[1]?.links).toEqual(['https://doi.org/10.1007/978-3-030-58452-8_13']);
    expect(fileOf('csl', library)).toContain('"DOI": "10.1007/978-3-030-58452-8_13"');
  });

  test('the names of files and pages are no titles', async () => {
    const { views } = await imported('longer-title-wins/hypothesis.json');
    expect(views.map(({ title, keys }) => [title, keys])).toEqual([
      [
        'Sparse routing on small made-up graphs',
        ['arxiv:2401.00001', 'title:sparse routing on small made up graphs'],
      ],
    ]);
  });

  test.each(['csl.json', 'input.bib', 'zotero.ris'])('markup in titles: %s', async (name) => {
    const { views } = await imported(`markup-in-title/${name}`);
    expect(views.map(({ title, abstract, keys }) => [title, abstract, keys])).toEqual([
      [
        'Growth of E. coli in CO₂ & made-up media: what is known?',
        'A text.',
        ['title:growth of e coli in co2 made up media what is known'],
      ],
    ]);
  });

  test('a status that another tool has keeps the paper', async () => {
    const { views } = await imported('notion-status/input.csv');
    expect(views.map(({ status }) => status)).toEqual(['saved', 'read', 'saved']);
  });

  test('versions of a preprint are one paper', () => {
    const lines = textIn('preprint-versions/input.txt').trim().split('\n');
    expect(new Set(lines.map((line) => doi(line))).size).toBe(5);
  });

  test('addresses behind a proxy', async () => {
    const { views } = await imported('proxied-addresses/input.txt');
    expect(views.flatMap(({ keys }) => keys).toSorted()).toEqual([
      'arxiv:2401.00011',
      'doi:10.1000/abc',
      'doi:10.1038/s41586-020-0001-1',
      'doi:10.1145/3292500.3330701',
      'ieee:9000001',
    ]);
    const scholar = 'https://scholar-google-com.ezproxy.example.edu/scholar?q=x';
    expect(proxiedSiteFor(new URL(scholar))?.id).toBe('google-scholar');
  });

  test('names of PubMed', async () => {
    const { library } = await imported('pubmed-names/input.csv');
    expect(fileOf('bibtex', library)).toContain(
      "author = {Senio, A. W. and van der Berg, C. and O'Example, Jr, J. P.}",
    );
    expect(fileOf('ris', library)).toContain('AU  - Senio, A. W.\r\nAU  - van der Berg, C.\r\n');
    expect(JSON.parse(fileOf('csl', library))[0].author).toEqual([
      { family: 'Senio', given: 'A. W.' },
      { family: 'van der Berg', given: 'C.' },
      { family: "O'Example", given: 'J. P.', suffix: 'Jr' },
    ]);
    const [paper] = library.papers;
    const item = zoteroItem({
      ...paper!,
      facts: {},
      tags: [],
      note: { text: '', revision: '' },
    } as never);
    expect(item.creators[0]).toMatchObject({ firstName: 'A. W.', lastName: 'Senio' });
    const listed = entriesAt(
      pubmed,
      'pubmed-names/list.html',
      'https://pubmed.ncbi.nlm.nih.gov/?term=x',
    );
    expect(listed[0]?.authors).toHaveLength(4);
    expect(listed[0]?.authors[3]).toBe('Made-Up Study Group');
  });

  test('PubMed’s file', async () => {
    const { views, rejected } = await imported('pubmed-nbib/citations.nbib');
    expect(rejected).toEqual([]);
    expect(views.map(({ keys }) => keys.filter((key) => !key.startsWith('title')))).toEqual([
      ['doi:10.1000/s41586-019-1923-7', 'pmid:31942072'],
      ['pmid:25163760'],
    ]);
    expect(views[0]).toMatchObject({
      title:
        'Improved made-up prediction using potentials, with a long title that goes on on a second line',
      authors: ['Andrew W Senio'],
      abstract: 'Prediction can be used for shapes that nobody has seen. RESULTS: fine.',
    });
  });

  test('notes in HTML, and notes of databases', async () => {
    const { views } = await imported('ris-note-html/input.ris');
    const notes = Object.fromEntries(views.map(({ title, note }) => [title, note]));
    expect(notes['A paper with a note from Zotero']).toBe(
      'Compare with **ours** & theirs\n\n- one',
    );
    expect(notes['A paper with what databases put into notes']).toBe('');
  });

  test.each([
    ['https://arxiv.org/abs/2001.00001v2', 'arxiv:2001.00001'],
    ['https://arxiv.org/pdf/2001.00001', 'arxiv:2001.00001'],
    ['arXiv:2001.00001v2', 'arxiv:2001.00001'],
    ['https://doi.org/10.1007/JHEP01(2019)001', 'doi:10.1007/jhep01(2019)001'],
  ])('a pasted address is the paper’s id: %s', async (text, key) => {
    const { views } = await imported('search-by-address/library.bib');
    expect(views.flatMap(({ keys }) => keys)).toContain(key);
    const parsed = parseQuery(text);
    expect(parsed.ok && parsed.query).toEqual({
      is: 'words',
      field: 'id',
      text: key,
      isQuoted: true,
    });
  });

  test('a translation beside the text is none of it', () => {
    const listed = entriesAt(
      arxiv,
      'translated-page/input.html',
      'https://arxiv.org/list/me.AS/new',
    );
    expect(listed.map(({ title, abstract }) => [title, abstract])).toEqual([
      ['Sparse routing on small made-up graphs', 'We route sparsely.'],
      ['Lattice codes that nobody needs', 'Nobody does.'],
    ]);
    expect(keysOf(listed[0]!.ids, listed[0]!.title)[0]).toBe('arxiv:2401.00001');
  });
});
