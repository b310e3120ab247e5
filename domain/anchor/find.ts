import type { Position, Quote } from '@/domain/paper/paper';
import { isAnothers, rivalsIn, shareOf } from './alike';
import { type MatchForm, matchForm } from './match-form';
import { evidenceFor, inEditedWords, inSameWords, mostOf } from './places';
import { type Stretch, stretchInText } from './stretch';
import { type Wanted, wantedOf } from './wanted';

/** The place of a passage in a text, and how it was found. */
export interface FoundQuote extends Position {
  /** At its old place; elsewhere in the same words; in words that were edited. */
  how: 'position' | 'exact' | 'approximate';
  /** 0 to 1: how much of passage and context agrees. */
  score: number;
}

/** Characters that must agree, passage and context together, for a place to count as the passage's. */
const ENOUGH = 26;
/**
 * Phrases come back within an abstract. Of the context in its own sentence, so much must agree for a passage of at
 * most `OFTEN` characters; less for longer ones, nothing from `UNIQUE` characters on. More is needed for
 * passages of other tools, whose first text was not searched for look-alikes, and for passages of hardly a word.
 */
const NEAR_SHARE = { exact: 0.25, edited: 0.45, unlooked: 0.15, tiny: 0.6 };
const TINY = 8;
const OFTEN = 30;
const UNIQUE = 80;

/**
 * Finds a stored passage in a text that may be another version of the one it was made on: at its position, in the
 * same words by context, in edited words by context. A place is accepted on evidence only: a passage that was
 * removed is not "found" where its words occur for another reason, least of all where they did so from the first
 * (`quote.alike`).
 * @param text normalised text of the field (`normalise.ts`)
 * @returns offsets inside of `text`, never empty; `null` where the text does not hold the passage
 */
export function find(text: string, quote: Quote, position: Position): FoundQuote | null {
  return atPosition(text, quote, position) ?? byEvidence(text, quote, position);
}

function atPosition(text: string, { exact, prefix, suffix }: Quote, { start }: Position) {
  const end = start + exact.length;
  if (exact === '' || !text.startsWith(exact, start)) return null;
  if (!text.startsWith(suffix, end) || text.slice(start - prefix.length, start) !== prefix)
    return null;
  return { start, end, how: 'position', score: 1 } satisfies FoundQuote;
}

function byEvidence(text: string, quote: Quote, position: Position): FoundQuote | null {
  const form = matchForm(text);
  const wanted = wantedOf(quote, position, form);
  if (wanted.quote === '') return null;
  const rivals = rivalsIn(form, quote.alike ?? [], position);
  const more = quote.alike ? 0 : NEAR_SHARE.unlooked;
  const weigh = (stretch: Stretch): number => evidenceOf(stretch, form, wanted, more);
  const isRivals = (stretch: Stretch): boolean =>
    isAnothers(stretch, shareOf(stretch, form, wanted), rivals);
  const best =
    strongest(inSameWords(form, wanted), weigh, isRivals) ??
    strongest(inEditedWords(form, wanted), weigh, isRivals);
  if (!best) return null;
  const { stretch, evidence } = best;
  return {
    ...stretchInText(text, form, stretch, wanted),
    how: stretch.errors > 0 ? 'approximate' : 'exact',
    score: Math.min(1, Math.max(0, evidence / mostOf(wanted))),
  };
}

function strongest(
  stretches: readonly Stretch[],
  weigh: (stretch: Stretch) => number,
  isRivals: (stretch: Stretch) => boolean,
) {
  let best: { stretch: Stretch; evidence: number } | null = null;
  for (const stretch of stretches) {
    const evidence = weigh(stretch);
    if (evidence < ENOUGH || (best && evidence <= best.evidence)) continue;
    if (!isRivals(stretch)) best = { stretch, evidence };
  }
  return best;
}

/** Characters that agree; −∞ where the sentence around is another. */
function evidenceOf(stretch: Stretch, form: MatchForm, wanted: Wanted, more: number): number {
  const { agreed, near, nearMost } = evidenceFor(stretch, form, wanted);
  const { length } = wanted.quote;
  const least = NEAR_SHARE[length < TINY ? 'tiny' : stretch.errors > 0 ? 'edited' : 'exact'] + more;
  const counts = Math.min(UNIQUE - OFTEN, Math.max(0, UNIQUE - length)) / (UNIQUE - OFTEN);
  return near < least * counts * nearMost ? -Infinity : agreed;
}
