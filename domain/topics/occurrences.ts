import type { Corpus } from './tokens';

/** Where each term stands in the papers: looking a phrase up costs as much as its rarest word occurs. */
export interface Occurrences {
  corpus: Corpus;
  /** Tokens of term `i` are those in `at` from `start[i]` up to `start[i + 1]`, in the order of the papers. */
  start: Int32Array;
  at: Int32Array;
  /** The paper of each token. */
  paper: Int32Array;
}

export function occurrencesIn(corpus: Corpus): Occurrences {
  const { term, first, stems } = corpus;
  const start = new Int32Array(stems.length + 1);
  for (const one of term) start[one + 1] = (start[one + 1] ?? 0) + 1;
  for (let one = 0; one < stems.length; one++)
    start[one + 1] = (start[one + 1] ?? 0) + (start[one] ?? 0);
  const next = start.slice();
  const [at, paper] = [new Int32Array(term.length), new Int32Array(term.length)];
  for (let row = 0; row + 1 < first.length; row++)
    for (let token = first[row] ?? 0; token < (first[row + 1] ?? 0); token++) {
      const one = term[token] ?? 0;
      const place = next[one] ?? 0;
      next[one] = place + 1;
      at[place] = token;
      paper[token] = row;
    }
  return { corpus, start, at, paper };
}

/** Calls with the place of every occurrence of a phrase, its first token, and the paper; papers in their order. */
export function eachOccurrence(
  { corpus: { term, joined, first }, start, at, paper }: Occurrences,
  terms: readonly number[],
  tell: (token: number, paper: number) => void,
): void {
  const often = (one: number): number => (start[one + 1] ?? 0) - (start[one] ?? 0);
  let rarest = 0;
  for (let word = 1; word < terms.length; word++)
    if (often(terms[word] ?? 0) < often(terms[rarest] ?? 0)) rarest = word;
  const anchor = terms[rarest] ?? 0;
  for (let place = start[anchor] ?? 0; place < (start[anchor + 1] ?? 0); place++) {
    const token = (at[place] ?? 0) - rarest;
    const row = paper[at[place] ?? 0] ?? 0;
    if (token < (first[row] ?? 0) || token + terms.length > (first[row + 1] ?? 0)) continue;
    let word = 0;
    while (
      word < terms.length &&
      term[token + word] === terms[word] &&
      (word === 0 || joined[token + word] === 1)
    )
      word++;
    if (word === terms.length) tell(token, row);
  }
}
