import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExportFormatId } from '@/domain/export/formats';
import type { ExportPaper } from '@/domain/export/paper';
import type { Collection } from '@/domain/import/collection';
import type { ForeignPaper } from '@/domain/import/foreign';
import type { ImportFormatId } from '@/domain/import/formats';
import { STATUSES } from '@/domain/paper';
import { collapse } from '@/domain/text';
import { text as anyText } from '../arbitrary';
import { fileOf, libraryOf, read, viewsOf } from './library';

async function readBack(format: ImportFormatId, file: string): Promise<Collection> {
  const { library, rejected } = await read(format, file);
  expect(rejected).toEqual([]);
  return library;
}

/** What means something to one of the formats, and what must come through them all. */
const sign = fc.constantFrom(
  ...`'' \`\` -- --- !\` ?\` ,, << >> ~ \\ \\\\ { } {} $ & # ^ _ % " "" ; ;; | , = @ : [[ ]] ' - + * < > / <b> &amp; \\n \\emph{x} \\'e fi`.split(
    ' ',
  ),
  'ﬁ 1½ é 两行 𝕏 👩‍🔬',
  'and',
  'ER  - ',
  'x  y',
  ' ',
);
const signs = fc.array(sign, { maxLength: 6 }).map((parts) => parts.join(''));
const text = fc.oneof(
  anyText,
  signs,
  fc.array(signs, { maxLength: 4 }).map((lines) => lines.join('\n')),
);
const some = text.map(collapse).filter((value) => /[\p{L}\p{N}]/u.test(value));
const day = fc.integer({ min: 20_000, max: 20_400 }).map((days) => days * 86_400_000);

const paper = (index: number): fc.Arbitrary<ForeignPaper> =>
  fc.record({
    title: some.map((title) => `Paper ${index}: ${title}`),
    authors: fc.uniqueArray(
      fc.constantFrom(
        'Ann Author',
        'Béla Őri',
        'Cor van der Berg',
        '王小明',
        'Max O’Neil; Jr.',
        'Rock and Roll Consortium',
        'Anne-Marie d’Or-Blanc',
        'X = {Y} & Z_1',
      ),
      {
        maxLength: 3,
      },
    ),
    abstract: text.map(collapse),
    ids: fc.constantFrom<Record<string, string>[]>(
      { arxiv: `2401.0000${index}` },
      { doi: `10.1000/a_b${index}%x` },
      { openreview: `aBcDeF${index}` },
      { arxiv: `2401.0000${index}`, doi: `10.1000/a${index}` },
      { acl: `2023.acl-long.${index}`, doi: `10.18653/v1/2023.acl-long.${index}` },
      { pmid: `123${index}` },
    ),
    status: fc.constantFrom(...STATUSES),
    keys: fc.subarray([`arxiv:2402.0000${index}`, `doi:10.1000/twin${index}`]),
    tags: fc.uniqueArray(
      fc.constantFrom('moons', 'to read', 'c++', 'ünï', 'a, b', 'x; y', '=1', '"q"', 'a_b & {c}'),
      { maxLength: 2 },
    ),
    note: fc.array(fc.oneof(some, signs), { maxLength: 3 }).map((lines) => lines.join('\n')),
    highlights: fc.uniqueArray(
      fc.record({
        exact: some,
        prefix: text,
        suffix: text,
        comment: text,
        colour: fc.constantFrom('amber', 'green'),
        field: fc.constantFrom('title', 'abstract'),
        at: day,
      }),
      { maxLength: 2, selector: ({ exact }) => exact },
    ),
    at: day,
  });

const papers = fc
  .integer({ min: 1, max: 3 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => paper(index + 1))));

/** What survives: a function of the paper that must be the same before and after. `docs/export-format.md` has it as a table. */
type Kept = (paper: ExportPaper) => unknown;

const spaces = (value: string): string => collapse(value);
const words = (value: string): string => value.replace(/\s+/g, ' ');

const BIBLIOGRAPHY: Kept[] = [
  ({ title }) => spaces(title),
  ({ authors }) => authors,
  ({ abstract }) => words(abstract),
];
const names: Kept = ({ tags }) => tags;
/** Tags where a list of keywords is one text: a comma within one parts it, or is a space. */
const keywords: Kept = ({ tags }) =>
  tags
    .flatMap((tag) => tag.split(/[\s,;]+/))
    .filter(Boolean)
    .toSorted();
/** The note, and the passages after it; white space aside. */
const remarks: Kept = ({ note, highlights }) =>
  [note, ...highlights.map(({ exact, comment }) => `“${exact}” ${comment}`)]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

const quotes: Kept = ({ highlights }) =>
  highlights
    .map(({ exact, comment, createdAt }) => ({ exact, comment, createdAt }))
    .toSorted(order);
const order = (a: { exact: string }, b: { exact: string }): number => (a.exact < b.exact ? -1 : 1);

const passages: Kept = ({ highlights }) =>
  highlights
    .map(({ id: _id, start: _start, end: _end, ...highlight }) => highlight)
    .map(({ field, exact, prefix, suffix, colour, comment, createdAt }) => ({
      field,
      exact,
      prefix,
      suffix,
      colour,
      comment,
      createdAt,
    }))
    .toSorted(order);

/** What bibliographies have a place for: the paper's main ids. */
const ids: Kept = ({ ids: { arxiv, doi } }) => [arxiv, doi];

const PROMISES: Record<string, Kept[]> = {
  w3c: [
    ...BIBLIOGRAPHY,
    names,
    ({ keys }) => keys,
    ({ status, savedAt }) => [status, savedAt],
    ({ note }) => note,
    passages,
  ],
  csv: [
    ...BIBLIOGRAPHY,
    names,
    ({ keys }) => keys,
    ({ status }) => status,
    ({ savedAt }) => savedAt,
    ({ note }) => note,
    passages,
  ],
  bibtex: [...BIBLIOGRAPHY, ids, keywords, remarks],
  ris: [...BIBLIOGRAPHY, ids, names, remarks],
  csl: [...BIBLIOGRAPHY, ids, keywords, remarks],
  hypothesis: [({ title }) => title, ({ url }) => url, names, ({ note }) => note, quotes],
  links: [({ url }) => url],
};

describe.each(Object.entries(PROMISES))('%s', (format, promises) => {
  test('gives back what is promised of every paper', async () => {
    await fc.assert(
      fc.asyncProperty(papers, async (made) => {
        const source = libraryOf(made);
        const target = await readBack(
          format as ImportFormatId,
          fileOf(format as ExportFormatId, source),
        );
        const [before, after] = [viewsOf(source), viewsOf(target)];
        for (const promise of promises)
          expect(after.map(promise), promise.toString()).toEqual(before.map(promise));
      }),
      { numRuns: 80 },
    );
  });

  test('is the same file again after it was read', async () => {
    await fc.assert(
      fc.asyncProperty(papers, async (made) => {
        const file = fileOf(format as ExportFormatId, libraryOf(made));
        const again = await readBack(format as ImportFormatId, file);
        const third = await readBack(
          format as ImportFormatId,
          fileOf(format as ExportFormatId, again),
        );
        expect(fileOf(format as ExportFormatId, third)).toBe(
          fileOf(format as ExportFormatId, again),
        );
      }),
      { numRuns: 20 },
    );
  });
});
