import { completed } from './extend';
import type { Counts } from '@/domain/topics/words/features';
import { type Phrase, phrasesFor, weightOf } from './phrases';
import { occurrencesIn } from '@/domain/topics/words/occurrences';
import { asHeading, surfaceOf } from './surface';
import type { Corpus } from '@/domain/topics/words/tokens';

/** A group's name and the phrases that speak for it, as the papers write them. */
export interface Naming {
  /** Two or three phrases, parted by " · ". */
  label: string;
  /** Strongest first; the label's own included. */
  keywords: string[];
}

/** Phrases of a label at the most, and keywords beside it. */
const PARTS = 3;
const KEYWORDS = 12;
/** A third phrase must speak for this share of the group that the first two do not. */
const WORTH_A_THIRD = 0.04;
/** A phrase that is mostly part of a longer one gives way to it. */
const MOSTLY = 0.6;

/** A third phrase must bring so many papers of the topic for each of another that has it. */
const FOR_A_STRANGER = 0.5;

interface Scored {
  phrase: Phrase;
  score: number;
  total: number;
}

/** Names for groups of papers, in the words of the papers. No phrase is in two labels. */
export function labelsOf(
  corpus: Corpus,
  counts: Counts,
  group: Int32Array,
  groups: number,
): Naming[] {
  const occurrences = occurrencesIn(corpus);
  const phrases = phrasesFor(occurrences, counts, group, groups);
  const sizes = new Int32Array(groups);
  for (const own of group) if (own >= 0) sizes[own] = (sizes[own] ?? 0) + 1;
  const rankOf = (from: readonly Phrase[], own: number): Scored[] => {
    const [size, papers] = [sizes[own] ?? 0, group.length];
    const list = rank(from, own, size, papers, COMMON);
    // Papers that have little in common are named by what two of them share.
    const isNamed = list.filter(({ phrase }) => canName(phrase, own)).length > 1;
    return isNamed ? list : rank(from, own, size, papers, SHARED);
  };
  const first = Array.from({ length: groups }, (_, own) => rankOf(phrases, own));
  const whole = completed(occurrences, group, groups, [
    ...new Set(first.flatMap((list) => list.map(({ phrase }) => phrase))),
  ]);
  const ranked = first.map((list, own) =>
    distinct(rankOf(withoutRepeats(list.flatMap(({ phrase }) => whole.get(phrase) ?? [])), own)),
  );
  const taken = new Set<string>();
  const labels = Array.from(ranked, (): Phrase[] => []);
  for (const own of [...ranked.keys()].toSorted(
    (a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b,
  )) {
    const fit = (ranked[own] ?? []).filter(({ phrase }) => canName(phrase, own));
    // Where nothing is fit to name them, one word is honest.
    const list = fit.length > 0 ? fit : (ranked[own] ?? []).slice(0, 1);
    const label = choose(corpus, list, group, own, sizes[own] ?? 0, taken);
    for (const { terms } of label) taken.add(nameOf(terms));
    labels[own] = label;
  }
  const kept = ranked.map((list, own) => {
    const others = list
      .map(({ phrase }) => phrase)
      .filter((phrase) => !labels[own]?.includes(phrase));
    return [...(labels[own] ?? []), ...others].slice(0, KEYWORDS);
  });
  const surface = (phrase: Phrase): string => surfaceOf(occurrences, phrase);
  return kept.map((list, own) => ({
    label: (labels[own] ?? []).map((phrase) => asHeading(surface(phrase))).join(' · '),
    keywords: list.map(surface),
  }));
}

/** Two phrases of the same words, in whatever order, are one name. */
const nameOf = (terms: readonly number[]): string => terms.toSorted((a, b) => a - b).join(' ');

/** Words in company say more than one word; more than two are worth little more. */
const COMPANY = [0, 0.75, 1.6, 1.7];
/** A word like RLHF or 3D says more than a word like line. */
const NAME = 1.2;
/** Names are nouns: what ends like this is mostly said of something ("computational", "semi-supervised"). */
const ADJECTIVE = /(?:[^e]ed|ous|[ai]ble|less|ful|[ts]ive|onal|ical|ual|[mt]atic|[hnr]etic)$/;
/** And what ends with these words always is ("training-free", "repository-level"). */
const MODIFIER = /^(?:free|aware|driven|level|wise|based|agnostic|specific)$/;
const OF_SOMETHING = 0.5;
/** A lone word names a subject when so many of the papers that have it have it in the title. */
const TITLED = 0.15;
/** And when this share of all papers that have it is the topic's: "function" is a word of every subject. */
const OWN = 0.5;
/** RLHF and AI say more than a word, and the second still too little. */
const OWN_NAME = 0.33;
/** A lone word beside another phrase must stand in so many titles, and beside two be the topic's more clearly. */
const OWN_TITLES = 2;
const OWN_THIRD = 0.7;
/** A word that next to no other paper has names a topic if a single title has it. */
const ALL_OWN = 0.9;

const isLone = ({ terms, isName }: Phrase): boolean => terms.length === 1 && !isName;

/** The share of the papers with a phrase that are in a topic. */
const ownShare = ({ inside, papers }: Phrase, own: number): number =>
  (inside[own] ?? 0) / papers.length;

/** Papers of a topic that have a phrase at the least: by fewer it is there by chance. */
const [COMMON, SHARED] = [3, 2];

function rank(
  phrases: readonly Phrase[],
  own: number,
  size: number,
  papers: number,
  least: number,
): Scored[] {
  const few = Math.min(least, Math.max(1, size / 3));
  return phrases
    .filter(({ inside }) => (inside[own] ?? 0) >= few)
    .map((phrase) => {
      const inside = phrase.inside[own] ?? 0;
      const total = phrase.papers.length;
      // What a title says the paper is about; an abstract says much besides.
      const title = 0.4 + Math.min(1, (2 * (phrase.titled[own] ?? 0)) / inside);
      const company = phrase.isName ? NAME : (COMPANY[phrase.terms.length] ?? 1.7);
      const kind = !phrase.isName && ADJECTIVE.test(phrase.ending) ? OF_SOMETHING : 1;
      const score = weightOf(inside, size, total, papers) * title * company * kind;
      return { phrase, score, total };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.total - b.total)
    .slice(0, 24);
}

/** The first of those that have the same terms. */
const withoutRepeats = (phrases: readonly Phrase[]): Phrase[] => [
  ...new Map(phrases.toReversed().map((phrase) => [phrase.terms.join(' '), phrase])).values(),
];

const isPart = (part: readonly number[], whole: readonly number[]): boolean =>
  part.length < whole.length && part.every((term) => whole.includes(term));

/** Without phrases that are mostly part of a longer one of the list, and longer ones that add nothing. */
function distinct(ranked: readonly Scored[]): Scored[] {
  const kept: Scored[] = [];
  for (const one of ranked) {
    const { terms } = one.phrase;
    const isCovered = ranked.some(
      (other) => isPart(terms, other.phrase.terms) && other.total >= MOSTLY * one.total,
    );
    const repeats = kept.some(
      (other) =>
        nameOf(other.phrase.terms) === nameOf(terms) ||
        isPart(terms, other.phrase.terms) ||
        isPart(other.phrase.terms, terms),
    );
    if (!isCovered && !repeats) kept.push(one);
  }
  return kept;
}

/** Whether a phrase may stand in a label: a word alone must be what papers call themselves by. */
function canName(phrase: Phrase, own: number): boolean {
  const { terms, inside, titled, isName, ending } = phrase;
  if (MODIFIER.test(ending)) return false;
  if (terms.length > 1) return true;
  if (!isName && ADJECTIVE.test(ending)) return false;
  const [here, called] = [inside[own] ?? 0, titled[own] ?? 0];
  if (ownShare(phrase, own) < (isName ? OWN_NAME : OWN)) return false;
  if (isName) return true;
  const least = here < 3 || ownShare(phrase, own) >= ALL_OWN ? 1 : 2;
  return called >= Math.max(least, TITLED * here);
}

/** Whether two phrases say the same: "multi-agent" and "multiagent", "reinforcement learning" and "RL". */
function areAlike({ stems }: Corpus, one: Phrase, other: Phrase): boolean {
  const letters = ({ terms }: Phrase): string => terms.map((term) => stems[term] ?? '').join('');
  const initials = ({ terms }: Phrase): string =>
    terms.length > 1 ? terms.map((term) => (stems[term] ?? '').slice(0, 1)).join('') : '-';
  const [a, b] = [letters(one), letters(other)];
  return a.includes(b) || b.includes(a) || initials(one) === b || initials(other) === a;
}

/** The phrases of a label: the strongest, then those that speak for members it leaves out. */
function choose(
  corpus: Corpus,
  ranked: readonly Scored[],
  group: Int32Array,
  own: number,
  size: number,
  taken: ReadonlySet<string>,
): Phrase[] {
  const free = ranked.filter(({ phrase }) => !taken.has(nameOf(phrase.terms)));
  const chosen: Phrase[] = [];
  const covered = new Set<number>();
  while (chosen.length < PARTS) {
    let best: { phrase: Phrase; score: number; added: number[] } | null = null;
    for (const { phrase, score } of free.slice(0, 20)) {
      if (chosen.some((other) => areAlike(corpus, other, phrase))) continue;
      const added: number[] = [];
      let strangers = 0;
      for (let at = 0; at < phrase.papers.length; at++) {
        const paper = phrase.papers.at(at);
        if (group[paper] !== own) strangers++;
        else if (!covered.has(paper)) added.push(paper);
      }
      const inside = phrase.inside[own] ?? 1;
      if (isLone(phrase)) {
        if (chosen.length > 0 && (phrase.titled[own] ?? 0) < Math.min(OWN_TITLES, size / 3))
          continue;
        if (chosen.length === 2 && ownShare(phrase, own) < OWN_THIRD) continue;
      }
      if (chosen.length === 2 && added.length < FOR_A_STRANGER * strangers) continue;
      const worth = chosen.length === 0 ? score : score * (0.25 + added.length / inside);
      if (!best || worth > best.score) best = { phrase, score: worth, added };
    }
    const isIdle = chosen.length >= 2 && (best?.added.length ?? 0) < WORTH_A_THIRD * size;
    if (!best || isIdle) break;
    chosen.push(best.phrase);
    for (const paper of best.added) covered.add(paper);
  }
  return chosen;
}
