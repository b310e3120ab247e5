/** One line of the table: what was measured, and what it was measured against in the same run. */
export interface Line {
  name: string;
  /** The measured quantity, and the reference that divides it. */
  about: string;
  unit: string;
  ours: number;
  reference: number;
  /** `ours / reference`. */
  ratio: number;
  /** The ratio that is allowed. */
  limit: number;
  /** The most that `ours` may be, where a promise is a number and not a ratio. */
  most?: number;
}

/** Measures. `progress` goes to standard error; lines for `print` come before the table of ratios. */
type Run = (
  progress: (text: string) => void,
  print: (table: string) => void,
  args: readonly string[],
) => Promise<Line[]>;

/** A benchmark; `bench/run.ts` lists them. */
export interface Bench {
  name: string;
  /** Arguments that it takes on the command line, if any. */
  takes?: string;
  run: Run;
  /** The same on less, in well under a minute, for `npm run bench -- quick`. */
  quick?: Run;
}

/** The middle value; of an even number of them, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('No values were measured.');
  return (low + high) / 2;
}
