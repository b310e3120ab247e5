import search from 'approx-string-match';
import type { Position, Quote } from '@/domain/paper';
import { align, EDIT_COST, leftOf, REACH, rightOf, sideAfter, sideBefore } from './align';
import { run } from './evidence';
import { isInWord, type MatchForm, matchForm } from './match-form';
import { type Stretch, stretchInText } from './stretch';
import { reversed, type Wanted, wantedOf } from './wanted';

/** Where a passage stands in a text, and how it was found. */
export interface Found extends Position {
  /** At its old place; elsewhere in the same words; in words that were edited. */
  how: 'position' | 'exact' | 'approximate';
  /** 0 to 1: how much of passage and context agrees. */
  score: number;
}

/** Edits allowed in what is searched for, as a share of its length. */
const EDITS = 0.25;
/** The same for the passage alone: what has more is other words in its place. */
const OWN_EDITS = 0.34;
/** A shorter passage is searched for together with words around it, UTF-16 units of the match form. */
const LONG = 32;
/** Evidence taken off for an end in the middle of a word where the passage ended with one. */
const TORN_WORD = 4;
/** Characters that must agree, passage and context together, for a place to count as the passage's. */
const ENOUGH = 26;
/**
 * Phrases come back within an abstract. Of the context in its own sentence, so much must agree for a passage of at
 * most `OFTEN` characters; less for longer ones, nothing from `UNIQUE` characters on.
 */
const NEAR_SHARE = { exact: 0.4, edited: 0.55 };
const OFTEN = 30;
const UNIQUE = 80;
/** Places that are looked at closely. */
const CANDIDATES = 12;
const MOST_ALIGNED = 4;
/** Most steps of the approximate search, characters of text times characters of quote (some 50 ms). */
const MOST_WORK = 5e7;

/**
 * Finds a stored passage in a text that may be another version of the one it was made on: at its position, in the
 * same words by context, in edited words by context. A place is accepted on evidence only: a passage that was
 * removed is not "found" where its words occur for another reason.
 * @param text normalised text of the field (`normalise.ts`)
 * @returns offsets inside of `text`, never empty; `null` where the text does not hold the passage
 */
export function find(text: string, quote: Quote, position: Position): Found | null {
  return atPosition(text, quote, position) ?? byEvidence(text, quote, position);
}

function atPosition(text: string, { exact, prefix, suffix }: Quote, { start }: Position) {
  const end = start + exact.length;
  if (exact === '' || !text.startsWith(exact, start)) return null;
  if (!text.startsWith(suffix, end) || text.slice(start - prefix.length, start) !== prefix)
    return null;
  return { start, end, how: 'position', score: 1 } satisfies Found;
}

function byEvidence(text: string, quote: Quote, position: Position): Found | null {
  const form = matchForm(text);
  const wanted = wantedOf(quote, position, form);
  if (wanted.quote === '') return null;
  const best =
    strongest(inSameWords(form, wanted), text, form, wanted) ??
    strongest(inEditedWords(form, wanted), text, form, wanted);
  if (!best) return null;
  const { stretch, evidence } = best;
  const most = wanted.quote.length + wanted.before.text.length + wanted.after.text.length;
  return {
    ...stretchInText(text, form, stretch, wanted),
    how: stretch.errors > 0 ? 'approximate' : 'exact',
    score: Math.min(1, Math.max(0, evidence / most)),
  };
}

/** Where the words are the same, best context first; a rough look at each occurrence, so that the many of a short word cost little. */
function inSameWords(form: MatchForm, wanted: Wanted): Stretch[] {
  const found: { stretch: Stretch; rank: number }[] = [];
  const { quote, before, after } = wanted;
  for (let at = form.text.indexOf(quote); at >= 0; at = form.text.indexOf(quote, at + 1)) {
    const stretch = { start: at, end: at + quote.length, errors: 0 };
    const rank = run(before.text, leftOf(form, at)) + run(after.text, rightOf(form, stretch.end));
    found.push({ stretch, rank: rank + nearness(form, wanted, at) });
  }
  return found
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, CANDIDATES)
    .map(({ stretch }) => stretch);
}

/** Where nearly the same words are; those of a short passage with words of its sentence around it. */
function inEditedWords(form: MatchForm, wanted: Wanted): Stretch[] {
  const rough: Stretch[] = [];
  for (const { left, right } of surroundings(wanted)) {
    const pattern = left + wanted.quote + right;
    if (pattern.length * form.text.length > MOST_WORK) continue;
    for (const { start, end, errors } of search(
      form.text,
      pattern,
      Math.floor(pattern.length * EDITS),
    ))
      if (end - start > left.length + right.length)
        rough.push({ start: start + left.length, end: end - right.length, errors });
  }
  const most = Math.max(1, wanted.quote.length * OWN_EDITS);
  return apart(rough)
    .map((stretch) => align(form, wanted, stretch))
    .filter(({ errors }) => errors <= most);
}

/** The best of stretches that are nearly the same, and few enough to be looked at closely. */
function apart(stretches: Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const one of stretches.toSorted((a, b) => a.errors - b.errors)) {
    if (kept.length === MOST_ALIGNED) break;
    if (kept.every(({ start }) => Math.abs(start - one.start) > REACH)) kept.push(one);
  }
  return kept;
}

/** Context that is searched for along with a passage: none with a long one; either side of a short one, and both. */
function surroundings({ quote, before, after }: Wanted): { left: string; right: string }[] {
  if (quote.length >= LONG) return [{ left: '', right: '' }];
  const most = Math.ceil((LONG - quote.length) / 2) + 4;
  const left = reversed(before.text.slice(0, Math.min(before.near, most)));
  const right = after.text.slice(0, Math.min(after.near, most));
  return [
    { left, right },
    { left, right: '' },
    { left: '', right },
  ];
}

function strongest(stretches: Stretch[], text: string, form: MatchForm, wanted: Wanted) {
  let best: { stretch: Stretch; evidence: number } | null = null;
  for (const stretch of stretches) {
    const evidence = evidenceFor(stretch, text, form, wanted);
    if (evidence >= ENOUGH && (!best || evidence > best.evidence)) best = { stretch, evidence };
  }
  return best;
}

/** Characters that agree, less what speaks against; −∞ where the sentence around is another. */
function evidenceFor(stretch: Stretch, text: string, form: MatchForm, wanted: Wanted): number {
  const { start, end, errors } = stretch;
  const { quote, before, after } = wanted;
  const left = sideBefore(form, wanted, start);
  const right = sideAfter(form, wanted, end);
  // Where the text itself ends, nothing more can be asked of it.
  const most = Math.min(before.near, start) + Math.min(after.near, form.text.length - end);
  if (left.near + right.near < nearShare(quote.length, errors) * most) return -Infinity;
  const torn = (at: number | undefined): number => (isInWord(text, at ?? 0) ? TORN_WORD : 0);
  return (
    quote.length -
    EDIT_COST * errors +
    left.all +
    right.all -
    (before.isWord ? torn(form.starts[start]) : 0) -
    (after.isWord ? torn(form.ends[end - 1]) : 0) +
    nearness(form, wanted, start)
  );
}

const nearShare = (length: number, errors: number): number =>
  (NEAR_SHARE[errors > 0 ? 'edited' : 'exact'] *
    Math.min(UNIQUE - OFTEN, Math.max(0, UNIQUE - length))) /
  (UNIQUE - OFTEN);

/** Below one: decides only between places that agree equally well. */
const nearness = (form: MatchForm, { expected }: Wanted, at: number): number =>
  expected < 0 ? 0 : 0.5 * (1 - Math.abs(at - expected) / (form.text.length + 1));
