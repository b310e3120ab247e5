import { agreement, EDGE } from './evidence';
import type { MatchForm } from './match-form';
import type { Stretch } from './stretch';
import type { Wanted } from './wanted';

/** An edit inside of the passage costs as much evidence as so many agreeing characters. */
export const EDIT_COST = 2;
/** How far an end may be from where the search has put it, characters. */
export const REACH = 12;

/**
 * Puts the ends of a stretch that is nearly the quote where passage and context together agree best: one alignment
 * of the quote, its start worth what the context before it agrees, its end what the context after it does.
 */
export function align(form: MatchForm, wanted: Wanted, found: Stretch): Stretch {
  const { quote } = wanted;
  const from = Math.max(0, found.start - REACH);
  const to = Math.min(form.text.length, found.end + REACH);
  const width = to - from;
  // Rows are quotes' characters; a cell is the best score so far, and where that alignment started.
  let scores = new Float64Array(width + 1);
  let starts = new Int32Array(width + 1);
  for (let column = 0; column <= width; column++) {
    const isNear = Math.abs(from + column - found.start) <= REACH;
    scores[column] = isNear ? agreementBefore(form, wanted, from + column) : -1e9;
    starts[column] = from + column;
  }
  for (let row = 1; row <= quote.length; row++) {
    const next = new Float64Array(width + 1);
    const nextStarts = new Int32Array(width + 1);
    next[0] = (scores[0] ?? 0) - EDIT_COST;
    nextStarts[0] = starts[0] ?? 0;
    for (let column = 1; column <= width; column++) {
      const isSame = quote.charCodeAt(row - 1) === form.text.charCodeAt(from + column - 1);
      const both = (scores[column - 1] ?? 0) + (isSame ? 1 : 1 - EDIT_COST);
      const left = (scores[column] ?? 0) - EDIT_COST + 1;
      const extra = (next[column - 1] ?? 0) - EDIT_COST;
      const best = Math.max(both, left, extra);
      next[column] = best;
      nextStarts[column] =
        (best === both
          ? starts[column - 1]
          : best === left
            ? starts[column]
            : nextStarts[column - 1]) ?? 0;
    }
    [scores, starts] = [next, nextStarts];
  }
  let best = { start: found.start, end: found.end, score: -Infinity };
  for (let column = Math.max(1, width - 2 * REACH); column <= width; column++) {
    const end = from + column;
    const start = starts[column] ?? 0;
    if (end <= start) continue;
    const own = scores[column] ?? 0;
    if (own + wanted.after.text.length <= best.score) continue;
    const score = own + agreementAfter(form, wanted, end);
    if (score > best.score) best = { start, end, score };
  }
  const own =
    best.score - agreementBefore(form, wanted, best.start) - agreementAfter(form, wanted, best.end);
  return { start: best.start, end: best.end, errors: (quote.length - own) / EDIT_COST };
}

/** How well the text before `start` agrees with the text that preceded the quote. */
export const sideBefore = (form: MatchForm, { before }: Wanted, start: number) =>
  agreement(before.text, before.near, leftOf(form, start));
/** How well the text after `end` agrees with the text that followed the quote. */
export const sideAfter = (form: MatchForm, { after }: Wanted, end: number) =>
  agreement(after.text, after.near, rightOf(form, end));
const agreementBefore = (form: MatchForm, wanted: Wanted, start: number): number =>
  sideBefore(form, wanted, start).all;
const agreementAfter = (form: MatchForm, wanted: Wanted, end: number): number =>
  sideAfter(form, wanted, end).all;

/** Reads the text leftwards from `start`: the character at a distance, or the edge beyond the beginning of the text. */
export const leftOf =
  (form: MatchForm, start: number) =>
  (distance: number): string =>
    start - 1 - distance >= 0 ? form.text.charAt(start - 1 - distance) : EDGE.charAt(0);

/** Reads the text rightwards from `end`: the character at a distance, or the edge beyond the end of the text. */
export const rightOf =
  (form: MatchForm, end: number) =>
  (distance: number): string =>
    end + distance < form.text.length ? form.text.charAt(end + distance) : EDGE.charAt(0);
