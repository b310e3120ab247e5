import type { Role } from './candidates';
import { ENOUGH, isList, type Setting, weigh } from './evidence';
import type { FactReader } from './facts';
import type { Block } from './model';
import { readRecord, type Reading } from './reading';
import { recordsOf } from './records';
import { isAnnouncement } from './wording';

/** What a title of the role costs that is no paper's: the role may be another list's. */
const MISS = 0.15;
/** What a record's evidence counts at the most. */
const MOST_EVIDENCE = 2;
/** Roles that are read, those with the most titles first; the others are too small to be the list. */
const MOST_ROLES = 40;

/** A reading of the whole page: the papers of one role, and how well it explains the page. */
interface Hypothesis {
  readings: Reading[];
  score: number;
}

interface Page {
  blocks: readonly Block[];
  facts: FactReader;
  setting: Setting;
  /** Whether any of its blocks names a paper, by a link or in words. */
  isNaming: boolean;
}

/** All records of a role, and those that are papers'. */
function readRole({ members }: Role, { blocks, facts, setting }: Page) {
  const all = recordsOf(members, blocks, facts).map((record) => readRecord(record, blocks, facts));
  return { all, papers: weigh(all, setting).filter(({ evidence }) => evidence >= ENOUGH) };
}

/** How far a role is trusted whose titles no markup tells from what stands beside them. */
const GUESSED = 0.95;

function hypothesisOf(role: Role, page: Page): Hypothesis {
  const { all, papers } = readRole(role, page);
  const { key } = role;
  const { setting } = page;
  const readings = papers.map(({ reading }) => reading);
  if (!isList(papers, all.length, setting)) return { readings: [], score: 0 };
  const gained = papers.reduce(
    (sum, { reading, evidence }) => sum + Math.min(MOST_EVIDENCE, evidence) * reading.title.score,
    0,
  );
  // Titles that link to papers are that by themselves, whatever the others of the role are.
  const vague = readings.filter(({ titleNames }) => !titleNames).length / (readings.length || 1);
  const score = gained - MISS * (all.length - papers.length) * vague;
  return { readings, score: key.startsWith('citation') ? score * GUESSED : score };
}

/** Titles from which on a role is sampled first, and of how many stretches of how many titles a sample is. */
const LONG = 600;
const STRETCHES = 5;
const STRETCH = 40;

/**
 * Whether a role is worth reading as a whole. Of a long one on a page that names no paper at all, a few
 * stretches are read first: without one paper in them it is the column of some table.
 */
function isPromising({ key, members }: Role, page: Page): boolean {
  if (members.length < LONG || page.isNaming) return true;
  const step = Math.floor((members.length - STRETCH) / (STRETCHES - 1));
  return Array.from({ length: STRETCHES }, (_, index) => index * step).some(
    (from) =>
      readRole({ key, members: members.slice(from, from + STRETCH) }, page).papers.length > 0,
  );
}

/** Whether a heading, or a line that looks like one, says that papers follow. */
const announces = (block: Block, facts: FactReader): boolean =>
  (block.heading > 0 || block.runs.every(({ style }) => style === 'b')) &&
  facts.of(block).words <= 8 &&
  isAnnouncement(facts.of(block).text);

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
  const page: Page = {
    blocks,
    facts,
    setting,
    isNaming: blocks.some((block) => facts.of(block).ids.length > 0),
  };
  let best: Hypothesis = { readings: [], score: 0 };
  for (const { role, weight } of likely) {
    // A record counts twice its title at the most: what cannot win any more is not read.
    if (weight * MOST_EVIDENCE <= best.score) break;
    if (!isPromising(role, page)) continue;
    const hypothesis = hypothesisOf(role, page);
    if (hypothesis.score > best.score) best = hypothesis;
  }
  return best.readings;
}
