import search from 'approx-string-match';
import { find } from '@/domain/anchor/find';
import type { Case } from './cases';

/** Where a method finds the passage of a case; `null` where it finds none. */
export type Method = (one: Case, page: Page) => { start: number; end: number } | null;

/** The whole page that holds a case's text, and the text's place in it. */
export interface Page {
  text: string;
  at: number;
}

export const ours: Method = ({ text, passage: { selectors } }) =>
  find(text, selectors.quote, selectors.position);

/**
 * The plain method: the exact words, else the fewest edits (up to half of the passage) anywhere on the page; the
 * first place where there are several. It is how annotation tools find a quote without knowing entries.
 */
export const plain: Method = ({ passage }, { text, at }) => {
  const { exact } = passage.selectors.quote;
  const same = text.indexOf(exact);
  if (same >= 0) return { start: same - at, end: same - at + exact.length };
  const most = Math.min(256, Math.floor(exact.length / 2));
  const [best] = search(text, exact, most).toSorted((a, b) => a.errors - b.errors);
  return best ? { start: best.start - at, end: best.end - at } : null;
};

export type Verdict = 'right' | 'missed' | 'wrong';

/** Both ends may be off by so much: a mark of markup, or the rest of an edited word. */
const tolerance = (length: number): number => Math.max(4, length * 0.15);

/** How far a value is from a range. */
const outside = (value: number, low: number, high: number): number =>
  Math.max(0, low - value, value - high);

/** What a person would say of an answer. Parts of a passage may be shown where they are, or not at all. */
export function judge({ truth, widest, fate }: Case, said: ReturnType<Method>): Verdict {
  if (fate === 'again') return 'right';
  if (!said) return fate === 'survived' ? 'missed' : 'right';
  if (!truth || !widest) return 'wrong';
  if (fate === 'partly')
    return said.start < truth.end && said.end > truth.start ? 'right' : 'wrong';
  const off = Math.max(
    outside(said.start, widest.start, truth.start),
    outside(said.end, truth.end, widest.end),
  );
  return off <= tolerance(truth.end - truth.start) ? 'right' : 'wrong';
}
