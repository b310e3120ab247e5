import type { Context, Position, Quote } from '@/domain/paper/paper';
import { alikeIn } from './alike';

/** Characters kept before and after a passage, UTF-16 units. */
export const CONTEXT = 32;

/** What is stored of a passage; made once, never changed. */
export interface Selectors {
  quote: Quote;
  position: Position;
}

/**
 * Describes a passage of a field's normalised text. White space at its ends is left out and no surrogate pair
 * is cut; offsets outside of the text are brought inside.
 * @returns `null` where nothing but white space is left
 */
export function describeQuote(text: string, start: number, end: number): Selectors | null {
  let from = wholeBefore(text, clamp(start, text.length));
  let to = wholeAfter(text, clamp(end, text.length));
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  if (from >= to) return null;
  const position = { start: from, end: to };
  const quote = contextOf(text, position);
  const alike = alikeIn(text, quote, position).map((other) => contextOf(text, other));
  return { quote: { ...quote, alike }, position };
}

const contextOf = (text: string, { start, end }: Position): Context => ({
  exact: text.slice(start, end),
  prefix: text.slice(wholeAfter(text, Math.max(0, start - CONTEXT)), start),
  suffix: text.slice(end, wholeBefore(text, Math.min(text.length, end + CONTEXT))),
});

const clamp = (offset: number, most: number): number =>
  Math.min(most, Math.max(0, Math.trunc(offset) || 0));

/** Whether an offset is inside of a surrogate pair. */
const splits = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));

const wholeBefore = (text: string, at: number): number => (splits(text, at) ? at - 1 : at);
const wholeAfter = (text: string, at: number): number => (splits(text, at) ? at + 1 : at);
