import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { statedBy } from '@/domain/identity/identify';
import { placeText } from '@/domain/text';
import { siteFor } from '@/sites';
import { paperPageFor } from '@/sites/papers/pages';
import { documentOf } from '../expect-entries';

const ABSTRACT =
  'We look at tidal flats for a year and find, against what was held before, that they move by night. ' +
  'The method needs no tuning, the data are given, and one of the results closes an open gap.';
const TITLE = 'Tidal Flats at Night: A Year of Slow Measurement';
const head = (...tags: [string, string][]): string =>
  tags.map(([name, content]) => `<meta name="${name}" content="${content}">`).join('');
const citation = head(
  ['citation_title', TITLE],
  ['citation_author', 'Author, Ann'],
  ['citation_author', 'Bo Builder'],
  ['citation_date', '2024/03/05'],
);

/** A page of each kind in its site's markup, with invented papers. */
const PAGES: [address: string, html: string, ids: Record<string, string>][] = [
  [
    'https://arxiv.org/abs/2403.01234v2',
    `<head>${citation}${head(['citation_arxiv_id', '2403.01234'])}</head><body><div id="abs">
    <h1 class="title mathjax"><span class="descriptor">Title:</span>${TITLE}</h1>
    <blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>${ABSTRACT}</blockquote></div></body>`,
    { arxiv: '2403.01234' },
  ],
  [
    'https://huggingface.co/papers/2403.01234',
    `<body><nav><h3>Daily papers</h3></nav><main><h1>${TITLE}</h1><div><h2>Abstract</h2><p>${ABSTRACT}</p></div></main></body>`,
    { arxiv: '2403.01234' },
  ],
  [
    'https://openreview.net/forum?id=aB3dE5fG7h',
    `<head>${citation}</head><body><main id="content"><div class="forum-note"><div class="forum-title"><h2>${TITLE}</h2></div>
    <div class="note-content"><div><strong class="note-content-field">Abstract:</strong>
    <span class="note-content-value">${ABSTRACT}</span></div></div></div></main></body>`,
    { openreview: 'aB3dE5fG7h' },
  ],
  [
    'https://aclanthology.org/2024.example-main.12/',
    `<head>${citation}${head(['citation_doi', '10.18653/v1/2024.example-main.12'])}</head><body><h2 id="title"><a href="x.pdf">${TITLE}</a></h2>
    <div class="card-body acl-abstract"><h5 class="card-title">Abstract</h5><span>${ABSTRACT}</span></div></body>`,
    { acl: '2024.example-main.12' },
  ],
  [
    'https://www.biorxiv.org/content/10.64898/2024.03.05.123456v1',
    `<head>${citation}${head(['citation_doi', '10.64898/2024.03.05.123456'], ['citation_abstract', `&lt;p&gt;${ABSTRACT}&lt;/p&gt;`])}</head>
    <body><h1 id="page-title">${TITLE}</h1><div class="section abstract" id="abstract-1"><h2>Abstract</h2><p id="p-2">${ABSTRACT}</p></div></body>`,
    { doi: '10.64898/2024.03.05.123456' },
  ],
  [
    'https://pubmed.ncbi.nlm.nih.gov/31234567/',
    `<head>${citation}${head(['citation_pmid', '31234567'])}</head><body><main><h1 class="heading-title">${TITLE}</h1>
    <div class="abstract" id="abstract"><h2>Abstract</h2><div class="abstract-content"><p>${ABSTRACT}</p></div></div></main></body>`,
    { pmid: '31234567' },
  ],
  [
    'https://proceedings.mlr.press/v202/author24a.html',
    `<head>${citation}</head><body><article><h1>${TITLE}</h1><h4>Abstract</h4><div id="abstract" class="abstract">${ABSTRACT}</div></article></body>`,
    { pmlr: 'v202/author24a' },
  ],
  [
    'https://openaccess.thecvf.com/content/CVPR2024/html/Author_Tidal_CVPR_2024_paper.html',
    `<head>${citation}</head><body><div id="papertitle">${TITLE}</div><div id="abstract">${ABSTRACT}</div></body>`,
    {},
  ],
  [
    'https://www.nature.com/articles/s41586-024-00001-1',
    `<head>${citation}${head(['citation_doi', '10.1038/s41586-024-00001-1'])}</head><body><h1 class="c-article-title">${TITLE}</h1>
    <section data-title="Abstract"><div class="c-article-section"><h2>Abstract</h2><div class="c-article-section__content"><p>${ABSTRACT}</p></div></div></section></body>`,
    { doi: '10.1038/s41586-024-00001-1' },
  ],
];

describe('the page of one paper', () => {
  it.each(PAGES)('%s', (address, html, ids) => {
    const url = new URL(address);
    expect(siteFor(url), 'no listing').toBeUndefined();
    const page = documentOf(html, address);
    const [entry, ...others] = paperPageFor(url)?.entries(page, url) ?? [];
    expect(others).toEqual([]);
    expect(entry?.title).toBe(TITLE);
    expect(entry?.abstract).toBe(ABSTRACT);
    expect(placeText(entry?.titlePlace ?? [])).toBe(TITLE);
    expect(placeText(entry?.abstractPlace ?? [])).toBe(ABSTRACT);
    expect(entry?.ids).toMatchObject(ids);
    if (html.includes('citation_author'))
      expect(entry?.authors).toEqual(['Ann Author', 'Bo Builder']);
  });

  it('states when, where and in which version the paper appeared', () => {
    const address = 'https://arxiv.org/abs/2403.01234v2';
    const stated = head(
      ['citation_journal_title', 'Annals of Tides'],
      ['citation_volume', '12'],
      ['citation_issue', '3'],
      ['citation_firstpage', '101'],
      ['citation_lastpage', '118'],
      ['citation_pdf_url', 'https://arxiv.org/pdf/2403.01234v2'],
    );
    const html = PAGES[0]?.[1].replace('<head>', `<head>${stated}`) ?? '';
    const url = new URL(address);
    const [entry] = paperPageFor(url)?.entries(documentOf(html, address), url) ?? [];
    expect(entry && statedBy(entry)).toMatchObject({
      published: '2024-03-05',
      venue: 'Annals of Tides',
      volume: '12',
      issue: '3',
      pages: '101–118',
      version: 'v2',
      pdf: 'https://arxiv.org/pdf/2403.01234v2',
    });
  });

  it('has nothing to show before its script has drawn it', () => {
    const url = new URL('https://openreview.net/forum?id=aB3dE5fG7h');
    const page = documentOf(
      `<head>${citation}</head><body><main id="content">Loading</main></body>`,
      url.href,
    );
    expect(paperPageFor(url)?.entries(page, url)).toEqual([]);
  });

  it('never throws on a torn page', () => {
    for (const [address, html] of PAGES)
      for (let phase = 0; phase < 3; phase += 1) {
        const [page, url] = [documentOf(html, address), new URL(address)];
        for (const [index, element] of [...page.querySelectorAll('*')].entries()) {
          if ((index + phase) % 6 === 0 && element.parentElement?.parentElement) element.remove();
          else if ((index + phase) % 6 === 1) element.removeAttribute('content');
        }
        for (const entry of paperPageFor(url)?.entries(page, url) ?? [])
          expect(entry.title).toMatch(/\S/);
      }
  });
});

it.each([
  'https://arxiv.org/pdf/2403.01234',
  'https://arxiv.org/list/cs.CL/new',
  'https://huggingface.co/papers/trending',
  'https://huggingface.co/papers/2403.01234/upvoters',
  'https://openreview.net/group?id=Example',
  'https://openreview.net/pdf?id=aB3dE5fG7h',
  'https://aclanthology.org/events/acl-2024/',
  'https://aclanthology.org/info/how-to/',
  'https://www.biorxiv.org/search/tides',
  'https://pubmed.ncbi.nlm.nih.gov/?term=tides',
  'https://proceedings.mlr.press/v202/',
  'https://www.semanticscholar.org/search?q=tides',
  'https://www.nature.com/nature/articles',
  'https://dl.acm.org/doi/proceedings/10.1145/1234567',
  'https://example.com/paper/1',
])('%s is no page of a paper', (address) => {
  expect(paperPageFor(new URL(address))).toBeUndefined();
});

/** Real saved pages of other people, read where they lie beside the project. */
const NEGATIVE = path.resolve(import.meta.dirname, '../../../../shared/data/pages/negative');

describe.skipIf(!existsSync(NEGATIVE))('real pages of one paper', () => {
  it.each([
    ['biorxiv-single-article.html', 'https://www.biorxiv.org/content/10.64898/2026.07.01.735904v1'],
    ['acl-single-paper.html', 'https://aclanthology.org/2021.naacl-main.208/'],
  ])('%s', (file, address) => {
    const html = readFileSync(path.join(NEGATIVE, file), 'utf8');
    const [page, url] = [documentOf(html, address), new URL(address)];
    const [entry] = paperPageFor(url)?.entries(page, url) ?? [];
    expect(entry?.title).toBe(
      page.querySelector('meta[name="citation_title"]')?.getAttribute('content'),
    );
    expect(entry?.abstract.length).toBeGreaterThan(300);
    expect(placeText(entry?.abstractPlace ?? [])).toBe(entry?.abstract);
    expect(entry?.abstract).not.toMatch(/^abstract/i);
  });
});
