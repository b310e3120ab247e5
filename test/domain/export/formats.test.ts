import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExportFormatId } from '@/domain/export/formats';
import type { ExportPaper } from '@/domain/export/paper';
import type { Collection } from '@/domain/import/collection';
import type { ImportFormatId } from '@/domain/import/formats';
import { personsOf } from '@/domain/person/write';
import { FACTS } from '@/domain/paper/facts';
import { collapse } from '@/domain/text';
import { papers } from './any-papers';
import { fileOf, libraryOf, read, viewsOf } from './library';

async function readBack(format: ImportFormatId, file: string): Promise<Collection> {
  const { library, rejected } = await read(format, file);
  expect(rejected).toEqual([]);
  return library;
}

/** What survives: a function of the paper that must be the same before and after. `docs/export-format.md` has it as a table. */
type Kept = (paper: ExportPaper) => unknown;

const spaces = (value: string): string => collapse(value);
const words = (value: string): string => value.replace(/\s+/g, ' ');

const TEXTS: Kept[] = [({ title }) => spaces(title), ({ abstract }) => words(abstract)];
const BIBLIOGRAPHY: Kept[] = [...TEXTS, ({ authors }) => authors];
/** Formats of reference managers have the parts of a name, and not how it was written. */
const CITED: Kept[] = [...TEXTS, ({ authors }) => personsOf(authors)];
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

/** When and where it appeared. */
const printed: Kept = ({ year, month, facts: { venue } }) => [year, month, venue];
/** All of it. */
const facts: Kept = (paper) => paper.facts;
/** All that bibliographies have a place for. */
const references: Kept = (paper) =>
  FACTS.filter((name) => name !== 'code' && name !== 'pdf').map((name) => paper.facts[name]);

const PROMISES: Record<string, Kept[]> = {
  w3c: [
    ...BIBLIOGRAPHY,
    printed,
    names,
    ({ keys }) => keys,
    ({ status, savedAt }) => [status, savedAt],
    ({ note }) => note,
    passages,
  ],
  csv: [
    ...BIBLIOGRAPHY,
    facts,
    names,
    ({ keys }) => keys,
    ({ status }) => status,
    ({ savedAt }) => savedAt,
    ({ note }) => note,
    passages,
  ],
  bibtex: [...CITED, facts, ids, keywords, remarks],
  ris: [...CITED, facts, ids, keywords, remarks],
  csl: [...CITED, references, ids, keywords, remarks],
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
