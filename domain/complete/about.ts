import { isSameAuthor } from '@/domain/identity/authors';
import { keysOf, normaliseTitle } from '@/domain/identity/paper-key';
import type { PaperRecord } from '@/domain/paper/record';
import { foreignText } from '@/domain/text/foreign-text';
import type { ServiceAnswer } from './service';

/** Words that titles of any two papers may share. */
const SMALL = new Set(
  'a an the of on for and or in to with from by is are via at as its note'.split(' '),
);
/** Papers about a paper, which have its title within their own. */
const SECONDARY =
  /(?:^|[:.–—]\s*)(?:(?:author|publisher)(?:'s|’s)? )?(?:corrections?|corrigend(?:um|a)|errat(?:um|a)|addend(?:um|a)|retraction|expression of concern|editorial|commentary|reply|response to|comments? on|discussion (?:of|on)|review of)\b/i;
/** What publishers write before the title of a paper that they took back. */
const RETRACTED = /^\s*\[?(?:retracted|withdrawn)(?: article| paper)?\]?\s*:?\s*/i;
const NUMERAL = /^(?:\d+|[ivx]+)$/;
/** A word, or one character of a script that sets no spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** Words of a title that tell it from others. */
const wordsOf = (title: string): Set<string> =>
  new Set((normaliseTitle(title).match(WORD) ?? []).filter((word) => !SMALL.has(word)));

/** Fewer words say too little: titles of other papers begin with them. */
const FEWEST = 3;

/** Up to the sign before a subtitle. */
const mainOf = (title: string): string => normaliseTitle(title.split(/:\s|\s[–—-]\s/)[0] ?? '');

/** Whether two titles have numbers, and none in common: parts of a series. */
function areParts(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const numerals = (words: ReadonlySet<string>): Set<string> =>
    new Set([...words].filter((word) => NUMERAL.test(word)));
  const [one, other] = [numerals(a), numerals(b)];
  return one.size > 0 && other.size > 0 && one.isDisjointFrom(other);
}

/** How two titles may be those of one paper, and whether they have too few words to tell it alone. */
function compare(a: string, b: string): { like: 'equal' | 'alike' | 'other'; isShort: boolean } {
  const [one, other] = [a.replace(RETRACTED, ''), b.replace(RETRACTED, '')];
  const [first, second] = [wordsOf(one), wordsOf(other)];
  const [least, most] = [first.size, second.size].toSorted((x, y) => x - y);
  const isShort = (least ?? 0) < FEWEST;
  if (SECONDARY.test(one) !== SECONDARY.test(other)) return { like: 'other', isShort };
  if (normaliseTitle(one) === normaliseTitle(other)) return { like: 'equal', isShort };
  if (areParts(first, second)) return { like: 'other', isShort };
  const isMain = mainOf(one) === normaliseTitle(other) || normaliseTitle(one) === mainOf(other);
  const shared = first.intersection(second).size / (most ?? 0);
  return { like: isMain || shared >= (isShort ? 2 / 3 : 1 / 2) ? 'alike' : 'other', isShort };
}

/** Whether ids that are told are those of another paper; it may have several DOIs, and one id of each other scheme. */
function areOthers(told: ServiceAnswer, keys: readonly string[]): boolean {
  return keysOf(defined(told.ids), '').some((id) => {
    const scheme = id.slice(0, id.indexOf(':') + 1);
    const own = keys.filter((key) => key.startsWith(scheme));
    return scheme !== 'doi:' && own.length > 0 && !own.includes(id);
  });
}

const defined = (ids: ServiceAnswer['ids']): Record<string, string> =>
  Object.fromEntries(Object.entries(ids).flatMap(([scheme, id]) => (id ? [[scheme, id]] : [])));

/**
 * Whether an answer is about the paper that was asked for: databases have other papers under an id now and then, and
 * nothing of those may be kept. Its ids contradict none of the paper's. Its title is the paper's, without a subtitle or
 * with half of the words of the longer one (of few words two thirds); authors never make up for a title, but those of another paper refute one,
 * unless it is equal and long, and a title of two words needs them.
 */
export function isAbout(
  told: ServiceAnswer,
  paper: Pick<PaperRecord, 'keys' | 'title' | 'authors'>,
): boolean {
  if (!paper.keys.includes(told.key) || areOthers(told, paper.keys)) return false;
  const title = told.isMarkup ? foreignText(told.title) : told.title;
  const isKnown = paper.authors.length > 0 && told.authors.length > 0;
  const isRefuted = isKnown && !isSameAuthor(paper.authors, told.authors);
  if (title === '' || paper.title === '') return title !== '' && !isRefuted;
  const { like, isShort } = compare(title, paper.title);
  if (like === 'equal') return !isShort || !isRefuted;
  return like === 'alike' && !isRefuted && (!isShort || isKnown);
}
