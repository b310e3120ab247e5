import search from 'approx-string-match';
import type { Position, Quote } from '@/domain/paper';
import { agreement, EDGE, run } from './evidence';
import { isInWord, type MatchForm, matchForm } from './match-form';
import { type Stretch, stretchInText } from './stretch';

/** Where a passage stands in a text, and how it was found. */
export interface Found extends Position {
  /** At its old place; elsewhere in the same words; in words that were edited. */
  how: 'position' | 'exact' | 'approximate';
  /** 0 to 1: how much of passage and context agrees. */
  score: number;
}

/** Shorter passages are found in the same words only, UTF-16 units of the match form. */
const SHORTEST_APPROXIMATE = 12;
/** Edits allowed in a passage, as a share of its length. */
const EDITS = 0.25;
/** What an edit inside of the passage takes from the evidence, in characters that agree. */
const EDIT_COST = 2;
/** Evidence taken off for an end in the middle of a word where the passage ended with one. */
const TORN_WORD = 4;
/** Characters that must agree, passage and context together, for a place to count as the passage's. */
const ENOUGH = 26;
/** Places that are looked at closely. */
const CANDIDATES = 12;
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

/** What is looked for, in match form; contexts with the character nearest to the passage first. */
interface Wanted {
  quote: string;
  before: string;
  after: string;
  /** Whether the passage starts and ends with a whole word. */
  startsWord: boolean;
  endsWord: boolean;
  /** Where it would start, had the text not changed. */
  expected: number;
}

function byEvidence(text: string, quote: Quote, position: Position): Found | null {
  const form = matchForm(text);
  const wanted = wantedOf(quote, position, form);
  if (wanted.quote === '') return null;
  const candidates = inSameWords(form, wanted);
  const best =
    strongest(candidates, text, form, wanted) ??
    strongest(inEditedWords(form, wanted), text, form, wanted);
  if (!best) return null;
  const { stretch, evidence } = best;
  const most = wanted.quote.length + wanted.before.length + wanted.after.length;
  return {
    ...stretchInText(text, form, stretch, quote.exact),
    how: stretch.errors > 0 ? 'approximate' : 'exact',
    score: Math.min(1, Math.max(0, evidence / most)),
  };
}

function wantedOf({ exact, prefix, suffix }: Quote, { start }: Position, form: MatchForm): Wanted {
  const whole = prefix + exact + suffix;
  const before = matchForm(prefix).text.split('').toReversed().join('');
  return {
    quote: matchForm(exact).text,
    before: start <= prefix.length ? before + EDGE : before,
    // A suffix is cut short by the end of the text alone (or by one unit, where a pair would be split).
    after: matchForm(suffix).text + (suffix.length < 31 ? EDGE : ''),
    startsWord: !isInWord(whole, prefix.length),
    endsWord: !isInWord(whole, prefix.length + exact.length),
    expected: form.starts.findIndex((offset) => offset >= start),
  };
}

/** Where the words are the same, best context first; a rough look at each occurrence, so that the many of a short word cost little. */
function inSameWords(form: MatchForm, wanted: Wanted): Stretch[] {
  const found: { stretch: Stretch; rank: number }[] = [];
  const { length } = wanted.quote;
  for (
    let at = form.text.indexOf(wanted.quote);
    at >= 0;
    at = form.text.indexOf(wanted.quote, at + 1)
  ) {
    const stretch = { start: at, end: at + length, errors: 0 };
    const rank =
      run(wanted.before, leftOf(form, at)) + run(wanted.after, rightOf(form, stretch.end));
    found.push({ stretch, rank: rank + nearness(form, wanted, at) });
  }
  return found
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, CANDIDATES)
    .map(({ stretch }) => stretch);
}

function inEditedWords(form: MatchForm, { quote }: Wanted): Stretch[] {
  if (quote.length < SHORTEST_APPROXIMATE) return [];
  if (quote.length * form.text.length > MOST_WORK) return [];
  return search(form.text, quote, Math.floor(quote.length * EDITS))
    .filter(({ start, end }) => end > start)
    .slice(0, CANDIDATES);
}

function strongest(stretches: Stretch[], text: string, form: MatchForm, wanted: Wanted) {
  let best: { stretch: Stretch; evidence: number } | null = null;
  for (const stretch of stretches) {
    const evidence = evidenceFor(stretch, text, form, wanted);
    if (evidence >= ENOUGH && (!best || evidence > best.evidence)) best = { stretch, evidence };
  }
  return best;
}

function evidenceFor(stretch: Stretch, text: string, form: MatchForm, wanted: Wanted): number {
  const { start, end, errors } = stretch;
  const torn = (at: number | undefined): number => (isInWord(text, at ?? 0) ? TORN_WORD : 0);
  return (
    wanted.quote.length -
    EDIT_COST * errors +
    agreement(wanted.before, leftOf(form, start)) +
    agreement(wanted.after, rightOf(form, end)) -
    (wanted.startsWord ? torn(form.starts[start]) : 0) -
    (wanted.endsWord ? torn(form.ends[end - 1]) : 0) +
    nearness(form, wanted, start)
  );
}

/** Below one: decides only between places that agree equally well. */
const nearness = (form: MatchForm, { expected }: Wanted, at: number): number =>
  expected < 0 ? 0 : 0.5 * (1 - Math.abs(at - expected) / (form.text.length + 1));

const leftOf =
  (form: MatchForm, start: number) =>
  (distance: number): string =>
    start - 1 - distance >= 0 ? form.text.charAt(start - 1 - distance) : EDGE.charAt(0);

const rightOf =
  (form: MatchForm, end: number) =>
  (distance: number): string =>
    end + distance < form.text.length ? form.text.charAt(end + distance) : EDGE.charAt(0);
