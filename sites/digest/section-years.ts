import type { FactReader } from './facts';
import type { Block } from './model';
import type { Reading } from './reading';

/** A line that is nothing but a year, or a heading of two words with one: `2019`, `Year 2019`, `2019年`, `2019 г.`. */
const YEAR = /^\W*((?:19|20)\d\d)\W*(?:年|г\.?)?\W*$/u;
const HEADED = /^\W*(?:\p{L}+\s+)?((?:19|20)\d\d)\W*$/u;

/** Years from which on they part a list. */
const FEWEST = 2;

/** The year that a block says and nothing else. */
function yearOf(block: Block, facts: FactReader): string | undefined {
  const { text } = facts.of(block);
  if (text.length > 30) return undefined;
  return (block.heading > 0 ? HEADED : YEAR).exec(text)?.[1];
}

/** The papers of a list that years part, each with the year above it where it says none itself. */
export function withSectionYears(
  readings: readonly Reading[],
  blocks: readonly Block[],
  facts: FactReader,
): Reading[] {
  const above: string[] = [];
  let last = '';
  for (const block of blocks) {
    last = yearOf(block, facts) ?? last;
    above.push(last);
  }
  if (new Set(above.filter(Boolean)).size < FEWEST) return [...readings];
  return readings.map((reading) =>
    reading.date ? reading : { ...reading, date: above[reading.title.span.block.index] ?? '' },
  );
}
