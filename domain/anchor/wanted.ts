import type { Context, Position } from '@/domain/paper/paper';
import { EDGE } from './evidence';
import { isInWord, type MatchForm, matchForm } from './match-form';

/** Context on one side of a passage in match form, the character nearest to the passage first. */
export interface Side {
  text: string;
  /** How many of its characters are in the same sentence as the passage's end there. */
  near: number;
  /** Whether the passage has a whole word there. */
  isWord: boolean;
  /** What the passage itself has there that the match form leaves out: a quotation mark, `$`, `\emph{`. */
  marks: string;
}

/** What is looked for. */
export interface Wanted {
  /** The passage in match form. */
  quote: string;
  before: Side;
  after: Side;
  /** Where it would start in the text's match form, had the text not changed; −1 beyond its end. */
  expected: number;
}

/** The end of a sentence with the white space after it. */
const BORDER = /[.!?]['"”’)\]]*\s+|[。！？]['"”’」』）]*\s*/gu;

/** Reads a quote as one text with its context, so that a word or command that its ends cut is read as a whole. */
export function wantedOf({ exact, prefix, suffix }: Context, { start }: Position, form: MatchForm) {
  const whole = prefix + exact + suffix;
  const [from, to] = [prefix.length, prefix.length + exact.length];
  const { text, starts, ends } = matchForm(whole);
  const first = indexFrom(starts, from);
  const last = lastWithin(ends, first, indexFrom(starts, to), to);
  const borders = [...whole.matchAll(BORDER)].map(({ index, 0: { length } }) => index + length);
  const opened = borders.findLast((border) => border <= from) ?? 0;
  const closed = borders.find((border) => border > to) ?? whole.length;
  const before = reversed(text.slice(0, first));
  // A context is cut short by an end of the text alone (or by one unit, where a pair would be split).
  const wanted: Wanted = {
    quote: text.slice(first, last),
    before: {
      text: start <= prefix.length ? before + EDGE : before,
      near: first - indexFrom(starts, opened),
      isWord: !isInWord(whole, from),
      marks: whole.slice(from, starts[first] ?? to),
    },
    after: {
      text: text.slice(last) + (suffix.length < 31 ? EDGE : ''),
      near: indexFrom(starts, closed) - last,
      isWord: !isInWord(whole, to),
      marks: whole.slice(ends[last - 1] ?? to, to),
    },
    expected: form.starts.findIndex((offset) => offset >= start),
  };
  return wanted;
}

/** A command that the passage's end cuts is left out, unless nothing else is there. */
function lastWithin(ends: readonly number[], first: number, last: number, to: number): number {
  const whole = ends.findIndex((end) => end > to);
  return whole > first && whole < last ? whole : last;
}

const indexFrom = (ascending: readonly number[], least: number): number => {
  const index = ascending.findIndex((value) => value >= least);
  return index < 0 ? ascending.length : index;
};

/** A text with its UTF-16 units in reverse order. */
export const reversed = (text: string): string => text.split('').toReversed().join('');
