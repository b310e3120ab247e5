import type { Block } from './model';

/** The texts that markup sets in one way each, between two places of a block. */
export function partsOf({ raw, runs }: Block, from: number, to: number): string[] {
  const parts: string[] = [];
  let mark: string | undefined;
  for (const run of runs) {
    const text = raw.slice(Math.max(from, run.start), Math.min(to, run.end));
    if (run.end <= from || run.start >= to || !/\S/.test(text)) continue;
    if (run.mark === mark) parts.push(`${parts.pop() ?? ''}${text}`);
    else parts.push(text);
    mark = run.mark;
  }
  return parts;
}
