import type { Role } from './candidates';
import { ENOUGH, isList, type Setting, weigh } from './evidence';
import type { FactReader } from './facts';
import type { Block } from './model';
import { readRecord, type Reading } from './reading';
import { recordsOf } from './records';
import { isAnnouncement } from './wording';

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
  setting: Setting;
}

/** How far a role is trusted whose titles no markup tells from what stands beside them. */
const GUESSED = 0.95;

function hypothesisOf({ key, members }: Role, { blocks, facts, setting }: Page): Hypothesis {
  const all = recordsOf(members, blocks, facts).map((record) => readRecord(record, blocks, facts));
  const papers = weigh(all, setting).filter(({ evidence }) => evidence >= ENOUGH);
  const readings = papers.map(({ reading }) => reading);
  if (!isList(papers, all.length, setting)) return { readings: [], score: 0 };
  const gained = papers.reduce(
    (sum, { reading, evidence }) => sum + Math.min(2, evidence) * reading.title.score,
    0,
  );
  // Titles that link to papers are that by themselves, whatever the others of the role are.
  const vague = readings.filter(({ titleNames }) => !titleNames).length / (readings.length || 1);
  const score = gained - MISS * (all.length - papers.length) * vague;
  return { readings, score: key.startsWith('citation') ? score * GUESSED : score };
}

const announces = (block: Block, facts: FactReader): boolean =>
  block.heading > 0 && facts.of(block).words <= 8 && isAnnouncement(facts.of(block).text);

/** The papers of the page, whose title is given: of the role that explains it best. */
export function choose(
  roles: readonly Role[],
  blocks: readonly Block[],
  facts: FactReader,
  title: string,
): Reading[] {
  const likely = roles
    .map((role) => ({ role, weight: role.members.reduce((sum, { score }) => sum + score, 0) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_ROLES);
  const setting: Setting = {
    words: blocks.reduce((sum, block) => sum + facts.of(block).words, 0),
    announced: isAnnouncement(title) || blocks.some((block) => announces(block, facts)),
  };
  let best: Hypothesis = { readings: [], score: 0 };
  for (const { role } of likely) {
    const hypothesis = hypothesisOf(role, { blocks, facts, setting });
    if (hypothesis.score > best.score) best = hypothesis;
  }
  return best.readings;
}
