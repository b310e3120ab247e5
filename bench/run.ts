/**
 * `npm run bench [-- NAME [FOLDER…]]`: the benchmarks. A table of ratios on standard output, each with what it was
 * measured against in the same run, and one JSON document in `out/bench.json`. `npm run bench -- quick` takes some
 * minutes and says what got worse by a third since `baseline.json`, which `quick keep` writes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '@/scripts/browser/extension';
import { say } from '@/scripts/setup/process.mjs';
import { anchoring } from './anchoring';
import { keepBaseline, readBaseline, worseThan } from './baseline';
import type { Bench, Line } from './bench';
import { detection } from './detection';
import { growth } from './growth';
import { library } from './library-page';
import { listing } from './listing';
import { page } from './page';
import { search } from './search';
import { flush } from './flush';
import { popup } from './popup';
import { storage } from './storage';
import { topics } from './topics';
import { transfer } from './transfer';

const BENCHES: Bench[] = [
  listing,
  page,
  detection,
  growth,
  storage,
  flush,
  popup,
  library,
  search,
  anchoring,
  topics,
  transfer,
];
const OUT = path.join(ROOT, 'out/bench.json');

const allowed = ({ limit, most, unit }: Line): string =>
  most !== undefined ? `${most} ${unit}` : Number.isFinite(limit) ? `${limit} times` : '';

const isKept = ({ ours, ratio, limit, most }: Line): boolean =>
  ratio <= limit && (most === undefined || ours <= most);

function table(lines: Line[]): string {
  const head = ['', 'Gloss', 'reference', 'ratio', 'at most', 'what'];
  const rows = lines.map((line) => [
    line.name,
    `${line.ours} ${line.unit}`,
    `${line.reference} ${line.unit}`,
    String(line.ratio),
    allowed(line),
    line.about,
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Measures what is chosen, each benchmark in the way that `of` gives; a benchmark without one is passed over. */
async function measure(
  chosen: readonly Bench[],
  of: (bench: Bench) => Bench['quick'],
  rest: readonly string[],
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const bench of chosen) {
    const measured = await of(bench)?.(
      (text) => say(`${bench.name}, ${text}`),
      (text) => console.log(`${text}\n`),
      rest,
    );
    lines.push(...(measured ?? []));
  }
  console.log(table(lines));
  mkdirSync(path.dirname(OUT), { recursive: true });
  writeFileSync(OUT, `${JSON.stringify({ at: new Date().toISOString(), lines }, null, 2)}\n`);
  return lines;
}

/** A look at the ratios in a few minutes, held to those of the baseline, or kept as the baseline. */
async function quick(keeps: boolean): Promise<number> {
  const lines = await measure(BENCHES, (bench) => bench.quick, []);
  if (keeps) {
    keepBaseline(lines, new Date());
    return 0;
  }
  const worse = worseThan(readBaseline(), lines);
  console.log(
    worse.length === 0 ? '\nNothing got worse by a third.' : `\nWorse:\n${worse.join('\n')}`,
  );
  return worse.length === 0 ? 0 : 1;
}

async function main([name, ...rest]: string[]): Promise<number> {
  if (name === 'quick' && rest.every((one) => one === 'keep')) return quick(rest.length > 0);
  const chosen = BENCHES.filter((bench) => name === undefined || bench.name === name);
  if (chosen.length === 0 || (rest.length > 0 && chosen.some(({ takes }) => !takes))) {
    const names = BENCHES.map((bench) => [bench.name, bench.takes].filter(Boolean).join(' '));
    say(`the benchmarks are ${names.join(', ')}, and quick.`);
    return 2;
  }
  return (await measure(chosen, (bench) => bench.run, rest)).every(isKept) ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
