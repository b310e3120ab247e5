import { fold } from './text';

/** Finds a person's words in texts. */
export interface WordFinder {
  /** Whether there are any words. */
  isEmpty: boolean;
  has: (text: string) => boolean;
  /** UTF-16 offsets of every occurrence of the words. */
  find: (text: string) => { start: number; end: number }[];
}

/** Scripts that write words without spaces between them: there a word may begin and end anywhere. */
const JOINED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const LETTER = String.raw`[\p{L}\p{N}]`;

/** A word or phrase as a pattern: whole words, any white space or hyphen between them, `*` for any ending. */
function patternOf(word: string): string {
  const body = word
    .normalize('NFC')
    .trim()
    .replace(/[.+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replace(/\*+/g, String.raw`[\p{L}\p{N}]*`)
    .replace(/[\s‐-―-]+/g, String.raw`[\s\u2010-\u2015-]+`);
  const begins = new RegExp(`^(?![${JOINED}])${LETTER}`, 'u').test(word);
  const ends = new RegExp(`(?![${JOINED}])${LETTER}$`, 'u').test(word);
  return `${begins ? `(?<!${LETTER})` : ''}${body}${ends ? `(?!${LETTER})` : ''}`;
}

/** Finds words and phrases as they are typed, in any case: "graph neural", "transformer*", "C++". */
export function wordFinder(words: readonly string[]): WordFinder {
  const patterns = words.filter((word) => /[^\s*]/.test(word)).map(patternOf);
  if (patterns.length === 0) return { isEmpty: true, has: () => false, find: () => [] };
  const all = new RegExp(patterns.join('|'), 'giu');
  return {
    isEmpty: false,
    has: (text) => {
      all.lastIndex = 0;
      return all.test(text);
    },
    find: (text) =>
      [...text.matchAll(all)].flatMap(({ index, 0: { length } }) =>
        length > 0 ? { start: index, end: index + length } : [],
      ),
  };
}

const namesOf = (author: string): string[] => fold(author).match(/[\p{L}\p{N}'’]+/gu) ?? [];

/** Whether a name is another's: all its parts are there, in any order ("Author, Ann B."). */
export function isAuthor(author: string, watched: string): boolean {
  const [names, sought] = [namesOf(author), namesOf(watched)];
  if (sought.length === 0) return false;
  return sought.every((name) => names.includes(name));
}
