import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, type ExportFormatId } from '@/domain/export/formats';

import type { ExportPaper } from '@/domain/export/paper';
import type { Collection } from '@/domain/import/collection';
import type { ImportFormatId } from '@/domain/import/formats';
import { personsOf } from '@/domain/person/write';
import { type FactName, FACTS } from '@/domain/paper/facts';
import type { ForeignPaper } from '@/domain/import/foreign';
import { factsOf } from '@/domain/paper/read-facts';
import { collapse } from '@/domain/text';
import { papers } from './any-papers';
import { bytesOf, fileOf, libraryOf, read, viewsOf } from './library';
import { hasPlace } from './no-place';
import { unzip } from './unzip';

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

/** Every fact that a format has a place for. */
const facts =
  (format: ExportFormatId): Kept =>
  (paper) =>
    FACTS.filter((name) => hasPlace(format, name)).map((name) => [name, paper.facts[name]]);

const PROMISES: Record<string, Kept[]> = {
  w3c: [
    ...BIBLIOGRAPHY,
    facts('w3c'),
    names,
    ({ keys }) => keys,
    ({ status, savedAt }) => [status, savedAt],
    ({ note }) => note,
    passages,
  ],
  csv: [
    ...BIBLIOGRAPHY,
    facts('csv'),
    names,
    ({ keys }) => keys,
    ({ status }) => status,
    ({ savedAt }) => savedAt,
    ({ note }) => note,
    passages,
  ],
  bibtex: [...CITED, facts('bibtex'), ids, keywords, remarks],
  ris: [...CITED, facts('ris'), ids, keywords, remarks],
  csl: [...CITED, facts('csl'), ids, keywords, remarks],
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

/** A value for each fact that is found nowhere else in a file. */
const UNLIKE: Record<FactName, string> = {
  published: '1987',
  venue: 'Annals of Ponds',
  volume: '7391',
  issue: '6482',
  pages: 'e5573',
  version: 'v464',
  code: 'https://github.com/ponds/code355',
  pdf: 'https://ponds.example/246.pdf',
};

describe.each(Object.keys(EXPORT_FORMATS) as ExportFormatId[])('%s', (format) => {
  test.each(FACTS)('says %s, or has no place for it', async (name) => {
    const paper: ForeignPaper = {
      title: 'Tides on small moons',
      ids: { doi: '10.1000/a' },
      highlights: [{ exact: 'moons' }],
      facts: factsOf({ [name]: UNLIKE[name] }, 'springer'),
    };
    const bytes = bytesOf(format, libraryOf([paper]));
    const file =
      format === 'obsidian' ? [...(await unzip(bytes)).values()].join('') : bytes.toString();
    expect(file.includes(UNLIKE[name])).toBe(hasPlace(format, name));
  });
});

/** What the table of `docs/export-format.md` says of a format and a fact. */
function documented(fact: string, format: string): boolean {
  const rows = readFileSync('docs/export-format.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const head = rows.findIndex(([, first, second]) => first === 'Field' && second === 'Gloss JSON');
  const column = (rows[head] ?? []).indexOf(format);
  const row = rows.slice(head).find(([, field = '']) => field.split(', ').includes(fact));
  const cell = row?.[column] ?? '–';
  return cell !== '–' && (/^(?:yes|with sources)$/.test(cell) || cell.split(', ').includes(fact));
}

/** Formats of that table by the names of its columns. */
const COLUMNS = {
  w3c: 'W3C',
  csv: 'CSV',
  bibtex: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL-JSON',
  hypothesis: 'Hypothesis',
  clipper: 'Clipper',
  links: 'Links',
} satisfies Partial<Record<ExportFormatId, string>>;

test.each(Object.entries(COLUMNS))(
  'docs/export-format.md says which facts %s has a place for',
  (format, column) => {
    for (const name of FACTS) {
      const word = name === 'pdf' ? 'PDF' : name;
      expect(documented(word, column), name).toBe(hasPlace(format as ExportFormatId, name));
    }
  },
);
