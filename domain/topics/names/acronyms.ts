import type { Occurrences } from '@/domain/topics/words/occurrences';
import { type Corpus, isJoined, JOINT, KIND } from '@/domain/topics/words/tokens';

/** Acronyms of the papers by their term: the terms of what each stands for, as it was written most often. */
export type Acronyms = ReadonlyMap<number, readonly number[]>;

/** Letters of an acronym, at the least and at the most. */
const [FEWEST, MOST] = [2, 6];
/** Words between those that give the letters. */
const SKIPPED = 1;
/** Of the papers that have an acronym so large a share must explain it: of thirty on SAT one means another thing. */
const EXPLAINED = 0.2;
/** A paper that explains an acronym uses it so often. */
const OFTEN = 4;

/**
 * Finds acronyms where papers explain them, "reinforcement learning from human feedback (RLHF)": a word of
 * capitals, set apart behind words with its initials (A. Schwartz and M. Hearst, "A simple algorithm for
 * identifying abbreviation definitions in biomedical text", Pacific Symposium on Biocomputing 2003, for whole words).
 */
export function acronymsIn({ corpus, start }: Occurrences): Acronyms {
  const { word, words, joint, term, first } = corpus;
  const isAcronym = words.map((written) => /^\p{Lu}[\p{L}]*\p{Lu}s?$/u.test(written));
  const met = new Map<number, Map<string, { terms: number[]; often: number }>>();
  let paper = 0;
  for (let at = 1; at < word.length; at++) {
    while (at >= (first[paper + 1] ?? Infinity)) paper++;
    if (isAcronym[word[at] ?? 0] !== true || ((joint[at] ?? 0) & 3) !== JOINT.none) continue;
    const letters = (words[word[at] ?? 0] ?? '').replace(/s$/, '').toLowerCase();
    if (letters.length < FEWEST || letters.length > MOST) continue;
    const from = beginOf(corpus, at - 1, letters, first[paper] ?? 0);
    if (from < 0) continue;
    const terms = [...term.subarray(from, at)];
    const forms = met.get(term[at] ?? 0) ?? new Map<string, { terms: number[]; often: number }>();
    const form = forms.get(terms.join(' ')) ?? { terms, often: 0 };
    form.often++;
    forms.set(terms.join(' '), form);
    met.set(term[at] ?? 0, forms);
  }
  return new Map(
    [...met].flatMap(([name, forms]) => {
      const [best] = [...forms.values()].toSorted((a, b) => b.often - a.often);
      const often = (start[name + 1] ?? 0) - (start[name] ?? 0);
      return best && best.often * OFTEN >= EXPLAINED * often ? [[name, best.terms] as const] : [];
    }),
  );
}

/** The token at which words with these initials begin that end at `last`; -1 where they don't. */
function beginOf(
  { word, words, joint, term, kinds }: Corpus,
  last: number,
  letters: string,
  from: number,
): number {
  let [at, skipped] = [last, 0];
  for (let letter = letters.length - 1; at >= from; at--) {
    const initial = (words[word[at] ?? 0] ?? '').slice(0, 1).toLowerCase();
    if (initial === letters[letter]) {
      skipped = 0;
      if (letter === 0) return last > at ? at : -1;
      letter--;
    } else {
      const isFunction = (kinds[term[at] ?? 0] ?? 0) >= KIND.connector;
      if (at === last || !isFunction || ++skipped > SKIPPED) return -1;
    }
    if (!isJoined(joint[at])) return -1;
  }
  return -1;
}
