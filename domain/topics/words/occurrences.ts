import { type Corpus, isJoined } from './tokens';

/** The places of each term in the papers: looking a phrase up costs as much as its rarest word occurs. */
export interface Occurrences {
  corpus: Corpus;
  /** Tokens of term `i` are those in `at` from `start[i]` up to `start[i + 1]`, in the order of the papers. */
  start: Int32Array;
  at: Int32Array;
}

/** Lists the tokens of each term, by a counting sort over the corpus. */
export function occurrencesIn(corpus: Corpus): Occurrences {
  const { term, stems } = corpus;
  const start = new Int32Array(stems.length + 1);
  // By index: 2 million tokens by an iterator are as many objects.
  for (let token = 0; token < term.length; token++) {
    const one = (term[token] ?? 0) + 1;
    start[one] = (start[one] ?? 0) + 1;
  }
  for (let one = 0; one < stems.length; one++)
    start[one + 1] = (start[one + 1] ?? 0) + (start[one] ?? 0);
  const next = start.slice();
  const at = new Int32Array(term.length);
  for (let token = 0; token < term.length; token++) {
    const one = term[token] ?? 0;
    const place = next[one] ?? 0;
    next[one] = place + 1;
    at[place] = token;
  }
  return { corpus, start, at };
}

/** The paper that a token is of, where none before `from` can be; `first` are the first tokens of papers. */
function paperOf(first: Int32Array, token: number, from: number): number {
  // The next paper of a word may be far ahead: first a gallop, then halves.
  let step = 1;
  while (from + step < first.length && (first[from + step] ?? 0) <= token) step *= 2;
  let [low, high] = [from + (step >> 1), Math.min(from + step, first.length - 1)];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((first[middle] ?? 0) <= token) low = middle;
    else high = middle;
  }
  return low;
}

/** Calls with the place of every occurrence of a phrase, its first token, and the paper; papers in their order. */
export function eachOccurrence(
  { corpus: { term, joint, first }, start, at }: Occurrences,
  terms: readonly number[],
  tell: (token: number, paper: number) => void,
): void {
  const often = (one: number): number => (start[one + 1] ?? 0) - (start[one] ?? 0);
  let rarest = 0;
  for (let word = 1; word < terms.length; word++)
    if (often(terms[word] ?? 0) < often(terms[rarest] ?? 0)) rarest = word;
  const anchor = terms[rarest] ?? 0;
  let row = 0;
  for (let place = start[anchor] ?? 0; place < (start[anchor + 1] ?? 0); place++) {
    const anchored = at[place] ?? 0;
    if (anchored >= (first[row + 1] ?? 0)) row = paperOf(first, anchored, row);
    const token = anchored - rarest;
    if (token < (first[row] ?? 0) || token + terms.length > (first[row + 1] ?? 0)) continue;
    let word = 0;
    while (
      word < terms.length &&
      term[token + word] === terms[word] &&
      (word === 0 || isJoined(joint[token + word]))
    )
      word++;
    if (word === terms.length) tell(token, row);
  }
}
