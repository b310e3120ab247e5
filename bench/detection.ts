import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Case, casesOf } from '@/scripts/browser/cases';
import { detectPages } from '@/scripts/browser/detection';
import { ROOT } from '@/scripts/browser/extension';
import type { Bench, Line } from './bench';
import { type Expected, type Score, scoreOf } from './detection-score';

/** Real saved pages of others, beside the project; never part of it. */
const PAGES = path.join(ROOT, '../shared/data/pages');

/** What may be missed: shares of titles (1 − macro F1) and of ids. */
const ALLOWED = { adapters: 0.01, digestOnly: 0.05, ids: 0.01 };

/** One page, read both ways. */
interface Row {
  file: string;
  site: string;
  adapters: Score;
  digestOnly: Score;
}

interface Reading {
  site: string;
  score: Score;
}

function expectedOn(file: string): Expected[] {
  const told = path.join(PAGES, file.replace(/\.\w+$/, '.expected.json'));
  return (JSON.parse(readFileSync(told, 'utf8')) as { papers: Expected[] }).papers;
}

async function readAll(
  cases: readonly Case[],
  digestOnly: boolean,
  progress: (text: string) => void,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  await detectPages(cases, { digestOnly }, ({ file }, found) => {
    const score = scoreOf(expectedOn(file), found?.papers ?? []);
    readings.push({ site: found?.site ?? 'digest', score });
    progress(`${digestOnly ? 'digest only' : 'with adapters'}: ${file} ${score.f1.toFixed(3)}`);
  });
  return readings;
}

const share = (value: number): string => value.toFixed(3);
const ids = ({ ids: known, rightIds }: Score): string => (known ? `${rightIds}/${known}` : '');

/** A line a page, worst first. */
function tableOf(rows: readonly Row[]): string {
  const head = ['page', 'papers', 'site', 'found', 'F1', 'ids', 'digest only: found', 'F1', 'ids'];
  const worstFirst = rows.toSorted(
    (a, b) =>
      Math.min(a.adapters.f1, a.digestOnly.f1) - Math.min(b.adapters.f1, b.digestOnly.f1) ||
      a.adapters.f1 + a.digestOnly.f1 - b.adapters.f1 - b.digestOnly.f1,
  );
  const cells = worstFirst.map(({ file, site, adapters, digestOnly }) => [
    file,
    String(adapters.expected),
    site,
    String(adapters.found),
    share(adapters.f1),
    ids(adapters),
    String(digestOnly.found),
    share(digestOnly.f1),
    ids(digestOnly),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...cells].map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...cells]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
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

function linesOf(rows: readonly Row[]): Line[] {
  const listings = rows.filter(({ adapters }) => adapters.expected > 0);
  const known = listings.filter(({ site }) => site !== 'digest');
  const wrongIds = (of: (row: Row) => Score): number => {
    const [all, right] = [
      mean(listings.map((row) => of(row).ids)),
      mean(listings.map((row) => of(row).rightIds)),
    ];
    return 1 - right / (all || 1);
  };
  const strays = rows
    .filter(({ adapters }) => adapters.expected === 0)
    .reduce((sum, { adapters, digestOnly }) => sum + adapters.found + digestOnly.found, 0);
  const adapters = ({ adapters: score }: Row): number => score.f1;
  const digestOnly = ({ digestOnly: score }: Row): number => score.f1;
  return [
    missed(
      'titles',
      `1 − macro F1 of ${known.length} pages with an adapter, against what may be missed`,
      1 - mean(known.map(adapters)),
      ALLOWED.adapters,
    ),
    missed(
      'titles, all pages',
      `1 − macro F1 of ${listings.length} pages`,
      1 - mean(listings.map(adapters)),
      ALLOWED.adapters,
    ),
    missed(
      'titles, digest only',
      `1 − macro F1 of ${listings.length} pages, no adapters`,
      1 - mean(listings.map(digestOnly)),
      ALLOWED.digestOnly,
    ),
    missed(
      'ids',
      'share of known ids that were not found',
      wrongIds((row) => row.adapters),
      ALLOWED.ids,
    ),
    { ...missed('strays', 'papers found on pages that list none, both ways', strays, 1), limit: 0 },
  ];
}

/** How well the real content script reads saved pages, with adapters and without. Says so where the pages are not there. */
export const detection: Bench = {
  name: 'detection',
  run: async (progress, print) => {
    if (!existsSync(PAGES)) {
      progress('skipped: the saved pages are not there.');
      return [];
    }
    const cases = casesOf(path.join(PAGES, 'cases.tsv'));
    const [adapters, digestOnly] = [
      await readAll(cases, false, progress),
      await readAll(cases, true, progress),
    ];
    const rows = cases.flatMap(({ file }, index): Row[] => {
      const [one, other] = [adapters[index], digestOnly[index]];
      return one && other
        ? [{ file, site: one.site, adapters: one.score, digestOnly: other.score }]
        : [];
    });
    print(tableOf(rows));
    return linesOf(rows);
  },
};
