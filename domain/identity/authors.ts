import { isOthers } from '@/domain/person/others';
import { parsePerson } from '@/domain/person/person';
import { fold } from '@/domain/text';

/** Words of a name, in whatever order a site writes it, without a suffix: `Author, Ann B.` and `Ann B. Author`. */
const nameWords = (name: string): string[] => {
  const { particle, family, given } = parsePerson(name);
  return wordsOf(`${given} ${particle} ${family}`);
};

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The family name as far as sites agree on it: its last word. Empty where there is no name. */
export const familyName = (name: string): string => wordsOf(parsePerson(name).family).at(-1) ?? '';

/**
 * Whether two lists of authors may be of one paper: one of them is not known, or the first of one is among
 * the other's, by any word of the name that is more than an initial.
 */
export function isSameAuthor(a: readonly string[], b: readonly string[]): boolean {
  const [first] = a;
  const [second] = b;
  if (first === undefined || second === undefined) return true;
  const among = (name: string, names: readonly string[]): boolean => {
    const known = new Set(names.filter((one) => !isOthers(one)).flatMap(nameWords));
    const words = nameWords(name).filter((word) => word.length > 1);
    return words.length === 0 || words.some((word) => known.has(word));
  };
  return among(first, b) || among(second, a);
}
