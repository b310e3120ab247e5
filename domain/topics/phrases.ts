import { type Counts, isWord } from './features';
import { Ints } from './ints';
import { type Corpus, KIND } from './tokens';

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
  /** Its last word where it was met first, in lower case. */
  ending: string;
}

/** Words and pairs that are looked at for each group, the most telling first. */
const CANDIDATES = 40;
/** In fewer papers of a group a run of three words is chance. */
const LEAST_INSIDE = 2;

/** Whether a phrase may stand in a label: it begins and ends with a word, and something in it says more than "model". */
function isTelling({ kinds }: Corpus, terms: readonly number[]): boolean {
  return terms.some((term) => kinds[term] === KIND.content);
}

/** How much a phrase that is in `inside` of a group's papers and in `total` of all speaks for the group. */
export function weightOf(inside: number, size: number, total: number, papers: number): number {
  if (inside === 0) return 0;
  const others = papers - size;
  const lift =
    Math.log((inside + 0.5) / (size + 1)) - Math.log((total - inside + 0.5) / (others + 1));
  if (lift <= 0 && others > 0) return 0;
  const [precision, recall] = [inside / total, inside / size];
  // F0.5: a name that is right for some is better than one that fits half the library.
  const balance = (1.25 * precision * recall) / (0.25 * precision + recall);
  return balance * (others > 0 ? Math.min(4, lift) : 1);
}

/** The most telling words and pairs of each group, as terms. */
function candidatesOf(
  corpus: Corpus,
  counts: Counts,
  group: Int32Array,
  groups: number,
): number[][][] {
  const inside = new Int32Array(counts.frequency.length * groups);
  const sizes = new Int32Array(groups);
  for (let paper = 0; paper < group.length; paper++) {
    const own = group[paper] ?? -1;
    if (own < 0) continue;
    sizes[own] = (sizes[own] ?? 0) + 1;
    for (let entry = counts.start[paper] ?? 0; entry < (counts.start[paper + 1] ?? 0); entry++) {
      const at = (counts.feature[entry] ?? 0) * groups + own;
      inside[at] = (inside[at] ?? 0) + 1;
    }
  }
  const papers = group.length;
  return Array.from({ length: groups }, (_, own) => {
    const size = sizes[own] ?? 0;
    const least = size > 2 ? LEAST_INSIDE : 1;
    const found: { feature: number; weight: number }[] = [];
    for (let feature = 0; feature < counts.frequency.length; feature++) {
      const here = inside[feature * groups + own] ?? 0;
      if (here < least) continue;
      found.push({ feature, weight: weightOf(here, size, counts.frequency[feature] ?? 0, papers) });
    }
    return found
      .filter(({ weight }) => weight > 0)
      .toSorted((a, b) => b.weight - a.weight || a.feature - b.feature)
      .map(({ feature }) => termsOf(counts, feature))
      .filter((terms) => isTelling(corpus, terms))
      .slice(0, CANDIDATES);
  });
}

const termsOf = ({ terms, pairs }: Counts, feature: number): number[] =>
  feature < terms
    ? [feature]
    : [pairs[(feature - terms) * 2] ?? 0, pairs[(feature - terms) * 2 + 1] ?? 0];

/** A number for up to three terms: below 2^53 for up to 200,000 terms. */
const keyOf = (base: number, terms: readonly number[]): number =>
  terms.reduce((key, term) => key * base + term + 1, 0);

/** Calls with each run of three joined tokens of a paper that begins and ends with a word. */
function eachTriple(
  { first, term, kinds, joined }: Corpus,
  paper: number,
  tell: (at: number) => void,
): void {
  const end = (first[paper + 1] ?? 0) - 2;
  for (let at = first[paper] ?? 0; at < end; at++) {
    if (joined[at + 1] !== 1 || joined[at + 2] !== 1) continue;
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
  corpus: Corpus,
  counts: Counts,
  group: Int32Array,
  groups: number,
): Phrase[] {
  const base = corpus.stems.length + 1;
  const candidates = candidatesOf(corpus, counts, group, groups);
  const distinct = new Map<number, number[]>();
  for (const terms of [...candidates.flat(), ...triplesOf(corpus, group, candidates)])
    distinct.set(keyOf(base, terms), terms);
  return tallied(
    corpus,
    group,
    groups,
    [...distinct.values()].map((terms) => ({ terms })),
  );
}

/** Finds phrases in all papers; in the order given. */
export function tallied(
  corpus: Corpus,
  group: Int32Array,
  groups: number,
  phrases: readonly Pick<Phrase, 'terms'>[],
): Phrase[] {
  const out = phrases.map(
    ({ terms }): Phrase => ({
      terms,
      papers: new Ints(16),
      inside: new Int32Array(groups),
      titled: new Int32Array(groups),
      isName: false,
      ending: '',
    }),
  );
  const names = new Map<Phrase, number>();
  const byFirst = Map.groupBy(out, ({ terms }) => terms[0] ?? -1);
  for (let paper = 0; paper < group.length; paper++) {
    const own = group[paper] ?? -1;
    eachOccurrence(corpus, paper, byFirst, (phrase, at) => {
      const { papers, inside, titled } = phrase;
      if (papers.length > 0 && papers.at(papers.length - 1) === paper) return;
      papers.push(paper);
      if (papers.length === 1) phrase.ending = wordAt(corpus, paper, at + phrase.terms.length - 1);
      if (phrase.terms.length === 1 && papers.length <= LOOKED_AT && isName(corpus, paper, at))
        names.set(phrase, (names.get(phrase) ?? 0) + 1);
      if (own < 0) return;
      inside[own] = (inside[own] ?? 0) + 1;
      if (at < (corpus.body[paper] ?? 0)) titled[own] = (titled[own] ?? 0) + 1;
    });
  }
  for (const [phrase, met] of names)
    phrase.isName = met * 2 > Math.min(LOOKED_AT, phrase.papers.length);
  return out;
}

const wordAt = ({ texts, start, end }: Corpus, paper: number, at: number): string =>
  (texts[paper] ?? '').slice(start[at], end[at]).toLowerCase();

/** Papers in which the writing of a word is looked at. */
const LOOKED_AT = 12;

/** Whether a word is written with a capital or a digit within: RLHF, 3D, LoRA. */
const isName = ({ texts, start, end }: Corpus, paper: number, at: number): boolean =>
  /.[\p{Lu}\p{N}]|\p{N}\p{L}/u.test((texts[paper] ?? '').slice(start[at], end[at]));

/** Calls with the place of every occurrence of a phrase in a paper: its first token. */
export function eachOccurrence(
  corpus: Corpus,
  paper: number,
  byFirst: ReadonlyMap<number, readonly Phrase[]>,
  tell: (phrase: Phrase, at: number) => void,
): void {
  const { first, term, joined } = corpus;
  const end = first[paper + 1] ?? 0;
  for (let at = first[paper] ?? 0; at < end; at++)
    for (const phrase of byFirst.get(term[at] ?? -1) ?? []) {
      const { terms } = phrase;
      const { length } = terms;
      if (at + length > end) continue;
      let next = 1;
      while (next < length && term[at + next] === terms[next] && joined[at + next] === 1) next++;
      if (next === length) tell(phrase, at);
    }
}
