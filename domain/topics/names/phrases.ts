import { type FeatureCounts, isWord } from '@/domain/topics/words/features';
import type { Acronyms } from './acronyms';
import { Ints } from '@/domain/topics/numbers/ints';
import { eachOccurrence, type Occurrences } from '@/domain/topics/words/occurrences';
import { type Corpus, isJoined, KIND } from '@/domain/topics/words/tokens';

/** A run of words of the papers that a label may use, with where it occurs. */
export interface Phrase {
  /** Its terms; one of them may be a connector ("mixture of experts"). */
  terms: number[];
  /** Papers that contain it, and how many they are in each group. */
  papers: Ints;
  inside: Int32Array;
  /** Papers that have it in the title, by group. */
  titled: Int32Array;
  /** A single word that has capitals or digits within, mostly. */
  isName: boolean;
  /** What it stands for, where it is an acronym that the papers explain: its terms. */
  meaning: readonly number[] | null;
  /** Its terms with acronyms spelled out. */
  spelled: readonly number[];
}

/** Words and pairs that are looked at for each group, the most telling first. */
const CANDIDATES = 40;
/** In so few papers most words are met once: which of them tell something only titles can say. */
const [HANDFUL, OF_HANDFUL] = [3, 400];
/** Where papers share fewer words than these, as titles do, a word of one of them may tell something too. */
const SCARCE = 12;
/** In fewer papers of a group a run of three words is chance. */
const LEAST_INSIDE = 2;

/** Whether a label may have a phrase: it begins and ends with a word, and something in it says more than "model". */
function isTelling({ kinds }: Corpus, terms: readonly number[]): boolean {
  return terms.some((term) => kinds[term] === KIND.content);
}

/** The square of F's beta: a name that is right for some is better than one that fits half the library. */
const RIGHT = 0.5;

/**
 * How much a phrase that is in `inside` of a group's papers and in `total` of all speaks for the group.
 * @param recalled how much being everywhere counts beside being right: the square of F's beta
 */
export function weightOf(
  inside: number,
  size: number,
  total: number,
  papers: number,
  recalled = RIGHT,
): number {
  if (inside === 0) return 0;
  const others = papers - size;
  const lift =
    Math.log((inside + 0.5) / (size + 1)) - Math.log((total - inside + 0.5) / (others + 1));
  if (lift <= 0 && others > 0) return 0;
  const [precision, recall] = [inside / total, inside / size];
  const balance = ((1 + recalled) * precision * recall) / (recalled * precision + recall);
  return balance * (others > 0 ? Math.min(4, lift) : 1);
}

/** Whether a label may have a feature. */
function isCandidate({ kinds }: Corpus, { terms, pairs }: FeatureCounts, feature: number): boolean {
  if (feature < terms) return kinds[feature] === KIND.content;
  const at = (feature - terms) * 2;
  return kinds[pairs[at] ?? 0] === KIND.content || kinds[pairs[at + 1] ?? 0] === KIND.content;
}

/** The most telling words and pairs of each group, as terms. */
function candidatesOf(
  corpus: Corpus,
  counts: FeatureCounts,
  group: Int32Array,
  groups: number,
): number[][][] {
  const { frequency, start, feature } = counts;
  const rows = Array.from({ length: groups }, (): number[] => []);
  for (const [paper, own] of group.entries()) rows[own]?.push(paper);
  const inside = new Int32Array(frequency.length);
  return rows.map((papers) => {
    const met = new Ints();
    for (const paper of papers)
      for (let entry = start[paper] ?? 0; entry < (start[paper + 1] ?? 0); entry++) {
        const one = feature[entry] ?? 0;
        const before = inside[one] ?? 0;
        inside[one] = before + 1;
        if (before === 0) met.push(one);
      }
    const isShared = (one: number): boolean => (inside[one] ?? 0) >= LEAST_INSIDE;
    const isScarce = countOf(met, isShared) < SCARCE;
    const least = papers.length > 2 && !isScarce ? LEAST_INSIDE : 1;
    const weights = new Float64Array(met.length);
    for (let at = 0; at < met.length; at++) {
      const one = met.at(at);
      const here = inside[one] ?? 0;
      inside[one] = 0;
      if (here >= least && isCandidate(corpus, counts, one))
        weights[at] = weightOf(here, papers.length, frequency[one] ?? 0, group.length);
    }
    const most = papers.length > HANDFUL && !isScarce ? CANDIDATES : OF_HANDFUL;
    return heaviestOf(met, weights, most).map((one) => termsOf(counts, one));
  });
}

function countOf(list: Ints, isCounted: (one: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < list.length; at++) if (isCounted(list.at(at))) count++;
  return count;
}

/** The features that weigh most, those that weigh nothing left out. */
function heaviestOf(features: Ints, weights: Float64Array, most: number): number[] {
  const bar = weights.toSorted()[Math.max(0, weights.length - most)] ?? 0;
  return [...weights.keys()]
    .filter((at) => (weights[at] ?? 0) > 0 && (weights[at] ?? 0) >= bar)
    .toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || features.at(a) - features.at(b))
    .slice(0, most)
    .map((at) => features.at(at));
}

const termsOf = ({ terms, pairs }: FeatureCounts, feature: number): number[] =>
  feature < terms
    ? [feature]
    : [pairs[(feature - terms) * 2] ?? 0, pairs[(feature - terms) * 2 + 1] ?? 0];

/** A number for up to three terms, below 2^53 for up to 200,000 terms; a longer phrase is its own. */
const keyOf = (base: number, terms: readonly number[]): number | string =>
  terms.length > 3 ? terms.join(' ') : terms.reduce((key, term) => key * base + term + 1, 0);

/** Calls with each run of three joined tokens of a paper that begins and ends with a word. */
function eachTriple(
  { first, term, kinds, joint }: Corpus,
  paper: number,
  tell: (at: number) => void,
): void {
  const end = (first[paper + 1] ?? 0) - 2;
  for (let at = first[paper] ?? 0; at < end; at++) {
    if (!isJoined(joint[at + 1]) || !isJoined(joint[at + 2])) continue;
    const inner = kinds[term[at + 1] ?? 0];
    if (!isWord(kinds[term[at] ?? 0]) || !isWord(kinds[term[at + 2] ?? 0])) continue;
    if (isWord(inner) || inner === KIND.connector) tell(at);
  }
}

/** Runs of three words that extend a candidate of the paper's group and occur there more than once. */
function triplesOf(corpus: Corpus, group: Int32Array, candidates: number[][][]): number[][] {
  const { term, kinds } = corpus;
  const base = corpus.stems.length + 1;
  const known = candidates.map((list) => new Set(list.map((terms) => keyOf(base, terms))));
  const seen = new Map<number, { terms: number[]; papers: number; last: number }>();
  for (let paper = 0; paper < group.length; paper++) {
    const keys = known[group[paper] ?? -1];
    if (!keys) continue;
    eachTriple(corpus, paper, (at) => {
      const [a, b, c] = [term[at] ?? 0, term[at + 1] ?? 0, term[at + 2] ?? 0];
      const isKnown =
        kinds[b] === KIND.connector
          ? keys.has(a + 1) || keys.has(c + 1)
          : keys.has((a + 1) * base + b + 1) || keys.has((b + 1) * base + c + 1);
      if (!isKnown) return;
      const key = ((a + 1) * base + b + 1) * base + c + 1;
      const entry = seen.get(key);
      if (!entry) seen.set(key, { terms: [a, b, c], papers: 1, last: paper });
      else if (entry.last !== paper) [entry.papers, entry.last] = [entry.papers + 1, paper];
    });
  }
  return [...seen.values()]
    .filter(({ papers, terms }) => papers >= LEAST_INSIDE && isTelling(corpus, terms))
    .map(({ terms }) => terms);
}

/** All phrases that may name one of the groups, with every paper that has them. */
export function phrasesFor(
  tally: Tally,
  counts: FeatureCounts,
  group: Int32Array,
  groups: number,
): Phrase[] {
  const { corpus } = tally.occurrences;
  const base = corpus.stems.length + 1;
  const candidates = candidatesOf(corpus, counts, group, groups);
  const distinct = new Map<number | string, number[]>();
  for (const found of [...candidates.flat(), ...triplesOf(corpus, group, candidates)]) {
    const terms = tally.called(found);
    distinct.set(keyOf(base, terms), terms);
  }
  return [...distinct.values()].map((terms) => tally.of(terms));
}

/** Finds phrases in all papers, by the group of each; an acronym and what it stands for are one. */
export class Tally {
  private readonly short = new Map<string, number>();

  constructor(
    readonly occurrences: Occurrences,
    private readonly group: Int32Array,
    private readonly groups: number,
    private readonly acronyms: Acronyms = new Map(),
  ) {
    for (const [name, terms] of acronyms) this.short.set(terms.join(' '), name);
  }

  /** With an acronym or with what it stands for, as titles have it: "offline RL" is "offline reinforcement learning". */
  called(terms: number[]): number[] {
    const others = this.swapped(terms);
    if (others.length === 0) return terms;
    const [best = terms] = [terms, ...others]
      .map((form) => ({ form, titles: this.titlesWith(form) }))
      .toSorted((a, b) => b.titles - a.titles || b.form.length - a.form.length)
      .map(({ form }) => form);
    return best;
  }

  /** The phrase with each acronym in it spelled out, and with each meaning in it cut short. */
  private swapped(terms: readonly number[]): number[][] {
    const out: number[][] = [];
    for (let at = 0; at < terms.length; at++) {
      const withInner = (inner: readonly number[], end: number): number[] => [
        ...terms.slice(0, at),
        ...inner,
        ...terms.slice(end),
      ];
      const long = this.acronyms.get(terms[at] ?? -1);
      if (long) out.push(withInner(long, at + 1));
      for (let end = at + 2; end <= terms.length; end++) {
        const short = this.short.get(terms.slice(at, end).join(' '));
        if (short !== undefined) out.push(withInner([short], end));
      }
    }
    return out;
  }

  private titlesWith(terms: readonly number[]): number {
    const { corpus } = this.occurrences;
    let titles = 0;
    eachOccurrence(this.occurrences, terms, (at, paper) => {
      if (at < (corpus.body[paper] ?? 0)) titles++;
    });
    return titles;
  }

  of(terms: number[]): Phrase {
    const [only = -1] = terms;
    const meaning = terms.length === 1 ? (this.acronyms.get(only) ?? null) : null;
    const phrase: Phrase = {
      terms,
      papers: new Ints(16),
      inside: new Int32Array(this.groups),
      titled: new Int32Array(this.groups),
      isName: this.isNamed(terms),
      meaning,
      spelled: terms.flatMap((term) => this.acronyms.get(term) ?? [term]),
    };
    this.count(phrase, [terms, ...this.swapped(terms)]);
    return phrase;
  }

  private count({ papers, inside, titled }: Phrase, forms: readonly (readonly number[])[]): void {
    const { corpus } = this.occurrences;
    const met = new Map<number, boolean>();
    for (const form of forms)
      eachOccurrence(this.occurrences, form, (at, paper) => {
        const isTitled = at < (corpus.body[paper] ?? 0);
        met.set(paper, isTitled || met.get(paper) === true);
      });
    for (const [paper, isTitled] of met) {
      papers.push(paper);
      const own = this.group[paper] ?? -1;
      if (own < 0) continue;
      inside[own] = (inside[own] ?? 0) + 1;
      if (isTitled) titled[own] = (titled[own] ?? 0) + 1;
    }
  }

  private isNamed(terms: readonly number[]): boolean {
    if (terms.length > 1) return false;
    let [names, seen] = [0, 0];
    eachOccurrence(this.occurrences, terms, (at) => {
      if (seen >= LOOKED_AT) return;
      seen++;
      if (isName(writtenAt(this.occurrences.corpus, at))) names++;
    });
    return names * 2 > seen;
  }
}

const writtenAt = ({ words, word }: Corpus, at: number): string => words[word[at] ?? 0] ?? '';

/** Occurrences in which the writing of a word is looked at. */
const LOOKED_AT = 12;

/** Whether a word is written with a capital or a digit within: RLHF, 3D, LoRA. */
const isName = (written: string): boolean => /.[\p{Lu}\p{N}]|\p{N}\p{L}/u.test(written);
