import type { Position } from '@/domain/paper/paper';
import { isInWord, type MatchForm, saysNothing } from './match-form';
import type { Side, Wanted } from './wanted';

/** A stretch of a match form, with the edits that make it the quote. */
export interface Stretch extends Position {
  errors: number;
}

/**
 * From a stretch of a match form back to the text, with what the match form leaves out and a reader expects inside:
 * the marks that the quote began or ended with, the other `$` of a formula, and, where the passage ended with a
 * whole word, the rest of that word.
 */
export function stretchInText(
  text: string,
  form: MatchForm,
  { start, end, errors }: Stretch,
  { before, after }: Wanted,
): Position {
  let from = form.starts[start] ?? 0;
  let to = form.ends[end - 1] ?? text.length;
  if (errors > 0 && before.isWord) while (from > 0 && isInWord(text, from)) from--;
  if (errors > 0 && after.isWord) while (to < text.length && isInWord(text, to)) to++;
  from -= text.endsWith(before.marks, from)
    ? before.marks.length
    : marked(text.slice(form.ends[start - 1] ?? 0, from), before, -1);
  to += text.startsWith(after.marks, to)
    ? after.marks.length
    : marked(text.slice(to, form.starts[end] ?? text.length), after, 1);
  return wholeFormula(text, from, to);
}

/** A quotation mark as an entity that the page has left raw, or any character. */
const PIECE = /&(?:[a-z]{4,5}|#\d+|#x[\da-f]+);|[^]/gi;
const QUOTES = /["'`´\u2018-\u201f«»]/;

/** How much of what lies between the passage and its neighbour belongs to it, as the quote had it. */
function marked(gap: string, { marks }: Side, step: 1 | -1): number {
  const isQuoted = QUOTES.test(marks);
  let most = marks.replace(/\s/g, '').length * (isQuoted ? 2 : 1);
  if (!saysNothing(gap)) return 0;
  const pieces = gap.match(PIECE) ?? [];
  let [length, reach] = [0, 0];
  for (const piece of step === 1 ? pieces : pieces.toReversed()) {
    reach += piece.length;
    if (/\s/.test(piece)) continue;
    const isMark = marks.includes(piece) || (isQuoted && (QUOTES.test(piece) || piece.length > 1));
    if (!isMark || most === 0) break;
    length = reach;
    most--;
  }
  return length;
}

/** Takes in the `$` just outside where the stretch holds only the other one. */
function wholeFormula(text: string, start: number, end: number): Position {
  const dollars = text.slice(start, end).split('$').length - 1;
  if (dollars % 2 === 1) {
    if (text.charAt(end) === '$') return { start, end: end + 1 };
    if (text.charAt(start - 1) === '$') return { start: start - 1, end };
  } else if (text.charAt(start) === '\\' && text.charAt(start - 1) === '$') {
    if (text.charAt(end) === '$') return { start: start - 1, end: end + 1 };
  }
  return { start, end };
}
