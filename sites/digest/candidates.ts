import type { Facts, FactReader } from './facts';
import { type Block, type Run, type Span, textOf } from './model';
import { titleSpanOfCitation } from './citation';
import { collapse } from '@/domain/text';
import { type Candidate, candidate } from './candidate';
import { withoutLabels } from './labels';
import { leadingNames } from './led-names';
import { namesIn } from './names';
import { referencesIn } from './references';
import { trimmed } from './trim';
import { isVenueSlot } from './venue-slot';
import { wordCount } from './words';

/** Stretches that the page treats alike: the hypothesis that they are the titles of a list. */
export interface Role {
  key: string;
  members: Candidate[];
}

/** How much a text looks like a title that says little, in a column of titles. */
const NAMED = 0.6;

/** The title in a field of that name, or in a column of titles: it may be a word there. */
function titleOf(span: Span): Candidate | undefined {
  const found = candidate(span);
  if (!span.block.column) return found && { ...found, score: 1 };
  const clean = trimmed(span);
  const text = textOf(clean);
  if (text.length < 2 || text.length > 400 || !/\p{L}/u.test(text)) return undefined;
  // Of a cell that markup parts, a part may be the title.
  const whole = isOfParts(span.block) ? 0.9 : 1;
  return { span: clean, text, score: Math.max(NAMED, (found?.score ?? 0) * whole) };
}

/** All roles of a page with the stretches that may be titles; a stretch plays several roles. */
export function rolesOf(blocks: readonly Block[], facts: FactReader): Role[] {
  const roles = new Map<string, Candidate[]>();
  const add = (key: string, found: Candidate | undefined): void => {
    if (!found) return;
    const members = roles.get(key);
    if (!members) roles.set(key, [found]);
    else if (members.at(-1)?.span.block !== found.span.block) members.push(found);
  };
  const references = referencesIn(blocks, facts);
  /** Where names are beside a block that is none itself: without markup, that is the sign of a title. */
  const namesBeside = (index: number): Beside => {
    const [before, block, next] = [blocks[index - 1], blocks[index], blocks[index + 1]];
    if (!block) return 'none';
    const { names, words } = facts.of(block);
    if (names && (names.length > 1 || words < 4)) return 'none';
    if (next && isOfNames(facts.of(next))) return 'behind';
    return before && isOfNames(facts.of(before)) ? 'before' : 'none';
  };
  /** How many blocks are as long as references, by their place. */
  const likes = new Map<string, number>();
  for (const [index, block] of blocks.entries()) {
    if (references.has(block) || block.column === 'text') continue;
    const { field, from, end, isParagraph, words } = facts.of(block);
    if (field === 'title') {
      const found = titleOf({ block, start: from, end });
      if (found) add('field', found);
    } else if (field !== undefined) continue;
    if ((field === undefined || block.column) && !isParagraph && words <= 45)
      wholeRoles(block, namesBeside(index), add);
    runRoles(block, isParagraph, add);
    if (words > 6 && words < 200) {
      const key = `citation ${pathOf(block, 2)}`;
      likes.set(key, (likes.get(key) ?? 0) + 1);
      add(key, candidateOf(titleSpanOfCitation(block)));
    }
  }
  return [...roles].flatMap(([key, members]) =>
    // A few lines that happen to read like references are none.
    members.length < (likes.get(key) ?? 0) * 0.25
      ? []
      : [{ key, members: distinct(withoutLabels(members, candidate)) }],
  );
}

/** How a label begins that says something else each time: `Sub forums: …`, `Posted by …`. */
const labelOf = (text: string): string | undefined =>
  /^(?:[^\s:]+ [^\s:]+(?: [^\s:]+)?:|\S+ by) /u.exec(text)?.[0];

/** Without texts that recur, whole or as the beginning of others: titles differ, labels do not. */
function distinct(members: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>();
  const count = (text: string): unknown => counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const { text } of members) {
    count(text);
    const label = labelOf(text);
    if (label) count(label);
  }
  return members.filter(
    ({ text }) =>
      (counts.get(text) ?? 0) < 4 &&
      (counts.get(labelOf(text) ?? '') ?? 0) < Math.max(4, members.length * 0.4),
  );
}

const candidateOf = (span: Span | undefined): Candidate | undefined => span && candidate(span);

/** Whether a block is names, or a line that begins with names: `A. Author, B. Author - Venue, 2023`. */
const isOfNames = ({ names, text, words, isParagraph }: Facts): boolean =>
  names !== undefined ||
  (!isParagraph && words < 40 && /[-–—:([]/.test(text) && leadingNames(`${text} `) !== undefined);

type Beside = 'behind' | 'before' | 'none';
type Add = (key: string, found: Candidate | undefined) => void;

/** The nearest boxes around a block, as tags. */
function pathOf(block: Block, length: number): string {
  let path = block.frame.tag;
  for (
    let [frame, left] = [block.frame.parent, length - 1];
    frame && left > 0;
    frame = frame.parent, left -= 1
  )
    path += `<${frame.tag}`;
  return path;
}

/** A bullet or a number that is written, not drawn. */
const SIGN = /^\s*([•‣▪◦●■□➢►»*–-]|\d{1,3}[.)]|[[(]\d{1,3}[\])])\s*(?=[\p{L}"“„«「])/u;

function wholeRoles(block: Block, beside: Beside, add: Add): void {
  const style = commonStyle(block.runs.filter(({ start, end }) => end > start));
  const all = candidate({ block, start: 0, end: block.raw.length });
  if (!all) return;
  // Where what comes first is set in another way than the rest, that is likelier the title than the whole.
  const isMixed = (style === '' && block.runs[0]?.style !== '') || isOfParts(block);
  const found = isMixed ? { ...all, score: all.score * 0.9 } : all;
  const path = pathOf(block, 3);
  add(`block ${path} ${style}`, found);
  add(`block ${path} ${style} ${Math.min(block.line, 5)}`, found);
  if (block.heading > 0) add(`heading ${block.heading}`, found);
  if (beside !== 'none') add(`named ${beside} ${path}`, found);
  // A sign that the page writes before each title, where no markup tells it from the lines below.
  const sign = SIGN.exec(block.raw)?.[1];
  if (sign) add(`sign ${/\d/.test(sign) ? '#' : sign} ${path}`, found);
  const nth = placeIn(block);
  if (nth !== undefined) add(`nth ${nth} ${path}`, found);
  const row = block.frame.tag.startsWith('td') ? block.frame.parent : block.frame.parent?.parent;
  const mark = block.runs[0]?.mark ?? '';
  const isMarked = mark.includes('.') && block.runs.every((run) => run.mark === mark);
  if (!row || row.cells < 1) {
    // Apart from stretches with that mark: those are cut where a formula or an emphasis begins.
    if (isMarked && block.frame.element && block.frame.lines === 1) add(`whole ${mark}`, found);
    return;
  }
  if (isMarked) add(`mark ${mark}`, found);
  // A row of another kind has another number of cells; cells that are alike are of one kind.
  add(`row ${row.cells} ${path} ${style}`, found);
  if (beside === 'behind') add(`cell ${path.replace(/td\d+/, 'td')} ${style}`, found);
}

/** Blocks of an item at most, and those of them that are told apart by their place. */
const ITEM = 12;
const MOST_PLACES = 3;

/** Which text of its item a block is, where each has a box of its own: titles have the same place in every item. */
function placeIn({ index, frame: { element, parent } }: Block): number | undefined {
  if (!element || !parent?.element) return undefined;
  const size = parent.end - parent.first;
  if (size < 2 || size > ITEM) return undefined;
  const nth = index - parent.first;
  return nth < MOST_PLACES ? nth : undefined;
}

/** Whether markup parts a block: into stretches of words, each set in its own way. */
function isOfParts({ raw, runs }: Block): boolean {
  const marks = new Set<string>();
  for (const { start, end, mark } of runs)
    if (/\p{L}{2}/u.test(raw.slice(start, end))) marks.add(mark);
  return marks.size > 1;
}

/** The letters that all runs share. */
const commonStyle = (runs: readonly Run[]): string =>
  Array.from(runs[0]?.style ?? '')
    .filter((letter) => runs.every((run) => run.style.includes(letter)))
    .join('');

/** Characters of the names before a title at most. */
const MOST_LEAD = 800;

/** The keys by which runs of a block are read together. */
const GROUPINGS: readonly [name: string, key: (run: Run) => string | undefined][] = [
  ['link', (run) => run.href],
  ['bold', (run) => (run.style.includes('b') ? 'b' : undefined)],
  ['italic', (run) => (run.style.includes('i') ? 'i' : undefined)],
  ['plain', (run) => (run.style === '' ? '' : undefined)],
  ['mark', (run) => (/[.]/.test(run.mark) && !run.mark.startsWith('text.') ? run.mark : undefined)],
  ['unmarked', (run) => (run.style === '' && !run.mark.includes('.') ? '' : undefined)],
  ['own', (run) => /^[^.]*/.exec(run.mark)?.[0]],
];

/** Stretches of a block that are told apart by their order; where a class tells them apart, names between may be many. */
const MOST_GROUPS = 4;
const MOST_MARKED = 12;

function runRoles(block: Block, isParagraph: boolean, add: Add): void {
  if (block.runs.length < 2) return;
  const path = pathOf(block, 2);
  // Groupings part a block in the same places, mostly.
  const read = memoised((start: number, end: number) =>
    candidateIn({ block, start, end }, isParagraph),
  );
  for (const [name, keyOf] of GROUPINGS) {
    let ordinal = 0;
    for (const { key, start, end } of groups(block, keyOf)) {
      if (ordinal >= (name === 'mark' ? MOST_MARKED : MOST_GROUPS)) break;
      const found = read(start, end);
      if (found === null) continue;
      // How a sentence begins before its first link or formula is no title.
      if (isParagraph && name === 'plain' && !/[.:–—-]\s*$/.test(block.raw.slice(start, end)))
        continue;
      // Sessions at the same time are beside each other.
      if (path.startsWith('td') && name !== 'mark' && name !== 'plain')
        add(`run ${path.replace(/td\d+/, 'td')} ${name} ${ordinal}`, found);
      if (name === 'mark') add(`mark ${key}`, found);
      else add(`run ${path} ${name} ${start === 0 && name === 'plain' ? 'lead' : ordinal}`, found);
      ordinal += 1;
    }
  }
}

/** A stretch that may be a title; `null` where prose speaks of it, or where a reference names its journal. */
function candidateIn(span: Span, isParagraph: boolean): Candidate | undefined | null {
  const found = candidate(span);
  return found && (isProse(found.span, isParagraph) || isVenueSlot(found.span)) ? null : found;
}

/** A function of two places that is worked out once for each pair. */
function memoised<T>(read: (start: number, end: number) => T): (start: number, end: number) => T {
  const known = new Map<string, T>();
  return (start, end) => {
    const key = `${start}-${end}`;
    const told = known.get(key);
    if (told !== undefined || known.has(key)) return told as T;
    const value = read(start, end);
    known.set(key, value);
    return value;
  };
}

/** Whether a stretch is what prose speaks of: not where names alone lead up to it. */
function isProse(span: Span, isParagraph: boolean): boolean {
  if (!isWithinSentence(span) && !(isParagraph && isMention(span))) return false;
  const { block, start } = span;
  return start > MOST_LEAD || namesIn(collapse(block.raw.slice(0, start))) === undefined;
}

/** Whether a stretch is words of a sentence that goes on before and behind it: a link or an emphasis in prose. */
function isWithinSentence({ block: { raw }, start, end }: Span): boolean {
  const before = raw.slice(Math.max(0, start - 40), start).trimEnd();
  const after = raw.slice(end, end + 40);
  return /[\p{L}\p{N},]$/u.test(before) && /^['’]?\p{L}*\s+(?!by\b)\p{Ll}/u.test(after);
}

/** Whether a sentence of prose leads up to a stretch: a paper that is talked about, not listed. */
function isMention({ block: { raw }, start }: Span): boolean {
  const sentence = /[^.!?:•|]*$/.exec(raw.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  return wordCount(sentence) > 4;
}

/** Stretches of neighbouring runs with one key. */
function groups(
  { runs }: Block,
  keyOf: (run: Run) => string | undefined,
): { key: string; start: number; end: number }[] {
  const found: { key: string; start: number; end: number }[] = [];
  let open: { key: string; start: number; end: number } | undefined;
  for (const run of runs.slice(0, 40)) {
    const key = keyOf(run);
    if (open && key === open.key) open.end = run.end;
    else {
      open = key === undefined ? undefined : { key, start: run.start, end: run.end };
      if (open) found.push(open);
    }
  }
  return found;
}
