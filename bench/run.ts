/**
 * `npm run bench [-- NAME [FOLDER…]]`: the benchmarks. A table of ratios on standard output, each with what it was
 * measured against in the same run, and one JSON document in `out/bench.json`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '@/scripts/browser/extension';
import { say } from '@/scripts/setup/process.mjs';
import { anchoring } from './anchoring';
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

async function main([name, ...rest]: string[]): Promise<number> {
  const chosen = BENCHES.filter((bench) => name === undefined || bench.name === name);
  if (chosen.length === 0 || (rest.length > 0 && chosen.some(({ takes }) => !takes))) {
    const names = BENCHES.map((bench) => [bench.name, bench.takes].filter(Boolean).join(' '));
    say(`the benchmarks are ${names.join(', ')}.`);
    return 2;
  }
  const lines: Line[] = [];
  for (const bench of chosen)
    lines.push(
      ...(await bench.run(
        (text) => say(`${bench.name}, ${text}`),
        (text) => console.log(`${text}\n`),
        rest,
      )),
    );
  console.log(table(lines));
  mkdirSync(path.dirname(OUT), { recursive: true });
  writeFileSync(OUT, `${JSON.stringify({ at: new Date().toISOString(), lines }, null, 2)}\n`);
  return lines.every(isKept) ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
