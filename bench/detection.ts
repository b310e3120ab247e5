import path from 'node:path';
import { ROOT } from '@/scripts/browser/extension';
import type { Bench, Line } from './bench';
import { parsedPage, readPage, type SavedPage, savedPages } from './detection/saved-pages';
import { type Field, type Score, scoreOf } from './detection/score';
import { type Row, tableOf } from './detection/table';

/** Real saved pages of others, beside the project; never part of it. */
const FOLDERS = ['pages', 'pages-unseen'].map((name) => path.join(ROOT, '../shared/data', name));

/** What may be missed: 1 − macro F1 of titles, and of each field the share of those expected. */
const ALLOWED = {
  adapters: 0.03,
  digestOnly: 0.05,
  fields: { ids: 0.01, authors: 0.05, abstracts: 0.03, years: 0.05 },
};

/** A page read with the adapters and without. */
function rowOf(saved: SavedPage): Row {
  const read = (digestOnly: boolean): { site: string; score: Score } => {
    const { site, entries } = readPage(parsedPage(saved), saved.url, digestOnly);
    return { site, score: scoreOf(saved.papers, entries, saved.leeway) };
  };
  const adapters = read(false);
  const score = adapters.site === 'digest' ? adapters.score : read(true).score;
  return { file: saved.file, site: adapters.site, adapters: adapters.score, digestOnly: score };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

/** How much was missed, against how much may be. */
const missed = (name: string, about: string, ours: number, reference: number): Line => ({
  name: `detection: ${name}`,
  about,
  unit: '',
  ours: Math.round(ours * 10_000) / 10_000,
  reference,
  ratio: Math.round((ours / reference) * 100) / 100,
  limit: 1,
});

/** The share of a field's values that were not read, a page's mean counting as much as any other's. */
function unread(rows: readonly Row[], field: Field): number {
  const shares = rows
    .map(({ adapters }) => adapters.fields[field])
    .filter(({ known }) => known > 0)
    .map(({ known, right }) => right / known);
  return shares.length > 0 ? 1 - mean(shares) : 0;
}

function linesOf(rows: readonly Row[]): Line[] {
  const listings = rows.filter(({ adapters }) => adapters.expected > 0);
  const strays = rows
    .filter(({ adapters }) => adapters.expected === 0)
    .reduce((sum, { adapters, digestOnly }) => sum + adapters.found + digestOnly.found, 0);
  const f1 = (of: (row: Row) => Score): number => 1 - mean(listings.map((row) => of(row).f1));
  const pages = `${listings.length} pages`;
  return [
    missed(
      'titles',
      `1 − macro F1 of ${pages}`,
      f1((row) => row.adapters),
      ALLOWED.adapters,
    ),
    missed(
      'titles, digest only',
      `1 − macro F1 of ${pages}, no adapters`,
      f1((row) => row.digestOnly),
      ALLOWED.digestOnly,
    ),
    ...Object.entries(ALLOWED.fields).map(([field, allowed]) =>
      missed(
        field,
        `share of the known ${field} that were not read, a page's mean`,
        unread(listings, field as Field),
        allowed,
      ),
    ),
    { ...missed('strays', 'papers found on pages that list none, both ways', strays, 1), limit: 0 },
  ];
}

/**
 * How well saved pages are read, with adapters and without: the pages beside the project, or those of the
 * folders that are named. Says so where there are none.
 */
export const detection: Bench = {
  name: 'detection',
  takes: 'FOLDER…',
  run: (progress, print, folders) => {
    const pages = (folders.length > 0 ? folders : FOLDERS).flatMap(savedPages);
    if (pages.length === 0) {
      progress('skipped: there are no saved pages.');
      return Promise.resolve([]);
    }
    const rows = pages.map((saved) => {
      const row = rowOf(saved);
      progress(`${row.file} ${row.adapters.f1.toFixed(3)} ${row.digestOnly.f1.toFixed(3)}`);
      return row;
    });
    print(tableOf(rows));
    return Promise.resolve(linesOf(rows));
  },
};
