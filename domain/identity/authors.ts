import { fold } from '@/domain/text';

/** Words of a name, in whatever order a site writes it: `Author, Ann B.` and `Ann B. Author`. */
const nameWords = (name: string): string[] =>
  fold(name)
    .replace(/\b(?:jr|sr|ii|iii|iv)\b\.?/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * The family name as far as sites agree on it: what stands before a comma, else the last word. Empty where
 * there is no name.
 */
export function familyName(name: string): string {
  const [family = '', given] = name.split(',');
  return (given === undefined ? nameWords(name).at(-1) : nameWords(family).join(' ')) ?? '';
}

/**
 * Whether two lists of authors may be of one paper: one of them is not known, or the first of one is among
 * the other's, by any word of the name that is more than an initial.
 */
export function isSameAuthor(a: readonly string[], b: readonly string[]): boolean {
  const [first] = a;
  const [second] = b;
  if (first === undefined || second === undefined) return true;
  const among = (name: string, names: readonly string[]): boolean => {
    const known = new Set(names.flatMap(nameWords));
    const words = nameWords(name).filter((word) => word.length > 1);
    return words.length === 0 || words.some((word) => known.has(word));
  };
  return among(first, b) || among(second, a);
}
