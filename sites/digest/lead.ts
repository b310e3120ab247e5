import { leadingNames } from './led-names';
import { isName } from './names';
import { TIMES } from './times';
import { wordCount } from './words';

/** The authors that a reference begins with: where they end, and whether they can be nothing else. */
export interface Lead {
  end: number;
  /** One name alone may be a title's first words. */
  isSure: boolean;
  /** Whether commas alone part them from the title: they part its journal from it too. */
  byCommas: boolean;
}

/** A reference may begin with these: when it is presented, and its number. */
const BULLET = new RegExp(
  String.raw`^\s*(?:${TIMES})?\s*(?:[[(][A-Za-z]{0,4}[-.]?\d{1,4}[\])][.:]?\s*|\d{1,4}[.)]+\s+|[-*•‣]\s+)?`,
  'iu',
);

/** Where a reference begins behind its number. */
export const afterBullet = (text: string): number => BULLET.exec(text)?.[0].length ?? 0;

/** Words from which on a title may follow one name alone. */
const SPOKEN = 4;

/** A dash in the place of the authors of the reference before. */
const SAME = /^[—–_-]{2,}[.,:]\s+(?=\(?(?:19|20)\d\d)/u;

/** The authors that a line begins with. */
export function leadOf(raw: string): Lead | undefined {
  const bullet = afterBullet(raw);
  const text = raw.slice(bullet);
  const same = SAME.exec(text)?.[0].length;
  if (same !== undefined) return { end: bullet + same, isSure: true, byCommas: false };
  const lead = leadingNames(text);
  if (!lead) return betweenCommas(text, bullet);
  const end = bullet + lead.end;
  const isSure = lead.names.length > 1 || /(?:19|20)\d\d/.test(raw);
  return isSure || wordCount(raw.slice(end)) >= SPOKEN
    ? { end, isSure, byCommas: false }
    : undefined;
}

/** Names before a title that only commas part from it, at most, and words of the title at least. */
const MOST_NAMES = 30;
const TITLE = 3;
/** What parts names and title. */
const COMMA = /\s*(?:[,;，、]\s*(?:(?:and|&|und|et|y|e|и)\s+)?|\s(?:and|&|und|et|y|e|и)\s)/gu;
const INITIALLED = /(?:^|[\s.-])\p{Lu}\.|[\p{Script=Han}\p{Script=Hangul}]/u;

/** `A. Author, B. Author, Title, Journal 5 (2001)`: names with initials, then what is no name any more, and a year. */
function betweenCommas(text: string, offset: number): Lead | undefined {
  if (!/(?:19|20)\d\d/.test(text)) return undefined;
  let [from, count] = [0, 0];
  for (const { index, 0: comma } of text.slice(0, 1_500).matchAll(COMMA)) {
    const piece = text.slice(from, index);
    if (!isName(piece) || !INITIALLED.test(piece))
      return count > 0 && wordCount(piece) >= TITLE && !isName(piece)
        ? { end: offset + from, isSure: true, byCommas: true }
        : undefined;
    count += 1;
    if (count > MOST_NAMES) return undefined;
    from = index + comma.length;
  }
  return undefined;
}
