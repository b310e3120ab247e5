import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Line } from './bench';

/** Ratios of a quick run, by the names of their lines, and when they were measured. */
interface Baseline {
  at: string;
  ratios: Record<string, number>;
}

const FILE = path.join(import.meta.dirname, 'baseline.json');
/** What a line may be worse by before it is named: a third. */
const WORSE = 4 / 3;

/** Keeps the ratios of a run, for later ones to be held to. */
export function keepBaseline(lines: readonly Line[], at: Date): void {
  const ratios = Object.fromEntries(lines.map(({ name, ratio }) => [name, ratio]));
  const baseline: Baseline = { at: at.toISOString().slice(0, 10), ratios };
  writeFileSync(FILE, `${JSON.stringify(baseline, null, 2)}\n`);
}

/** The lines that got worse by a third since the baseline, each as a sentence; a line that is not in it is passed over. */
export function worseThan({ at, ratios }: Baseline, lines: readonly Line[]): string[] {
  return lines.flatMap(({ name, ratio }) => {
    const before = ratios[name];
    return before === undefined || ratio <= before * WORSE
      ? []
      : `${name}: ${ratio} times its reference, ${before} on ${at}`;
  });
}

/** The baseline that is kept in the tree. */
export const readBaseline = (): Baseline => JSON.parse(readFileSync(FILE, 'utf8')) as Baseline;
