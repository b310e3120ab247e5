import { FAINT, type NounForm } from './noun-phrase';
import { type Phrase, weightOf } from './phrases';

/** What is to be named: a topic or a theme. */
export interface Scope {
  /** The topics it is made of, by number: one, or those of a theme. */
  topics: readonly number[];
  /** Papers in it, and in each of its topics. */
  size: number;
  sizes: readonly number[];
  /** The topics of its theme, where it shares that with others: those it must be told from first. */
  siblings: readonly number[] | null;
  /** Papers of the library. */
  papers: number;
}

export interface Scored {
  phrase: Phrase;
  form: NounForm;
  score: number;
  /** Papers of the scope that have it. */
  inside: number;
  /** Those that have it in the title. */
  titled: number;
}

/** Phrases that are looked at for a name, the best first. */
const LOOKED_AT = 24;
/** Papers of a scope that have a phrase at the least: by fewer it is there by chance. */
const [COMMON, SHARED, SINGLE] = [3, 2, 1];
/** A phrase of so large a share of the library tells nothing in it. */
const EVERYWHERE = 0.4;
/** A theme's phrase must be in much of it: the square of F's beta. */
const WIDE = 0.6;
/** Words in company say more than one word; more than two are worth little more. */
const COMPANY = [0, 0.75, 1.6, 1.7];
/** A word like RLHF or 3D says more than a word like line. */
const NAME = 1.2;

/** The sum of the counts of some topics. */
const sumOf = (counts: Int32Array, topics: readonly number[]): number =>
  topics.reduce((sum, topic) => sum + (counts[topic] ?? 0), 0);

/** The phrases that speak best for a scope. Papers with little in common are named by a phrase of two, or of one. */
export function ranked(
  phrases: readonly Phrase[],
  scope: Scope,
  formOf: (terms: readonly number[]) => NounForm | null,
): Scored[] {
  const common = rankedFrom(phrases, scope, formOf, COMMON);
  const isTopic = scope.topics.length === 1;
  if (common.filter((one) => canName(one) && (!isTopic || canFollow(one))).length > 1)
    return common;
  const shared = rankedFrom(phrases, scope, formOf, SHARED);
  return shared.some((one) => canName(one)) ? shared : rankedFrom(phrases, scope, formOf, SINGLE);
}

function rankedFrom(
  phrases: readonly Phrase[],
  scope: Scope,
  formOf: (terms: readonly number[]) => NounForm | null,
  least: number,
): Scored[] {
  const few = Math.min(least, Math.max(1, scope.size / 3));
  const candidates = phrases
    .map((phrase) => ({ phrase, score: scoreOf(phrase, scope, few) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.phrase.papers.length - b.phrase.papers.length)
    .slice(0, 3 * LOOKED_AT);
  return candidates
    .flatMap(({ phrase, score }): Scored[] => {
      const form = formOf(phrase.terms);
      if (!form) return [];
      const inside = sumOf(phrase.inside, scope.topics);
      const titled = sumOf(phrase.titled, scope.topics);
      return [{ phrase, form, score: score * form.quality, inside, titled }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, LOOKED_AT);
}

/** How much a phrase says about a scope; 0 where it says nothing. */
function scoreOf(phrase: Phrase, scope: Scope, least: number): number {
  const { topics, size, siblings, papers } = scope;
  const inside = sumOf(phrase.inside, topics);
  const total = phrase.papers.length;
  if (inside < least || (total > EVERYWHERE * papers && papers > 2 * size)) return 0;
  // What a title says the paper is about; an abstract says much besides.
  const title = 0.4 + Math.min(1, (2 * sumOf(phrase.titled, topics)) / inside);
  const company = phrase.isName ? NAME : (COMPANY[phrase.terms.length] ?? 1.7);
  const own = siblings ? 0.3 + (0.7 * inside) / Math.max(1, sumOf(phrase.inside, siblings)) : 1;
  return (
    weightOf(inside, size, total, papers, topics.length > 1 ? WIDE : undefined) *
    title *
    company *
    own *
    spreadOf(phrase, scope)
  );
}

/** A theme's phrase is in most of its topics: less for one that speaks for a single one. */
function spreadOf(phrase: Phrase, { topics, sizes, size }: Scope): number {
  if (topics.length < 2) return 1;
  const rate = sumOf(phrase.inside, topics) / size;
  const met = topics.reduce(
    (sum, topic, at) =>
      (phrase.inside[topic] ?? 0) / (sizes[at] ?? 1) >= 0.4 * rate ? sum + (sizes[at] ?? 0) : sum,
    0,
  );
  return 0.3 + (0.7 * met) / size;
}

/** A lone word names a subject when so many of the papers that have it have it in the title. */
const TITLED = 0.3;
/** And when this share of all papers that have it is the scope's: "function" is a word of every subject. */
const OWN = 0.5;
/** RLHF and AI say more than a word, and the second still too little. */
const OWN_NAME = 0.33;
/** And names something when titles have it too: IU and AUC are in abstracts alone. */
const NAME_TITLED = 0.15;
/** A word that next to no other paper has names a subject if a single title has it. */
const ALL_OWN = 0.9;

/** Whether a phrase is one word and no proper name. */
export const isLone = ({ terms, isName }: Phrase): boolean => terms.length === 1 && !isName;

/** The share of the papers with a phrase that are in a scope. */
export const ownShare = ({ phrase, inside }: Scored): number => inside / phrase.papers.length;

/** The share of the papers with a second or third phrase that must be the scope's. */
const OWN_FURTHER = 0.34;
/** And how well it must read. */
const TELLING = 0.5;

/** Whether a phrase may stand behind another in a name. */
export const canFollow = (one: Scored): boolean =>
  ownShare(one) >= OWN_FURTHER && one.form.quality >= TELLING;

/** Whether a name may have a phrase: papers must use a lone word for themselves. */
export function canName(one: Scored): boolean {
  const { phrase, form, inside, titled } = one;
  if (form.quality <= FAINT) return false;
  if (phrase.terms.length > 1) return true;
  if (ownShare(one) < (phrase.isName ? OWN_NAME : OWN)) return false;
  if (phrase.isName) return titled >= NAME_TITLED * inside;
  const least = inside < 3 || ownShare(one) >= ALL_OWN ? 1 : 2;
  return titled >= Math.max(least, TITLED * inside);
}
