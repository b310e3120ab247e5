import type { Corpus } from '@/domain/topics/words/tokens';
import { LONE, UNTELLING, VAGUE_HEADS } from './lexicon';
import type { Phrase } from './phrases';
import { canFollow, canName, isLone, ownShare, type Scope, type Scored } from './score';

/** Phrases of a name at the most. */
export const MOST_PHRASES = 3;
/** A third phrase must speak for this share of the papers that the first two do not. */
const WORTH_A_THIRD = 0.04;
/** And bring so many papers of the scope for each of another that has it. */
const FOR_A_STRANGER = 0.5;
/** A phrase that is mostly part of a longer one gives way to it. */
const MOSTLY = 0.6;
/**
 * A lone word beside another phrase must be in so many titles, and in those of so large a share of the scope; beside
 * two it must speak for the scope more clearly.
 */
const [OWN_TITLES, OWN_TITLED] = [2, 0.06];
const OWN_THIRD = 0.7;

/** What a further phrase is worth that repeats a word of the name. */
const REPEATED = 0.5;

const shareTerm = (one: Phrase, other: Phrase): boolean =>
  one.spelled.some((term) => other.spelled.includes(term));

/** Two phrases of the same words, in whatever order, are one name. */
export const nameOf = (terms: readonly number[]): string =>
  terms.toSorted((a, b) => a - b).join(' ');

const isPart = (part: readonly number[], whole: readonly number[]): boolean =>
  part.length < whole.length && part.every((term) => whole.includes(term));

/** Without phrases that are mostly part of a longer one of the list, and longer ones that add nothing. */
export function distinct(ranked: readonly Scored[]): Scored[] {
  const kept: Scored[] = [];
  for (const one of ranked) {
    const { terms, papers } = one.phrase;
    const isCovered = ranked.some(
      ({ phrase }) =>
        (isPart(terms, phrase.terms) || isPart(terms, phrase.meaning ?? [])) &&
        phrase.papers.length >= MOSTLY * papers.length,
    );
    const repeats = kept.some(
      ({ phrase }) =>
        nameOf(phrase.terms) === nameOf(terms) ||
        isPart(terms, phrase.terms) ||
        isPart(phrase.terms, terms),
    );
    if (!isCovered && !repeats) kept.push(one);
  }
  return kept;
}

/** Whether two phrases say the same: "multi-agent" and "multiagent", "reinforcement learning" and "RL". */
function areAlike({ stems }: Corpus, one: Phrase, other: Phrase): boolean {
  const letters = (terms: readonly number[]): string =>
    terms.map((term) => stems[term] ?? '').join('');
  const initials = (terms: readonly number[]): string =>
    terms.length > 1 ? terms.map((term) => (stems[term] ?? '').slice(0, 1)).join('') : '-';
  const [a, b] = [letters(one.terms), letters(other.terms)];
  const isMeaning = ({ meaning }: Phrase, { terms }: Phrase): boolean =>
    meaning !== null &&
    2 * terms.length >= meaning.length &&
    terms.every((term) => meaning.includes(term));
  if (isMeaning(one, other) || isMeaning(other, one)) return true;
  return a.includes(b) || b.includes(a) || initials(one.terms) === b || initials(other.terms) === a;
}

/** "Health care workers" and "healthcare workers" are written with the same letters. */
const lettersOf = ({ form }: Scored): string =>
  form.text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether another phrase says all that a phrase says: "pharmacological therapy" beside "pharmacologic management",
 * "RAG systems" beside "retrieval-augmented generation".
 */
function saysNoMore({ stems }: Corpus, one: Scored, other: Scored): boolean {
  if (lettersOf(one) === lettersOf(other)) return true;
  const initials = other.phrase.terms.map((term) => (stems[term] ?? '').slice(0, 1)).join('');
  const spelled = [...other.phrase.terms, ...other.phrase.spelled];
  const known = new Set([...spelled.map((term) => stems[term]), initials]);
  const words = one.form.text.toLowerCase().split(/[\s-]+/);
  const telling = one.phrase.terms.filter((_, at) => !isVague(words[at] ?? ''));
  return telling.length > 0
    ? telling.every((term) => known.has(stems[term]))
    : one.phrase.terms.some((term) => known.has(stems[term]));
}

const isVague = (word: string): boolean =>
  LONE.has(word) || UNTELLING.has(word) || VAGUE_HEADS.has(word);

/** The phrases of a name: the strongest, then those that speak for papers it leaves out. */
export function choosePhrases(
  corpus: Corpus,
  candidates: readonly Scored[],
  scope: Scope,
  isOwn: (paper: number) => boolean,
  taken: ReadonlySet<string>,
): Scored[] {
  const open = candidates.filter(({ phrase }) => !taken.has(nameOf(phrase.terms)));
  const fit = open.filter((one) => canName(one));
  // Where nothing is fit to name them, one word is honest.
  const free = fit.length > 0 ? fit : open.slice(0, 1);
  const chosen: Scored[] = [];
  const covered = new Set<number>();
  while (chosen.length < MOST_PHRASES) {
    let best: { one: Scored; worth: number; added: number[] } | null = null;
    for (const one of free) {
      if (chosen.some((other) => areAlike(corpus, other.phrase, one.phrase))) continue;
      if (chosen.some((other) => saysNoMore(corpus, one, other))) continue;
      const found = addition(one, chosen.length, scope, isOwn, covered);
      if (!found) continue;
      const isRepeated = chosen.some(({ phrase }) => shareTerm(phrase, one.phrase));
      const worth = found.worth * (isRepeated ? REPEATED : 1);
      if (!best || worth > best.worth) best = { one, ...found, worth };
    }
    const isIdle = chosen.length >= 2 && (best?.added.length ?? 0) < WORTH_A_THIRD * scope.size;
    if (!best || isIdle) break;
    chosen.push(best.one);
    for (const paper of best.added) covered.add(paper);
  }
  return chosen;
}

/** What a phrase brings to a name that has so many phrases; `null` where the name may not have it. */
function addition(
  one: Scored,
  before: number,
  { size }: Scope,
  isOwn: (paper: number) => boolean,
  covered: ReadonlySet<number>,
): { worth: number; added: number[] } | null {
  const { phrase, inside, titled, score } = one;
  const added: number[] = [];
  let strangers = 0;
  for (let at = 0; at < phrase.papers.length; at++) {
    const paper = phrase.papers.at(at);
    if (!isOwn(paper)) strangers++;
    else if (!covered.has(paper)) added.push(paper);
  }
  if (before > 0 && !canFollow(one)) return null;
  if (isLone(phrase) && before > 0) {
    if (titled < Math.max(Math.min(OWN_TITLES, size / 3), OWN_TITLED * size)) return null;
    if (before === 2 && ownShare(one) < OWN_THIRD) return null;
  }
  if (before === 2 && added.length < FOR_A_STRANGER * strangers) return null;
  // After the first, what a phrase adds counts more than how well it names.
  const worth =
    before === 0 ? score : Math.sqrt(score) * added.length * (inside / phrase.papers.length);
  return { added, worth };
}
