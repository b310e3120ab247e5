import type { Candidate } from './candidate';
import type { Role } from './candidates';
import { ENOUGH, isList, type Setting, weigh } from './evidence';
import type { FactReader } from './facts';
import type { Block } from './model';
import { readRecord, type Reading } from './reading';
import { type ListRecord, recordsOf } from './records';
import { titleScore } from './title-score';

/** How much a text must look like a title to be taken for more of a list. */
export const WORTHY = 0.6;
/** The cost of a title that is no paper's: its role may belong to another list. */
const MISS = 0.15;
/** The most that a record's evidence counts. */
export const MOST_EVIDENCE = 2;
/** A reading of the whole page: the papers of one role, or of several, and how well they explain the page. */
export interface Hypothesis {
  role: Role;
  readings: Reading[];
  score: number;
}

/** A page as its roles are read. */
export interface Page {
  blocks: readonly Block[];
  facts: FactReader;
  setting: Setting;
  /** Whether any of its blocks names a paper, by a link or in words. */
  isNaming: boolean;
  /** Reads a record. */
  read: (record: ListRecord) => Reading;
}

/** A reader of records that reads each once: several roles hold the same titles. */
export function readerOf(blocks: readonly Block[], facts: FactReader): Page['read'] {
  const known = new Map<Candidate, Reading[]>();
  return (record) => {
    const before = known.get(record.title) ?? [];
    const told = before.find(({ record: { first, end, box } }) => {
      return first === record.first && end === record.end && box === record.box;
    });
    if (told) return told;
    const reading = readRecord(record, blocks, facts);
    known.set(record.title, [...before, reading]);
    return reading;
  };
}

/** All records of a role, and those that are papers'. */
function readRole({ members }: Role, { blocks, facts, setting, read }: Page) {
  const all = recordsOf(members, blocks, facts).map(read);
  return { all, papers: weigh(all, setting).filter(({ evidence }) => evidence >= ENOUGH) };
}

/** How far a role is trusted whose titles no markup tells from the text beside them, or that has a heading above each. */
const GUESSED = 0.95;
/** The share of titles from which on a role has headings above it. */
const HEADED = 0.8;

/**
 * Whether nearly each title of a role has a heading of its own directly above it, which says more than a name: the heading
 * is likelier the title, and the line below it a summary, or the title in another language.
 */
function isBelowHeadings({ members }: Role, { blocks, facts }: Page): boolean {
  const above = members.flatMap(({ span: { block } }) => {
    const before = blocks[block.index - 1];
    const isHeading = block.heading === 0 && before !== undefined && before.heading > 0;
    return isHeading && titleScore(facts.of(before).text) >= WORTHY ? [before] : [];
  });
  return above.length >= members.length * HEADED;
}

const trustIn = (role: Role, page: Page): number =>
  role.key.startsWith('citation') || isBelowHeadings(role, page) ? GUESSED : 1;

/** How well a role explains a page: what its papers gain, less the titles that are none. */
export function hypothesisOf(role: Role, page: Page): Hypothesis {
  const { all, papers } = readRole(role, page);
  const { setting } = page;
  const readings = papers.map(({ reading }) => reading);
  if (!isList(papers, all.length, setting)) return { role, readings: [], score: 0 };
  const gained = papers.reduce(
    (sum, { reading, evidence }) => sum + Math.min(MOST_EVIDENCE, evidence) * reading.title.score,
    0,
  );
  // Titles that link to papers are that by themselves, whatever the others of the role are.
  const vague = readings.filter(({ titleNames }) => !titleNames).length / (readings.length || 1);
  const score = gained - MISS * (all.length - papers.length) * vague;
  return { role, readings, score: score * trustIn(role, page) };
}

/** Titles from which on a role is sampled first, and of how many stretches of how many titles a sample is. */
const LONG = 600;
const STRETCHES = 5;
const STRETCH = 40;

/**
 * Whether a role is worth reading as a whole. Of a long one on a page that names no paper at all, a few
 * stretches are read first: without one paper in them it is the column of some table.
 */
export function isPromising({ key, members }: Role, page: Page): boolean {
  if (members.length < LONG || page.isNaming) return true;
  const step = Math.floor((members.length - STRETCH) / (STRETCHES - 1));
  return Array.from({ length: STRETCHES }, (_, index) => index * step).some(
    (from) =>
      readRole({ key, members: members.slice(from, from + STRETCH) }, page).papers.length > 0,
  );
}
