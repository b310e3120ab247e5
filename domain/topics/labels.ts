import { type Corpus, KIND } from './tokens';

/** A phrase of the papers, as a label may use it. */
interface Phrase {
  /** Its terms. */
  terms: number[];
  /** The form it has most often. */
  text: string;
  /** In how many papers of each topic it occurs; titles count double. */
  support: Map<number, number>;
  total: number;
}

const LONGEST = 3;

/** Names for groups of papers: a label and keywords each, in the words of the papers. No two share a label. */
export function labelsOf(
  corpus: Corpus,
  groups: readonly (readonly number[])[],
): { label: string; keywords: string[] }[] {
  const phrases = phrasesOf(corpus, groups);
  const taken = new Set<string>();
  const order = groups
    .map((_, group) => group)
    .toSorted((a, b) => (groups[b]?.length ?? 0) - (groups[a]?.length ?? 0) || a - b);
  const named: { label: string; keywords: string[] }[] = [];
  for (const group of order) {
    const ranked = phrases
      .map((phrase) => ({ phrase, score: scoreOf(phrase, group, groups) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || (a.phrase.text < b.phrase.text ? -1 : 1));
    const keywords = distinct(
      ranked.map(({ phrase }) => phrase),
      6,
    );
    const label = keywords.find(({ text }) => !taken.has(text)) ?? keywords[0];
    if (label) taken.add(label.text);
    const partner = keywords.find((other) => other !== label && !shareTerm(other, label));
    // A single word says little: the next one stands beside it.
    const words = label && label.terms.length === 1 && partner ? [label, partner] : [label];
    named[group] = {
      label: words.flatMap((phrase) => phrase?.text ?? []).join(', ') || '…',
      keywords: keywords.map(({ text }) => text),
    };
  }
  return named;
}

const shareTerm = (a: Phrase, b: Phrase | undefined): boolean =>
  b !== undefined && a.terms.some((term) => b.terms.includes(term));

/** The first phrases of a ranking that are not part of each other. */
function distinct(ranked: readonly Phrase[], count: number): Phrase[] {
  const chosen: Phrase[] = [];
  for (const phrase of ranked) {
    if (chosen.length >= count) break;
    const isPart = chosen.some(
      ({ terms }) =>
        phrase.terms.every((term) => terms.includes(term)) ||
        terms.every((term) => phrase.terms.includes(term)),
    );
    if (!isPart) chosen.push(phrase);
  }
  return chosen;
}

/** How much a phrase speaks for a group: its share there, and how much more that is than elsewhere. */
function scoreOf(
  { support, total, terms }: Phrase,
  group: number,
  groups: readonly (readonly number[])[],
): number {
  const inside = support.get(group) ?? 0;
  const size = groups[group]?.length ?? 1;
  if (inside < 2 && size > 1) return 0;
  const others = groups.reduce((sum, { length }) => sum + length, 0) - size;
  const lift =
    Math.log((inside + 0.1) / (size + 1)) - Math.log((total - inside + 0.5) / (others + 1));
  if (lift <= 0 && others > 0) return 0;
  const share = inside / (size * 3);
  return share * (others > 0 ? lift : 1) * (terms.length > 1 ? 1.5 : 1);
}

/** All phrases of one to three words that no filler parts, with where they occur. */
function phrasesOf(corpus: Corpus, groups: readonly (readonly number[])[]): Phrase[] {
  const found = new Map<string, Phrase & { forms: Map<string, number> }>();
  for (const [group, papers] of groups.entries())
    for (const paper of papers) {
      const weights = new Map<string, number>();
      forEachPhrase(corpus, paper, (terms, text, isTitle) => {
        const key = terms.join(' ');
        let phrase = found.get(key);
        if (!phrase)
          found.set(
            key,
            (phrase = { terms, text, support: new Map(), total: 0, forms: new Map() }),
          );
        phrase.forms.set(text, (phrase.forms.get(text) ?? 0) + 1);
        weights.set(key, Math.max(weights.get(key) ?? 0, isTitle ? 3 : 1));
      });
      for (const [key, weight] of weights) {
        const phrase = found.get(key);
        if (!phrase) continue;
        phrase.support.set(group, (phrase.support.get(group) ?? 0) + weight);
        phrase.total += weight;
      }
    }
  return [...found.values()].map(({ forms, ...phrase }) => ({
    ...phrase,
    text:
      [...forms].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? phrase.text,
  }));
}

function forEachPhrase(
  { first, body, term, kinds, joined, start, end, texts }: Corpus,
  paper: number,
  tell: (terms: number[], text: string, isTitle: boolean) => void,
): void {
  const stop = first[paper + 1] ?? 0;
  const kindAt = (at: number): number => kinds[term[at] ?? 0] ?? KIND.filler;
  for (let from = first[paper] ?? 0; from < stop; from += 1) {
    if (kindAt(from) !== KIND.content && kindAt(from) !== KIND.generic) continue;
    for (let to = from; to < Math.min(stop, from + LONGEST); to += 1) {
      if (to > from && joined[to] !== 1) break;
      if (kindAt(to) === KIND.filler) break;
      if (kindAt(to) === KIND.connector) continue;
      const terms = [...term.subarray(from, to + 1)];
      if (!terms.some((one) => kinds[one] === KIND.content)) continue;
      const text = (texts[paper] ?? '').slice(start[from], end[to]).replace(/\s+/g, ' ');
      tell(terms, plainCase(text), from < (body[paper] ?? 0));
    }
  }
}

/** Lower case, but for words that have capitals within ("LLMs", "BERT"). */
const plainCase = (text: string): string =>
  text.replace(/[\p{L}\p{N}]+/gu, (word) =>
    /^\P{Lu}*$|^.\P{Lu}+$/u.test(word) ? word.toLowerCase() : word,
  );
