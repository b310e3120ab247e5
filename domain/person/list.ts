import { areCjkNames } from './cjk';
import { isDegree, spokenFor, undressed, withoutNumbers } from './dress';
import { LIMITS } from '@/domain/limits';
import { isOthers } from './person';

const SUFFIX = /^(?:Jr|Sr|II|III|IV|2nd|3rd)\.?$/;
const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,4}$/u;
/** `Senio AW`, `van der Berg C`, `Aguiar L.`: a whole name by itself, never half of a pair. */
const INITIALLED = /\p{Ll}\S*\s+\p{Lu}(?:[.-]?\p{Lu}){0,3}\.?(?:\s+(?:Jr|Sr|II|III|2nd|3rd)\.?)?$/u;

/** Whether a piece is no name: patterns for names take time by the square of its length. */
const isTooLong = (piece: string): boolean => piece.length > LIMITS.author;

/** White space as one sign each, so that no pattern looks at a long run of it again and again. */
const narrow = (line: string): string =>
  line.replace(/\s+/g, (run) => (/\n/.test(run) ? '\n' : ' '));

const isOneWord = (text: string): boolean => !/\s/.test(text);

/** A suffix that a comma has parted from its name, put back. */
function withSuffixes(pieces: readonly string[]): string[] {
  const names: string[] = [];
  for (const piece of pieces) {
    const before = SUFFIX.test(piece) ? names.pop() : undefined;
    names.push(before === undefined ? piece : `${before}, ${piece}`);
  }
  return names;
}

/** `isOne`: the pieces are one name, so what follows its first two may be a degree that looks like initials. */
const withoutDegrees = (pieces: readonly string[], isOne: boolean): string[] =>
  pieces.filter((piece, at) => !isDegree(piece, pieces[at - 1], isOne && at > 1));

/** Each two of several as `Family, Given`. */
const inPairs = (pieces: readonly string[]): string[] =>
  pieces.flatMap((piece, at) => (at % 2 === 0 ? `${piece}, ${pieces[at + 1] ?? ''}` : []));

/** Names separated by commas, where a name may hold commas too. `isPart`: other signs part the names already. */
function byCommas(text: string, isPart: boolean): string[] {
  const pieces = withSuffixes(withoutDegrees(text.split(/\s*[,，]\s*/).filter(Boolean), isPart));
  if (pieces.length < 2 || areCjkNames(pieces)) return pieces;
  if (pieces.every((piece) => !isTooLong(piece) && INITIALLED.test(piece))) return pieces;
  const isEven = pieces.length % 2 === 0;
  const seconds = pieces.filter((_, at) => at % 2 === 1);
  if (isEven && seconds.every((piece) => INITIALS.test(piece))) return inPairs(pieces);
  const areWords = isEven && pieces.every(isOneWord);
  if (areWords) return inPairs(pieces);
  if (pieces.length === 2 && (isPart || isOneWord(pieces[0] ?? ''))) return [pieces.join(', ')];
  return pieces;
}

/** Without the affiliations after the names, as arXiv has them: "((1) University A, (2) University B)". */
function withoutPlaces(line: string): string {
  const at = line.trimEnd().endsWith(')') ? line.search(/\(\([1a]\)/) : -1;
  return at < 0 ? line : line.slice(0, at).trimEnd();
}

/** Without the commas and spaces around it. */
function withoutCommas(piece: string): string {
  const isSign = (at: number): boolean => /[\s,]/.test(piece.charAt(at));
  let [start, end] = [0, piece.length];
  while (start < end && isSign(start)) start += 1;
  while (end > start && isSign(end - 1)) end -= 1;
  return piece.slice(start, end);
}

/** The names in a line that is for one: some tools write all of a paper into it, each as `Family, Given`. */
export function namesOfLine(line: string): string[] {
  const names = line.split(/\s*;\s*|\s+and\s+/).filter(Boolean);
  return names.length > 1 && names.every((name) => name.includes(',')) ? names : [line];
}

/** The end of a line that says there are more. */
const MORE = /[,;]?\s*(?:\bet al\b\.?|\band others\b|…|\.\.\.|等)\s*\.?\s*$/i;

/** A line of names without the words at its end that say there are more (`et al.`). */
export const withoutMore = (line: string): string => narrow(line).replace(MORE, '');

/** Whether a line of names says at its end that there are more. */
export const hasMoreNames = (line: string): boolean => MORE.test(narrow(line));

/** A name without the word that joins it to the one before, and without what is written around it. */
const bare = (name: string): string =>
  isTooLong(name) ? name : undressed(spokenFor(name.replace(/^\s*(?:and|&|und|et|y)\s+/i, '')));

/**
 * The names in a line of authors, as they are written: parted by semicolons, commas, `and`, `&`, `、`. "Family, Given"
 * is told from two names by its two sides. Unnamed persons ("et al.") are left out.
 */
export function personNames(line: string): string[] {
  const text = withoutPlaces(
    withoutMore(narrow(line).replace(/^\s*(?:by|authors?:)\s+/i, '')),
  ).replace(/([^\s.]{2})\.\s*$/, '$1');
  const pieces = withoutNumbers(text)
    .split(/[;；、|·•\n]|\s\/\s|\s+(?:and|&)\s+(?!(?:Sons|Co)\b)/)
    .map(withoutCommas);
  const isPart =
    pieces.length > 1 &&
    (/[;；]/.test(text) || pieces.every((piece) => piece.split(',').length === 2));
  return pieces
    .flatMap((piece) => byCommas(piece, isPart))
    .map(bare)
    .filter((name) => /\p{L}/u.test(name) && !isOthers(name));
}
