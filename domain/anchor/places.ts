import search from 'approx-string-match';
import { align, EDIT_COST, leftOf, REACH, rightOf, sideAfter, sideBefore } from './align';
import { agreeingLength } from './evidence';
import { isInWord, type MatchForm } from './match-form';
import type { Stretch } from './stretch';
import { reversed, type Wanted } from './wanted';

/** Edits allowed in what is searched for, as a share of its length. */
const EDITS = 0.25;
/** The same for the passage alone: what has more is other words in its place. One in `SHORTEST` characters or more. */
const OWN_EDITS = { short: 0.25, long: 0.34 };
const LONG_ENOUGH = 80;
const SHORTEST = 5;
/** A shorter passage is searched for together with words around it, UTF-16 units of the match form. */
const LONG = 32;
/** Evidence taken off for an end in the middle of a word where the passage ended with one. */
const TORN_WORD = 4;
/** Places that are looked at closely. */
const CANDIDATES = 12;
const MOST_ALIGNED = 4;
/** Most steps of the approximate search, characters of text times characters of quote (some 50 ms). */
const MOST_WORK = 5e7;

/** Where the words are the same, best context first; a rough look at each occurrence, so that the many of a short word cost little. */
export function inSameWords(form: MatchForm, wanted: Wanted): Stretch[] {
  const found: { stretch: Stretch; rank: number }[] = [];
  const { quote, before, after } = wanted;
  for (let at = form.text.indexOf(quote); at >= 0; at = form.text.indexOf(quote, at + 1)) {
    const stretch = { start: at, end: at + quote.length, errors: 0 };
    const rank =
      agreeingLength(before.text, leftOf(form, at)) +
      agreeingLength(after.text, rightOf(form, stretch.end));
    found.push({ stretch, rank: rank + nearness(form, wanted, at) });
  }
  return found
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, CANDIDATES)
    .map(({ stretch }) => stretch);
}

/**
 * Where nearly the same words are; those of a short passage with words of its sentence around it.
 * @param loosely how many times the usual number of edits is allowed
 */
export function inEditedWords(form: MatchForm, wanted: Wanted, loosely = 1): Stretch[] {
  const rough: Stretch[] = [];
  for (const { left, right } of surroundings(wanted)) {
    const pattern = left + wanted.quote + right;
    if (pattern.length * form.text.length > MOST_WORK) continue;
    for (const { start, end, errors } of search(
      form.text,
      pattern,
      Math.floor(pattern.length * EDITS * loosely),
    ))
      if (end - start > left.length + right.length)
        rough.push({ start: start + left.length, end: end - right.length, errors });
  }
  const { length } = wanted.quote;
  const share = loosely * (length < LONG_ENOUGH ? OWN_EDITS.short : OWN_EDITS.long);
  const most = length < SHORTEST ? 0 : Math.max(1, length * share);
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

/** The evidence that a stretch is the passage. */
export interface Evidence {
  /** Characters of passage and context that agree, less what speaks against. */
  agreed: number;
  /** Of the context in the passage's own sentence: characters that agree, and of how many. */
  near: number;
  nearMost: number;
}

/** Compares a stretch of a text and what is around it with what is looked for. */
export function evidenceFor(stretch: Stretch, form: MatchForm, wanted: Wanted): Evidence {
  const { start, end, errors } = stretch;
  const { quote, before, after } = wanted;
  const left = sideBefore(form, wanted, start);
  const right = sideAfter(form, wanted, end);
  const torn = (at: number | undefined): number => (isInWord(form.of, at ?? 0) ? TORN_WORD : 0);
  return {
    agreed:
      quote.length -
      EDIT_COST * errors +
      left.all +
      right.all -
      (before.isWord ? torn(form.starts[start]) : 0) -
      (after.isWord ? torn(form.ends[end - 1]) : 0) +
      nearness(form, wanted, start),
    near: left.near + right.near,
    // Where the text itself ends, nothing more can be asked of it.
    nearMost: Math.min(before.near, start) + Math.min(after.near, form.text.length - end),
  };
}

/** The most that can agree. */
export const mostOf = ({ quote, before, after }: Wanted): number =>
  quote.length + before.text.length + after.text.length;

/** Below one: decides only between places that agree equally well. */
const nearness = (form: MatchForm, { expected }: Wanted, at: number): number =>
  expected < 0 ? 0 : 0.5 * (1 - Math.abs(at - expected) / (form.text.length + 1));
