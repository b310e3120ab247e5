import type { Candidate } from './candidate';
import type { Span } from './model';

/*
 * What a page writes before or behind its titles, alike each time: titles differ, labels do not.
 */

/** Titles from which on, and the share of them from which on, what they begin or end with alike is a label of each. */
const FEW = 4;
const ALIKE = 0.5;
/** Titles from which on the same bracket is a label, whatever their share: a kind of paper, a prize. */
const SAME = 3;

/** A sign that counts or labels, among the first words of a title: `[Paper 12]`, `3B-2`, `Talk 4:`. */
const COUNTED = /^(?:\S+\s+){0,2}?\S*[\d:\]]\S*\s+(?=\S)/u;
/** A bracket before a title: `(Short Paper) Title`. */
const BRACKET_BEFORE = /^\s*[[({（【][^[\](){}（）【】]{1,40}[\])}）】]\s*[:.–—-]?\s*(?=\S)/u;
/** What ends in a number behind a title: its page (`p473`, `..... 12`), who takes it and how long (`- ADA, 8`). */
const NUMBERED =
  /(?:\s+[-–—|]\s+\p{Lu}{2,12},?\s*|[\s,]*(?:\.\s?){3,}|[\s,]+(?:pp?|S|с)\.?\s?)\d{1,5}(?:\s?[–-]\s?\d{1,5})?\W*$/u;
/** A bracket behind a title: `Title (Findings)`. A part has its number in one, and short texts call themselves abstracts. */
const BRACKET_BEHIND =
  /\s*[[({（【](?!\d+\W)(?![^()]*\babstract\W)[^[\](){}（）【】]{1,40}[\])}）】][\s.,;]*$/iu;

/** How a text ends whose last words are a bracket, or a number: the others need no closer look. */
const IN_BRACKET = /[\])}）】][\s.,;]*$/;
const IN_NUMBER = /\d\W*$/;

/** A way to read a label: by its place and its form. */
interface Kind {
  at: 'before' | 'behind';
  pattern: RegExp;
  /** How a text ends that has one behind it. */
  last?: RegExp;
  /** How many of some titles must have a label of one shape. */
  least: (titles: number) => number;
}

/** The year behind a title. */
const YEAR_BEHIND = /\s*[([（]\s*(?:19|20)\d\d\s*[)\]）][\s.,;]*$/u;

const most = (titles: number): number => Math.max(FEW, titles * ALIKE);
const some = (): number => SAME;

const KINDS: readonly Kind[] = [
  { at: 'before', pattern: COUNTED, least: most },
  { at: 'before', pattern: BRACKET_BEFORE, least: some },
  { at: 'behind', pattern: BRACKET_BEHIND, last: IN_BRACKET, least: some },
  { at: 'behind', pattern: NUMBERED, last: IN_NUMBER, least: most },
  { at: 'behind', pattern: YEAR_BEHIND, last: IN_BRACKET, least: some },
];

/** Characters within which a label is, before a title and behind one. */
const BEFORE = 160;
const BEHIND = 60;
/** Characters at the end of a title within which its last sign is. */
const CLOSING = 12;

/** What labels of one kind share: numbers, and words in capitals, differ. */
const shapeOf = (label: string): string =>
  label
    .replace(/\d+/g, '#')
    .replace(/\p{Lu}{2,}/gu, 'A')
    .replace(/\s+/g, ' ')
    .trim();

function labelOf({ block: { raw }, start, end }: Span, kind: Kind): string | undefined {
  const { at, pattern, last } = kind;
  if (last && !last.test(raw.slice(Math.max(start, end - CLOSING), end))) return undefined;
  const text =
    at === 'before'
      ? raw.slice(start, Math.min(end, start + BEFORE))
      : raw.slice(Math.max(start, end - BEHIND), end);
  return pattern.exec(text)?.[0];
}

const cut = ({ block, start, end }: Span, { at }: Kind, length: number): Span =>
  at === 'before' ? { block, start: start + length, end } : { block, start, end: end - length };

/**
 * The titles of a role without what most of them begin or end with alike, numbers apart, and without a bracket that several
 * have. `read` makes a title of a stretch anew; a title that nothing is left of is dropped.
 */
export function withoutLabels(
  members: readonly Candidate[],
  read: (span: Span) => Candidate | undefined,
): readonly Candidate[] {
  let left = members;
  for (const kind of KINDS) left = withoutKind(left, kind, read);
  return left;
}

function withoutKind(
  members: readonly Candidate[],
  kind: Kind,
  read: (span: Span) => Candidate | undefined,
): readonly Candidate[] {
  const labels = members.map(({ span }) => labelOf(span, kind));
  const counts = new Map<string, number>();
  for (const label of labels)
    if (label) counts.set(shapeOf(label), (counts.get(shapeOf(label)) ?? 0) + 1);
  const least = kind.least(members.length);
  const isLabel = (label: string | undefined): label is string =>
    label !== undefined && (counts.get(shapeOf(label)) ?? 0) >= least;
  if (!labels.some(isLabel)) return members;
  return members.flatMap((member, index) => {
    const label = labels[index];
    if (!isLabel(label)) return [member];
    const found = read(cut(member.span, kind, label.length));
    return found ? [{ ...found, score: Math.min(found.score, member.score) }] : [];
  });
}
