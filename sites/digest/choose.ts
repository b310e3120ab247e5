import type { Role } from './candidates';
import { ENOUGH, isList, weigh } from './evidence';
import type { FactReader } from './facts';
import type { Block } from './model';
import { readRecord, type Reading } from './reading';
import { recordsOf } from './records';

/** What a title of the role costs that is no paper's: the role may be another list's. */
const MISS = 0.15;
/** Roles that are read, those with the most titles first; the others are too small to be the list. */
const MOST_ROLES = 24;

/** A reading of the whole page: the papers of one role, and how well it explains the page. */
interface Hypothesis {
  readings: Reading[];
  score: number;
}

interface Page {
  blocks: readonly Block[];
  facts: FactReader;
  words: number;
}

function hypothesisOf({ members }: Role, { blocks, facts, words }: Page): Hypothesis {
  const all = recordsOf(members, blocks, facts).map((record) => readRecord(record, blocks, facts));
  const papers = weigh(all).filter(({ evidence }) => evidence >= ENOUGH);
  const readings = papers.map(({ reading }) => reading);
  if (!isList(papers, all.length, words)) return { readings: [], score: 0 };
  const gained = papers.reduce(
    (sum, { reading, evidence }) => sum + Math.min(2, evidence) * reading.title.score,
    0,
  );
  // Titles that link to papers are that by themselves, whatever the others of the role are.
  const vague = readings.filter(({ titleNames }) => !titleNames).length / (readings.length || 1);
  return { readings, score: gained - MISS * (all.length - papers.length) * vague };
}

/** The papers of the page: of the role that explains it best. */
export function choose(
  roles: readonly Role[],
  blocks: readonly Block[],
  facts: FactReader,
): Reading[] {
  const likely = roles
    .map((role) => ({ role, weight: role.members.reduce((sum, { score }) => sum + score, 0) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_ROLES);
  const words = blocks.reduce((sum, block) => sum + facts.of(block).words, 0);
  let best: Hypothesis = { readings: [], score: 0 };
  for (const { role } of likely) {
    const hypothesis = hypothesisOf(role, { blocks, facts, words });
    if (hypothesis.score > best.score) best = hypothesis;
  }
  return best.readings;
}
