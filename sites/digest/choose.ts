import type { Candidate } from './candidate';
import type { Role } from './candidates';
import type { Setting } from './evidence';
import type { FactReader } from './facts';
import {
  type Hypothesis,
  hypothesisOf,
  isPromising,
  MOST_EVIDENCE,
  type Page,
  readerOf,
  WORTHY,
} from './hypothesis';
import { likeness } from './likeness';
import type { Block } from './model';
import type { Reading } from './reading';
import { settingOf } from './setting';

/** Roles that are read, those with the most titles first; the others are too small to be the list. */
const MOST_ROLES = 40;
/** The gain from which on entries of another role join the same list. */
const GAIN = 0.5;
/** How often the page is read over again for roles that may be more of the same list. */
const MOST_UNIONS = 10;

/**
 * A list whose entries have other markup here and there (a title linked or not, an item or a paragraph): the
 * titles of other roles in places where no entry was read yet, if the page is explained better with them.
 */
function withOthers(best: Hypothesis, roles: readonly Role[], page: Page): Hypothesis {
  let all = best;
  let unions = 0;
  for (const role of roles) {
    if (unions >= MOST_UNIONS) break;
    const fresh = freshIn(role, all);
    if (fresh.length === 0) continue;
    unions += 1;
    const tried = hypothesisOf(union(all.role, fresh), page);
    const isLike = likeness(all.readings);
    const robbed = robbedIn(tried.readings, all.readings, isLike);
    const read = new Set(
      tried.readings
        .filter((one) => one.title.score > WORTHY && isLike(one) && !robbed.has(one))
        .map(({ title }) => title),
    );
    const kept = fresh.filter((member) => read.has(member));
    if (kept.length === 0) continue;
    const next = kept.length === fresh.length ? tried : hypothesisOf(union(all.role, kept), page);
    if (next.score > all.score + GAIN) all = next;
  }
  return all;
}

/**
 * The entries that came between others and took from a neighbour what nearly all of the list have, its venue or its
 * authors, or so much that it is no paper's any more.
 */
function robbedIn(
  now: readonly Reading[],
  before: readonly Reading[],
  isLike: (reading: Reading) => boolean,
): Set<Reading> {
  const known = new Map(before.map((reading) => [reading.title, reading]));
  const robbed = new Set(behindLost(now, before, known));
  for (const [index, reading] of now.entries()) {
    if (known.has(reading.title)) continue;
    for (const neighbour of [now[index - 1], now[index + 1]]) {
      const had = neighbour && known.get(neighbour.title);
      if (had && isLike(had) && !isLike(neighbour)) robbed.add(reading);
    }
  }
  return robbed;
}

/** The new entries that directly follow one that is read no more. Both lists are in page order. */
function behindLost(
  now: readonly Reading[],
  before: readonly Reading[],
  known: ReadonlyMap<Candidate, Reading>,
): Reading[] {
  const left = new Set(now.map(({ title }) => title));
  const indexOf = ({ title }: Reading): number => title.span.block.index;
  let at = 0;
  return before.flatMap((lost) => {
    if (left.has(lost.title)) return [];
    while (at < now.length && indexOf(now[at] ?? lost) <= indexOf(lost)) at += 1;
    const next = now[at];
    return next && !known.has(next.title) ? [next] : [];
  });
}

/** Roles that are read as lists of their own, and papers of such a list at least. */
const MOST_SECONDS = 4;
const SECOND = 4;

/**
 * A page may have a second list in another form: talks a line each, posters in boxes. It has to be a list by itself, of
 * nothing but papers that say who wrote them, and takes nothing from those that are read already.
 */
function withSecond(first: Hypothesis, roles: readonly Role[], page: Page): Hypothesis {
  let all = first;
  let tries = 0;
  for (const role of roles) {
    if (tries >= MOST_SECONDS) break;
    const fresh = outside(freshIn(role, all), all.readings);
    if (fresh.length < SECOND) continue;
    tries += 1;
    const alone = hypothesisOf({ key: role.key, members: fresh }, page);
    if (
      !isPure(alone.readings, fresh.length, page.setting) ||
      holdAny(alone.readings, all.readings)
    )
      continue;
    const read = new Set(alone.readings.map(({ title }) => title));
    const kept = fresh.filter((member) => read.has(member));
    const next = hypothesisOf(union(all.role, kept), page);
    const isLike = likeness(all.readings);
    if (robbedIn(next.readings, all.readings, isLike).size > 0) continue;
    if (next.score > all.score + GAIN) all = next;
  }
  return all;
}

/** Titles that no record holds. */
function outside(members: readonly Candidate[], readings: readonly Reading[]): Candidate[] {
  const held = new Set<number>();
  for (const { record } of readings)
    for (let at = record.first; at < record.end; at += 1) held.add(at);
  return members.filter(({ span }) => !held.has(span.block.index));
}

/** Whether the records of some readings hold the titles of others: they are headings above a list. */
function holdAny(heads: readonly Reading[], readings: readonly Reading[]): boolean {
  const titles = new Set(readings.map(({ title }) => title.span.block.index));
  return heads.some(({ record: { first, end } }) => {
    for (let at = first; at < end; at += 1) if (titles.has(at)) return true;
    return false;
  });
}

/** Whether nearly all stretches of a role are papers that say who wrote them; one author alone tells it where the page is there for papers. */
const isPure = (readings: readonly Reading[], all: number, { dedicated }: Setting): boolean => {
  const least = dedicated ? 1 : 2;
  const told = readings.filter(
    ({ authors, identified, title }) =>
      (authors.length >= least || identified) && title.score >= 0.8,
  ).length;
  return readings.length >= Math.max(SECOND, all * 0.75) && told >= readings.length * 0.75;
};

/** The stretches of a role that are no part of what was read already: no abstract, no line below a title's heading. */
function freshIn({ members }: Role, { role, readings }: Hypothesis): Candidate[] {
  const known = new Set(role.members.map(({ span }) => span.block));
  for (const { abstract } of readings) for (const { block } of abstract) known.add(block);
  const headed = new Set<number>();
  for (const { title } of readings)
    if (title.span.block.heading > 0) headed.add(title.span.block.index + 1);
  return members.filter(
    ({ span: { block } }) => !known.has(block) && !(block.heading === 0 && headed.has(block.index)),
  );
}

const union = ({ key, members }: Role, others: readonly Candidate[]): Role => ({
  key,
  members: [...members, ...others].toSorted((a, b) => a.span.block.index - b.span.block.index),
});

/** How much a text looks like a title that is a venue or names. */
const UNLIKELY = 0.25;
/** The share of titles in which two roles must agree, and of one's entries that the other must have, to be one list. */
const AGREED = 0.9;

/**
 * Whether references read without markup are the same list as the best one, and longer: where markup sets the titles of
 * some apart (links, say), it confirms how the others are read.
 */
function isConfirmed(read: Hypothesis, best: Hypothesis): boolean {
  if (read.readings.length <= best.readings.length) return false;
  const bare = ({ text }: Candidate): string => text.replace(/[\s.]+$/, '');
  const known = new Map(best.readings.map(({ title }) => [title.span.block, bare(title)]));
  const agreed = read.readings.filter(({ title }) => known.get(title.span.block) === bare(title));
  return agreed.length >= best.readings.length * AGREED;
}

/** The papers of the page, whose title is given: of the roles that explain it best. */
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
  const setting = settingOf(blocks, facts, title);
  const page: Page = {
    blocks,
    facts,
    setting,
    read: readerOf(blocks, facts),
    isNaming: blocks.some((block) => facts.of(block).ids.length > 0),
  };
  let best: Hypothesis = { role: { key: '', members: [] }, readings: [], score: 0 };
  const cited: Hypothesis[] = [];
  for (const { role, weight } of likely) {
    // A record counts twice its title at the most: what cannot win any more is not read.
    if (weight * MOST_EVIDENCE <= best.score) break;
    if (!isPromising(role, page)) continue;
    const hypothesis = hypothesisOf(role, page);
    if (hypothesis.score > best.score) best = hypothesis;
    if (role.key.startsWith('citation')) cited.push(hypothesis);
  }
  const more = cited.find((one) => isConfirmed(one, best));
  const titled = more ? freshIn(more.role, best).filter(({ score }) => score > UNLIKELY) : [];
  if (more) best = hypothesisOf(union(best.role, titled), page);
  const others = likely.map(({ role }) => role).filter((role) => role !== best.role);
  return best.score > 0 ? withSecond(withOthers(best, others, page), others, page).readings : [];
}
