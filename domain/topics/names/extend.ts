import { eachOccurrence, type Occurrences } from '@/domain/topics/words/occurrences';
import type { Phrase, Tally } from './phrases';
import { type Corpus, isHyphen, isJoined, KIND } from '@/domain/topics/words/tokens';

/** A neighbour that so large a share of the occurrences have is part of the phrase. */
const BELONGS = 0.5;
/** A single neighbour is chance. */
const TWICE = 2;
/** A phrase that hangs by a hyphen on ever other words so often is no phrase: "self", "shot". */
const HANGS = 0.6;
/** A word that precedes another so often describes it: "polynomial-time", "human-robot". */
const MODIFIES = 0.6;
const MODIFIES_THOUGH = 0.8;
/** The word that a modifier is completed by follows it so often. */
const COMPLETES = 0.2;
/** Words that are added to a phrase at the most. */
const STEPS = 3;

/** The neighbours of a phrase's occurrences, on one side. */
interface Side {
  terms: Map<number, number>;
  hyphens: number;
}

interface Surroundings {
  count: number;
  /** Occurrences with a hyphen inside. */
  hyphenated: number;
  before: Side;
  after: Side;
}

const side = (): Side => ({ terms: new Map(), hyphens: 0 });

/**
 * Completes phrases that are mostly part of a longer one ("multi-agent reinforcement" → "multi-agent
 * reinforcement learning", "shot learning" → "few-shot learning") and leaves out phrases that mean nothing alone.
 */
export function completed(tally: Tally, phrases: readonly Phrase[]): Map<Phrase, Phrase> {
  const { occurrences } = tally;
  const out = new Map<Phrase, Phrase>();
  for (const original of phrases) {
    let phrase = original;
    for (let step = 0; step <= STEPS; step++) {
      const terms =
        step < STEPS ? extension(phrase, surroundingsOf(occurrences, phrase)) : phrase.terms;
      if (terms === null || isHollow(occurrences.corpus, terms)) break;
      if (terms === phrase.terms) {
        out.set(original, phrase);
        break;
      }
      phrase = tally.of(tally.called(terms));
    }
  }
  return out;
}

/** The terms of a phrase with the neighbour that belongs to it; its own where none does, `null` where it is a fragment. */
function extension(phrase: Phrase, around: Surroundings): number[] | null {
  const { terms } = phrase;
  const { before, after, count } = around;
  if (count === 0) return terms;
  const [left, right] = [strongest(before), strongest(after)];
  const least = Math.max(TWICE, BELONGS * count);
  if (right.share >= least && right.share >= left.share) return [...terms, right.term];
  if (left.share >= least) return [left.term, ...terms];
  if (isModifier(phrase, around)) {
    if (right.share >= COMPLETES * count) return [...terms, right.term];
    if (terms.length > 1) return null;
  }
  const hangs = before.hyphens >= HANGS * count || after.hyphens >= HANGS * count;
  return hangs ? null : terms;
}

/** "State-of-the-art" is held together by words that say nothing. */
const isHollow = ({ kinds }: Corpus, terms: readonly number[]): boolean =>
  terms.filter((term) => (kinds[term] ?? 0) >= KIND.connector).length > 1;

/** Whether a phrase mostly says what the next word's thing is like; a compound without hyphens may be a thing itself. */
function isModifier(
  { terms, isName }: Phrase,
  { after, count, hyphenated }: Surroundings,
): boolean {
  const isThing = isName || (terms.length > 1 && hyphenated * 2 <= count);
  const followed = [...after.terms.values()].reduce((sum, met) => sum + met, 0);
  return followed >= (isThing ? MODIFIES_THOUGH : MODIFIES) * count;
}

function strongest({ terms }: Side): { term: number; share: number } {
  let [term, share] = [-1, 0];
  for (const [one, met] of terms) if (met > share) [term, share] = [one, met];
  return { term, share };
}

function surroundingsOf(occurrences: Occurrences, { terms }: Phrase): Surroundings {
  const { corpus } = occurrences;
  const found: Surroundings = { count: 0, hyphenated: 0, before: side(), after: side() };
  eachOccurrence(occurrences, terms, (at, paper) => {
    const last = at + terms.length - 1;
    found.count++;
    if (terms.length > 1 && isHyphen(corpus.joint[last])) found.hyphenated++;
    if (at > (corpus.first[paper] ?? 0)) note(corpus, found.before, at, at - 1);
    if (last + 1 < (corpus.first[paper + 1] ?? 0)) note(corpus, found.after, last + 1, last + 1);
  });
  return found;
}

/** Counts the token `term` as a neighbour; `second` is the token whose `joint` tells whether the two touch. */
function note(corpus: Corpus, to: Side, second: number, at: number): void {
  const joint = corpus.joint[second];
  if (!isJoined(joint)) return;
  const name = corpus.term[at] ?? 0;
  const kind = corpus.kinds[name] ?? KIND.filler;
  if (isHyphen(joint)) to.hyphens++;
  else if (kind >= KIND.connector) return;
  to.terms.set(name, (to.terms.get(name) ?? 0) + 1);
}
