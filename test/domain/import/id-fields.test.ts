import { expect, test } from 'vitest';
import type { ExportFormatId } from '@/domain/export/formats';
import type { SCHEMES } from '@/domain/identity/paper-key';
import type { ImportFormatId } from '@/domain/import/formats';
import { fileOf, libraryOf, read, viewsOf } from '../export/library';

/** An entry with one field beside its title, in each format. */
const ENTRY = {
  bibtex: (field, value) => `@misc{a, title = {Tides on small moons}, ${field} = {${value}}}`,
  ris: (field, value) => `TY  - JOUR\nTI  - Tides on small moons\n${field}  - ${value}\nER  - \n`,
  enw: (field, value) => `%0 Journal Article\n%T Tides on small moons\n${field} ${value}\n`,
  csl: (field, value) => JSON.stringify([{ title: 'Tides on small moons', [field]: value }]),
  csv: (field, value) => `Title,${field}\r\nTides on small moons,"${value}"\r\n`,
} satisfies Partial<Record<ImportFormatId, (field: string, value: string) => string>>;

/** The ids of the only paper of a file. */
async function idsIn(format: ImportFormatId, file: string): Promise<string[]> {
  const { library } = await read(format, file);
  return (library.papers[0]?.keys ?? []).filter((key) => !key.startsWith('title:'));
}

const PREPRINT = ['arxiv:2401.00001'];

test.each<[keyof typeof ENTRY, string, string, string[]]>([
  ['bibtex', 'journal', 'arXiv preprint arXiv:2401.00001', PREPRINT],
  ['bibtex', 'journal', 'CoRR abs/2401.00001', PREPRINT],
  ['bibtex', 'journal', '(arXiv:2401.00001)', PREPRINT],
  ['bibtex', 'journal', 'https://arxiv.org/abs/2401.00001v2', PREPRINT],
  ['bibtex', 'journal', 'https://doi.org/10.48550/arXiv.2401.00001', PREPRINT],
  ['bibtex', 'journal', '[arXiv preprint](https://arxiv.org/pdf/2401.00001)', PREPRINT],
  ['bibtex', 'journal', 'DOI: 10.1000/abc.1', ['doi:10.1000/abc.1']],
  ['bibtex', 'journal', 'https://doi.org/10.1000/abc.1', ['doi:10.1000/abc.1']],
  ['bibtex', 'journal', 'https://github.com/example/tides', []],
  ['bibtex', 'journal', 'Tides 12 (10.1000/abc.1)', []],
  ['bibtex', 'booktitle', 'https://arxiv.org/pdf/2401.00001', PREPRINT],
  ['bibtex', 'booktitle', 'https://doi.org/10.48550/arXiv.2401.00001', PREPRINT],
  ['bibtex', 'booktitle', 'https://doi.org/10.1145/3292500', []],
  ['bibtex', 'volume', 'abs/2401.00001', PREPRINT],
  ['bibtex', 'note', 'Extended version: arXiv:2401.00001 [cs.CL]', PREPRINT],
  ['bibtex', 'note', 'arXiv:2401.00001', PREPRINT],
  ['bibtex', 'note', 'arXiv preprint arXiv:2401.00001', PREPRINT],
  ['bibtex', 'note', '{arXiv}:2401.00001 [cs.CL]', PREPRINT],
  ['bibtex', 'note', String.raw`Available at \\url{https://arxiv.org/abs/2401.00001}`, PREPRINT],
  ['bibtex', 'note', String.raw`\url{https://doi.org/10.1000/A(02)5-0}`, ['doi:10.1000/a(02)5-0']],
  ['bibtex', 'note', 'PMID: 31234567', ['pmid:31234567']],
  ['bibtex', 'note', 'Comment on arXiv:2401.00001', []],
  ['bibtex', 'note', 'Extended version of arXiv:2401.00001', []],
  ['bibtex', 'note', 'Erratum: doi:10.1000/fm.9', []],
  ['bibtex', 'note', 'arXiv:2401.00001; arXiv:2401.00002', []],
  ['bibtex', 'note', 'Code and data: https://doi.org/10.5281/zenodo.1234567', []],
  ['bibtex', 'addendum', String.raw`See also \\url{https://doi.org/10.1000/fm.9}`, []],
  ['ris', 'U1', 'contradicts arXiv:2401.00001, must read', []],
  ['ris', 'U1', 'arXiv:2401.00001', PREPRINT],
  ['ris', 'C1', 'compare doi:10.1000/fm.9', []],
  ['ris', 'C2', 'PMC7654321', ['pmcid:7654321']],
  ['ris', 'N1', 'Builds on:\narXiv:2401.00001\nNice idea.', []],
  ['ris', 'N1', 'Export Date: 3 May 2021\nPMID: 31234567', ['pmid:31234567']],
  ['enw', '%Z', 'Builds on:\narXiv:2401.00001', []],
  ['enw', '%Z', 'arXiv:2401.00001', PREPRINT],
  ['csl', 'note', 'PMID: 31234567\nCitation Key: abc', ['pmid:31234567']],
  ['csl', 'note', 'collection-title: Tides\nvolume: 39\nDOI: 10.1000/abc.1', ['doi:10.1000/abc.1']],
  ['csl', 'note', 'Builds on:\narXiv:2401.00001', []],
  ['csv', 'Extra', 'Builds on:\narXiv:2401.00001\nNice', []],
  ['bibtex', 'booktitle', 'Proceedings of Tides, doi:10.1145/3292500', []],
  ['bibtex', 'series', 'Lecture Notes, 10.1007/978-3-030-1', []],
  ['bibtex', 'annotation', 'A reply to arXiv:2401.00001', []],
  ['ris', 'JO', 'arXiv e-prints, arXiv:2401.00001', PREPRINT],
  ['ris', 'JO', '(arXiv:2401.00001)', PREPRINT],
  ['ris', 'JF', 'http://arxiv.org/abs/2401.00001', PREPRINT],
  ['ris', 'JO', 'Proceedings of the arXiv:2401.00001 Society', []],
  ['ris', 'T2', 'Tides 2024. https://doi.org/10.1145/3292500', []],
  ['ris', 'N1', 'arXiv: 2401.00001 [cs.CL]', PREPRINT],
  ['ris', 'N1', 'PMID: 31234567; PMCID: PMC7654321', ['pmid:31234567', 'pmcid:7654321']],
  [
    'ris',
    'N1',
    'PubMed PMID: 31234567; PubMed Central PMCID: PMC7654321',
    ['pmid:31234567', 'pmcid:7654321'],
  ],
  ['ris', 'N1', 'Cryptology ePrint Archive, Report 2019/123', ['iacr:2019/123']],
  ['ris', 'N1', 'Number: arXiv:2401.00001', PREPRINT],
  ['ris', 'N1', 'Compare arXiv:2401.00001.', []],
  ['enw', '%J', 'arXiv preprint arXiv:2401.00001', PREPRINT],
  ['enw', '%J', '<arXiv:2401.00001>', PREPRINT],
  ['enw', '%J', 'Journal of the arXiv:2401.00001 Society', []],
  ['csl', 'container-title', 'arXiv preprint arXiv:2401.00001', PREPRINT],
  ['csl', 'container-title', 'https://arxiv.org/abs/2401.00001', PREPRINT],
  ['csl', 'container-title', 'Proceedings, 10.1145/3292500', []],
  ['csl', 'note', 'arXiv:2401.00001 [cs]', PREPRINT],
  ['csl', 'note', 'See arXiv:2401.00001 first.', []],
  ['csv', 'Extra', 'arXiv:2401.00001 [cs]', PREPRINT],
  ['csv', 'Extra', 'Read with arXiv:2401.00001', []],
])('%s: %s = %s', async (format, field, value, keys) => {
  expect(await idsIn(format, ENTRY[format](field, value))).toEqual(keys);
});

test.each([
  ['(arXiv:2401.00001)', undefined, undefined],
  ['https://arxiv.org/abs/2401.00001', undefined, undefined],
  ['DOI: 10.1000/abc.1', undefined, undefined],
  ['https://github.com/example/tides', undefined, 'https://github.com/example/tides'],
  [
    'Journal of Tides (https://tides.example)',
    'Journal of Tides (https://tides.example)',
    undefined,
  ],
])('a journal %s is the venue %s', async (journal, venue, code) => {
  const { library } = await read('bibtex', ENTRY.bibtex('journal', journal));
  const [{ facts, links } = { facts: {}, links: [] }] = library.papers;
  expect([facts?.venue?.value, facts?.code?.value]).toEqual([venue, code]);
  if (journal.startsWith('http')) expect(links).toEqual([journal]);
});

test.each([
  ['arXiv:2401.00001', ['arxiv:2401.00001']],
  ['Comment on arXiv:2401.00001', []],
  ['Erratum: doi:10.1000/b', []],
])('a remark %s in BibTeX, beside a DOI, adds %j', async (note, added) => {
  const entry = ENTRY.bibtex('note', note).replace('note', 'doi = {10.1000/a}, note');
  expect(await idsIn('bibtex', entry)).toEqual(expect.arrayContaining(['doi:10.1000/a', ...added]));
  expect(await idsIn('bibtex', entry)).toHaveLength(1 + added.length);
});

test('a venue of any length without an id is read in a moment', async () => {
  const long = 'arXiv '.repeat(100_000);
  expect(await idsIn('bibtex', ENTRY.bibtex('journal', long))).toEqual([]);
  expect(await idsIn('ris', ENTRY.ris('N1', '1['.repeat(300_000)))).toEqual([]);
});

const CITED = ['bibtex', 'ris', 'csl'] as const;
const FILES: (ExportFormatId & ImportFormatId)[] = [...CITED, 'csv'];

test.each(CITED)(
  '%s: an id within a note is not the paper’s when a file comes back',
  async (format) => {
    const made = { ids: { doi: '10.1000/a' }, note: 'Compare arXiv:2401.00001.' };
    const library = libraryOf([{ ...made, title: 'Tides on small moons' }]);
    expect(await idsIn(format, fileOf(format, library))).toEqual(['doi:10.1000/a']);
  },
);

test.each(CITED)(
  '%s: a paper that a note of ids mentions stays a paper of its own',
  async (format) => {
    const library = libraryOf([
      { ids: { doi: '10.1000/a' }, title: 'Tides on small moons', note: 'arXiv:2401.00001' },
      { ids: { arxiv: '2401.00001' }, title: 'A moon by itself' },
      { title: 'Moons without tides', note: 'Builds on:\narXiv:2401.00001' },
      { title: 'Moons with tides', note: 'arXiv:2401.00001' },
    ]);
    const { library: back } = await read(format, fileOf(format, library));
    expect(
      viewsOf(back)
        .map(({ title, note }) => `${title}: ${note}`)
        .toSorted(),
    ).toEqual(
      viewsOf(library)
        .map(({ title, note }) => `${title}: ${note}`)
        .toSorted(),
    );
  },
);

test.each<[keyof typeof ENTRY, string]>([
  ['bibtex', 'doi = {10.1000/a}, note'],
  ['bibtex', 'note'],
])('a paper is kept apart from the one that its entry mentions: %s', async (format, field) => {
  const { library } = await read(
    format,
    ENTRY[format](field, 'See also \\url{https://doi.org/10.1000/b}'),
  );
  expect(library.papers[0]?.links).not.toContain('https://doi.org/10.1000/b');
  expect(library.papers[0]?.keys).not.toContain('doi:10.1000/b');
});

/** Papers whose ids tell when they appeared, which nobody stated. */
const DATED = [
  { arxiv: '2401.00001' },
  { acl: '2023.acl-long.1', doi: '10.18653/v1/2023.acl-long.1' },
  { acl: 'P19-1001', doi: '10.18653/v1/P19-1001' },
  { acl: '2023.findings-acl.1' },
] satisfies { [Scheme in (typeof SCHEMES)[number]]?: string }[];

test.each(FILES)(
  '%s: a date that only an id tells is no stated one when a file comes back',
  async (format) => {
    const library = libraryOf(
      DATED.map((ids, at) => ({ ids, title: `Tides on small moons ${at}` })),
    );
    expect(viewsOf(library).every(({ year }) => year !== undefined)).toBe(true);
    const { library: back } = await read(format, fileOf(format, library));
    expect(back.papers.map(({ facts }) => facts?.published)).toEqual(DATED.map(() => undefined));
  },
);

const bib = (fields: string): string => `@article{a, title={Tides on small moons}, ${fields}}`;
const risOf = (...lines: string[]): string =>
  ['TY  - JOUR', 'TI  - Tides on small moons', ...lines, 'ER  - ', ''].join('\n');
const enwOf = (...lines: string[]): string =>
  ['%0 Journal Article', '%T Tides on small moons', ...lines, ''].join('\n');

test.each<[ImportFormatId, string, string[]]>([
  ['bibtex', bib('journal={arXiv}, pages={2401.00001}'), PREPRINT],
  ['bibtex', bib('journal={arXiv.org}, volume={cs.LG}, number={2401.00001}'), PREPRINT],
  ['bibtex', bib('institution={arXiv}, number={2401.00001}'), PREPRINT],
  ['bibtex', bib('journal={Tides}, number={2401.00001}'), []],
  ['bibtex', bib('eprint={2401.00001 [cs]}, archiveprefix={arXiv}'), PREPRINT],
  ['bibtex', bib('eprint={cs.LG/2401.00001}, archiveprefix={arXiv}'), PREPRINT],
  [
    'bibtex',
    bib('eprint={0101001}, eprinttype={arxiv}, eprintclass={hep-th}'),
    ['arxiv:hep-th/0101001'],
  ],
  [
    'bibtex',
    bib(String.raw`note={DOI: \href{https://doi.org/10.1000/s.1}{10.1000/s.1}}`),
    ['doi:10.1000/s.1'],
  ],
  ['bibtex', bib(String.raw`doi={10.1000/s\\_1}`), ['doi:10.1000/s_1']],
  ['bibtex', bib('type={Reply to 10.1000/s.1}'), []],
  ['bibtex', bib('type={doi:10.1000/s.1}'), ['doi:10.1000/s.1']],
  ['ris', risOf('M3  - Review of 10.1000/s.1'), []],
  ['ris', risOf('AN  - 35192980', 'DB  - Medline'), ['pmid:35192980']],
  ['ris', risOf('AN  - 35192980', 'DP  - NLM'), ['pmid:35192980']],
  ['ris', risOf('AN  - 35192980', 'DB  - CINAHL'), []],
  ['enw', enwOf('%M 35192980', '%~ PubMed'), ['pmid:35192980']],
  ['enw', enwOf('%M 35192980', '%~ Scopus'), []],
])('what fields say together: %s %j', async (format, file, keys) => {
  expect(await idsIn(format, file)).toEqual(keys);
});
