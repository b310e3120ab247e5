import { ACCENTS } from './signs';

const isAccented = (letter: string, command: string): boolean =>
  /\p{L}/u.test(letter) && `${letter}${ACCENTS[command]}`.normalize('NFC').length === 1;

/** A quotation mark after a backslash, and the letter that it would put an accent on; not within braces of its own. */
const ESCAPED = /(?<!\\)(\{?)\\(["'])(?=(\s*)(\\?.?)(\}?))/gsu;

/**
 * Restores quotation marks that a tool escaped as other formats have it: `\"Yes\"`, `don\'t`. They read as accents in
 * TeX, so one counts as a quotation mark where no letter with that accent follows. Double ones come in pairs: where one
 * of a text is a quotation mark, all are, but for those in braces of their own (`{\"o}`, `\"{o}`).
 */
export function unescapedQuotes(tex: string): string {
  if (!/\\["']/.test(tex)) return tex;
  const isQuote = (command: string, letter: string) =>
    !/^(?:\{|\\)/.test(letter) && !isAccented(letter, command);
  const isQuoted = [...tex.matchAll(ESCAPED)].some(
    ([, , command = '', , letter = '']) => command === '"' && isQuote(command, letter),
  );
  return tex.replace(
    ESCAPED,
    (whole, open: string, command: string, _space: string, letter: string, close: string) => {
      const isOwn = (open === '{' && close === '}') || /^(?:\{|\\)/.test(letter);
      const counts = command === '"' ? isQuoted : isQuote(command, letter);
      return counts && !isOwn ? `${open}${command}` : whole;
    },
  );
}
