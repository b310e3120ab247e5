import type { Candidate } from './candidate';
import type { FactReader, Facts } from './facts';
import type { Block, Frame } from './model';

/** The stretch of the page that belongs to one title: blocks `first` up to, but not including, `end`. */
export interface ListRecord {
  title: Candidate;
  first: number;
  end: number;
  /** The box that holds the record and nothing else, where there is one. */
  box: Frame | undefined;
}

/** How far up a record's box is looked for: records are shallow, pages need not be. */
const CLIMB = 60;
/** Blocks of a record at most; longer stretches are prose with a title far above. */
const LENGTH = 60;

/**
 * Parts the page at the titles of one role. A title's record is the largest box around it that holds no
 * other title of the role, and the text between that box and the next one beside it; where titles
 * share a box (lines, siblings without boxes), it goes on until the next title.
 * Time grows with the number of titles, whatever the depth of the page.
 */
export function recordsOf(
  titles: readonly Candidate[],
  blocks: readonly Block[],
  facts: FactReader,
): ListRecord[] {
  const boxes = boxesOf(titles);
  const records = titles.map((title, index): ListRecord => {
    const box = boxes[index];
    const at = title.span.block.index;
    return box
      ? { title, first: box.first, end: Math.min(box.end, box.first + LENGTH), box }
      : { title, first: at, end: at + 1, box };
  });
  const tails = records.map((record, index) => tailOf(record, records[index + 1], blocks));
  const longest = Math.max(1, ...tails.slice(0, -1));
  for (const [index, record] of records.entries()) {
    const isLast = records[index + 1] === undefined || !isBeside(record, records[index + 1]);
    const tail = isLast && records.length > 2 ? Math.min(tails[index] ?? 0, longest) : tails[index];
    if (tail) {
      record.end += tail;
      record.box = undefined;
    }
  }
  return withLeads(records, blocks, facts);
}

/** For each title the largest box without another title, as high as most titles have theirs at the most. */
function boxesOf(titles: readonly Candidate[]): (Frame | undefined)[] {
  const frames = titles.map(({ span }) => span.block.frame);
  const shared = frames.map((frame, index) => sharedDepth(frame, frames[index + 1]));
  const lifts = frames.map((frame, index) => {
    const depth = Math.max(
      shared[index - 1] ?? -1,
      index + 1 < frames.length ? (shared[index] ?? -1) : -1,
    );
    return frame.depth - depth - 1;
  });
  const usual = mode(lifts.filter((lift) => lift < CLIMB));
  return frames.map((frame, index) => {
    const lift = Math.min(lifts[index] ?? 0, usual, CLIMB);
    return lift < 0 || titles.length < 2 ? undefined : up(frame, lift);
  });
}

const up = (frame: Frame, levels: number): Frame => {
  let at = frame;
  for (let level = 0; level < levels && at.parent; level += 1) at = at.parent;
  return at;
};

/** Depth of the smallest box around two; -1 where it is too far up. */
function sharedDepth(one: Frame, other: Frame | undefined): number {
  if (!other) return -1;
  let [a, b]: [Frame | null, Frame | null] = [one, other];
  for (let step = 0; a && b && a !== b && step < 2 * CLIMB; step += 1)
    if (a.depth >= b.depth) a = a.parent;
    else b = b.parent;
  return a && a === b ? a.depth : -1;
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let [best, most] = [0, 0];
  for (const [value, count] of counts)
    if (count > most || (count === most && value > best)) [best, most] = [value, count];
  return best;
}

const isBeside = (record: ListRecord, next: ListRecord | undefined): boolean => {
  if (!next) return false;
  if (record.box && next.box) return record.box.parent === next.box.parent;
  return record.title.span.block.frame === next.title.span.block.frame;
};

/** How many blocks behind a record's box are still its own. */
function tailOf(
  record: ListRecord,
  next: ListRecord | undefined,
  blocks: readonly Block[],
): number {
  const { box, end } = record;
  const parent = box ? box.parent : record.title.span.block.frame;
  const limit = Math.min(
    next ? next.first : blocks.length,
    Math.min(parent?.end ?? blocks.length, blocks.length),
    end + LENGTH,
  );
  const level = record.title.span.block.heading;
  let at = end;
  // A heading that is as high as the title, or any where the title is none, begins something else.
  while (at < limit) {
    const heading = blocks[at]?.heading ?? 0;
    if (heading > 0 && (level === 0 || heading <= level)) break;
    at += 1;
  }
  return Math.max(0, at - end);
}

/** Moves the text before each title alike (an id, a date, a `dt` before its `dd`) from the record before to its own. */
function withLeads(
  records: ListRecord[],
  blocks: readonly Block[],
  facts: FactReader,
): ListRecord[] {
  const isLed = areLed(records, blocks, facts);
  const leads = records.map((record, index) =>
    leadOf(record, records[index - 1], blocks, (block) => mayLead(facts.of(block), isLed)),
  );
  const sure = leads.filter((lead) => lead > 0).length;
  if (leads[0] === 0 || sure < records.length * 0.8) return records;
  for (const [index, record] of records.entries()) {
    const lead = leads[index] ?? 0;
    if (lead === 0) continue;
    record.first -= lead;
    record.box = undefined;
    const before = records[index - 1];
    if (before && before.end > record.first) before.end = record.first;
  }
  return records;
}

/** Whether a short block may precede a title: an id, a date, the names where they come first. */
const mayLead = ({ words, ids, date, names }: Facts, isLed: boolean): boolean =>
  (isLed && names !== undefined) || (words <= 12 && (ids.length > 0 || date));

/** Whether names directly precede the titles, and do not follow them. */
function areLed(
  records: readonly ListRecord[],
  blocks: readonly Block[],
  facts: FactReader,
): boolean {
  let [before, behind] = [0, 0];
  for (const { title } of records) {
    const at = title.span.block.index;
    const [last, next] = [blocks[at - 1], blocks[at + 1]];
    if (last && facts.of(last).names) before += 1;
    if (next && facts.of(next).names) behind += 1;
  }
  return before >= records.length * 0.7 && behind < before * 0.7;
}

function leadOf(
  record: ListRecord,
  before: ListRecord | undefined,
  blocks: readonly Block[],
  mayStand: (block: Block) => boolean,
): number {
  const floor = before ? before.title.span.block.index + 1 : 0;
  const inDefinition = inTag(record.title.span.block.frame, 'dd');
  let lead = 0;
  for (let at = record.first - 1; at >= floor && lead < 4; at -= 1) {
    const block = blocks[at];
    if (!block || block.heading > 0) break;
    const isTerm = inDefinition && inTag(block.frame, 'dt');
    if (!isTerm && !mayStand(block)) break;
    lead += 1;
  }
  return lead;
}

function inTag(frame: Frame, tag: string): boolean {
  let at: Frame | null = frame;
  for (let level = 0; at && level < 3; level += 1, at = at.parent) if (at.tag === tag) return true;
  return false;
}
