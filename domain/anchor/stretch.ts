import type { Position } from '@/domain/paper';
import { isInWord, type MatchForm, matchForm } from './match-form';

/** A stretch of a match form, with the edits that make it the quote. */
export interface Stretch extends Position {
  errors: number;
}

/**
 * From a stretch of a match form back to the text, with what the match form leaves out and a reader expects inside:
 * the quotation marks that the quote began or ended with, the other `$` of a formula, and, after an approximate
 * match, the rest of a word.
 */
export function stretchInText(
  text: string,
  form: MatchForm,
  { start, end, errors }: Stretch,
  exact: string,
): Position {
  let from = form.starts[start] ?? 0;
  let to = form.ends[end - 1] ?? text.length;
  if (errors > 0) {
    while (from > 0 && isInWord(text, from)) from--;
    while (to < text.length && isInWord(text, to)) to++;
  }
  for (let left = marks(exact, 0, 1); left > 0 && isMark(text.charAt(from - 1)); left--) from--;
  for (let left = marks(exact, exact.length - 1, -1); left > 0 && isMark(text.charAt(to)); left--)
    to++;
  return wholeFormula(text, from, to);
}

/** A visible character that the match form leaves out. */
const isMark = (character: string): boolean => /\S/.test(character) && !matchForm(character).text;

/** How many marks a text has in a row. */
function marks(text: string, at: number, step: 1 | -1): number {
  let count = 0;
  while (isMark(text.charAt(at + count * step))) count++;
  return count;
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
