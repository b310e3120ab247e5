import { areCjkNames } from './cjk';
import { isDegree, spokenFor, undressed, withoutNumbers } from './dress';
import { LIMITS } from '@/domain/limits';
import { withoutBrackets, withoutGroup } from './members';
import { isOthers, narrow, withoutMore } from './others';
import { isGroup, isInitialled } from './person';

const SUFFIX = /^(?:Jr|Sr|II|III|IV|2nd|3rd)\.?$/;
const INITIALS = /^(?:\p{Lu}{1,4}|\p{Lu}\.?(?:[\s.-]+\p{Lu}\.?){0,3})$/u;
/** Whether a piece is no name: patterns for names take time by the square of its length. */
const isTooLong = (piece: string): boolean => piece.length > LIMITS.author;

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

/** A family name alone, with its particles and its suffix: `Sanchez`, `van der Berg`, `Mair, Jr`. */
const FAMILY = /^(?:\p{Ll}\S*\s){0,3}\S+(?:, \S+)?$/u;

/** Whether several pieces are family names and given names by turns, though some have two given names. */
const arePairs = (firsts: readonly string[], seconds: readonly string[]): boolean =>
  firsts.length > 1 &&
  firsts.every((piece) => FAMILY.test(piece)) &&
  seconds.filter(isOneWord).length * 2 > seconds.length;

/** Names separated by commas, where a name may hold commas too. `isPart`: other signs part the names already. */
function byCommas(text: string, isPart: boolean): string[] {
  const pieces = withSuffixes(withoutDegrees(text.split(/\s*[,，]\s*/).filter(Boolean), isPart));
  if (pieces.length < 2 || areCjkNames(pieces)) return pieces;
  const [group = '', ...members] = pieces;
  if (members.length > 1 && !isTooLong(group) && isGroup(group))
    return [group, ...byCommas(members.join(', '), isPart)];
  if (pieces.every((piece) => !isTooLong(piece) && isInitialled(piece))) return pieces;
  const isEven = pieces.length % 2 === 0;
  const seconds = pieces.filter((_, at) => at % 2 === 1);
  if (isEven && seconds.every((piece) => INITIALS.test(piece))) return inPairs(pieces);
  const areWords = isEven && pieces.every(isOneWord);
  const firsts = pieces.filter((_, at) => at % 2 === 0);
  if (areWords || (isEven && arePairs(firsts, seconds))) return inPairs(pieces);
  if (pieces.length === 2 && (isPart || isOneWord(pieces[0] ?? ''))) return [pieces.join(', ')];
  return pieces;
}

/** Without the affiliations after the names, as arXiv has them: "((1) University A, (2) University B)". */
function withoutPlaces(line: string): string {
  const at = line.trimEnd().endsWith(')') ? line.search(/\(\([1a]\)/) : -1;
  return at < 0 ? line : line.slice(0, at).trimEnd();
}

/** Without the commas, spaces and footnotes' signs around it. */
function withoutSigns(piece: string): string {
  const isSign = (at: number): boolean => /[\s,*†‡§¶]/.test(piece.charAt(at));
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

/** Words that join two names, of which none is a word within one. */
const CONJUNCTION = /\s(?:et|und|og|och|ed|и|with)\s(?=\p{Lu})/u;
/** Words that also join two family names of one person: "Ramón y Cajal". */
const JOINT = /\s(?:y|e|i|en)\s(?=\p{Lu})/u;
/** Such a word before a name, after a comma; a capital is an initial: `Y LeCun`. */
const LEADING = /^(?:(?:and|&|et|und|og|och|ed|и|with)\s(?=\S)|(?:y|e|i|en)\s(?=[^,]+$))/;

/** Whether a text holds more than one word with a capital: no family name alone. */
const isFull = (text: string): boolean => (text.match(/(?<![\p{L}'’-])\p{Lu}/gu) ?? []).length > 1;

/** A text, cut where such a word joins whole names; a group keeps its own. */
function parted(text: string, by: RegExp): string[] {
  const found = isTooLong(text) || isGroup(text) ? null : by.exec(text);
  if (!found) return [text];
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  return isFull(before) && isFull(after) ? [before, ...parted(after, by)] : [text];
}

/** A name without what is written around it. */
const bare = (name: string): string => (isTooLong(name) ? name : undressed(spokenFor(name)));

/** A word for "and" of any language behind initials, before another name. */
const BEHIND_INITIALS =
  /(?<=\p{Lu}\.)\s+(?:y|e|i|en|a|ve|ja|és|și|şi|in|und|et|og|och|ed|и|та)\s+(?=(?:\p{Ll}[\p{L}’']*\s+){0,3}\p{Lu})/gu;
/** Who speaks for a group, and that group: `Jane Doe for the ALICE Collaboration`. */
const FOR_GROUP =
  /^((?:\p{Lu}[\p{L}.'’-]*\s){1,3}\p{Lu}[\p{L}.'’-]+)\s(?:for|on behalf of)\s(?:the\s)?(.{2,200}\b(?:[Cc]ollaborations?|[Cc]onsorti(?:um|a)|[Gg]roup|[Tt]eam|[Ii]nvestigators|[Nn]etwork))$/u;
/** Two names in Han joined by a dot, as Japanese databases have them. */
const HAN_DOT = /(?<=\p{Script=Han}{2})・(?=\p{Script=Han}{2})/u;
/** What APA puts before the last of many names. */
const ELLIPSIS = /^(?:\.\s?\.\s?\.|…)\s*/;

/** A speaker and a group apart. */
function spokenApart(name: string): string[] {
  const [, speaker = '', group = ''] = (!isTooLong(name) && FOR_GROUP.exec(name)) || [];
  return speaker === '' || isGroup(speaker) ? [name] : [speaker, group];
}

const LABEL = /^\s*(?:by|authors?:|edited by)\s+/i;

/**
 * The names in a line of authors, as they are written: parted by semicolons, commas, `and`, `&`, `、`, and words of other
 * languages for "and". "Family, Given" is told from two names by its two sides. Unnamed persons ("et al.") are left out.
 */
export function personNames(line: string): string[] {
  const { text: whole, group } = withoutGroup(withoutPlaces(narrow(line).replace(LABEL, '')));
  const { text: named, groups } = withoutBrackets(whole);
  const joined = named.replace(BEHIND_INITIALS, ', ');
  const text = withoutNumbers(withoutMore(joined).replace(/([^\s.]{2})\.\s*$/, '$1'));
  const pieces = text
    .split(/[;；、|·•\n]|\s\/\s|\s+(?:and|&)\s+(?!(?:Sons|Co)\b)/)
    .flatMap((piece) => parted(piece, CONJUNCTION))
    .flatMap((piece) => piece.split(HAN_DOT))
    .flatMap(spokenApart)
    .map(withoutSigns);
  const isPart =
    pieces.length > 1 &&
    (/[;；]/.test(text) || pieces.every((piece) => piece.split(',').length === 2));
  const names = pieces
    .flatMap((piece) => byCommas(piece, isPart))
    .flatMap((name) => parted(name, JOINT))
    .map((name, at) => bare((at > 0 ? name.replace(LEADING, '') : name).replace(ELLIPSIS, '')))
    .filter((name) => /\p{L}/u.test(name) && !isOthers(name));
  return [...group, ...names, ...groups.map(spokenFor)];
}
