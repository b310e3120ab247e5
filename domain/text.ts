import { FORMULA_ACCENT, TEX_SIGNS } from './text/signs';

export { collapse, placeText } from './text/plain';

/** Letters that no decomposition reduces to a plain one. */
export const LETTERLIKE: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/**
 * Text reduced to what two spellings of the same words share: compatibility forms (ligatures, full width),
 * case, accents and letter variants are folded. For comparing and searching, never for showing.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .replace(/[ßøđłæœı]/gu, (letter) => LETTERLIKE[letter] ?? letter)
    .normalize('NFC');
}

/** Commands that only format what follows; every other command is read as its name without the backslash. */
const TEX_FORMAT =
  /\\(?:emph|text(?:bf|it|rm|sf|sc|tt|normal)?|math(?:bf|it|rm|sf|cal|bb|frak|scr|tt)|mbox|boldsymbol|left|right|big[lr]?|Big[lr]?|operatorname|ensuremath|it|bf|rm|em)(?![A-Za-z])\*?/g;

/** Letters that are written as a command: `\o`, `\aa`, `\ss` (https://www.ctan.org/pkg/comprehensive). */
const TEX_LETTER = /\\(aa|ae|oe|ss|o|l|i|j|AA|AE|OE|O|L)(?![A-Za-z])\s?/g;

/** An accent command and its letters, in braces or bare. Accents named by a letter need a space or a brace. */
const TEX_ACCENT_BRACED = /\\["'`^~=.uvHtcdbkr]\s*\{\s*\\?([A-Za-z]+)\s*\}/g;
const TEX_ACCENT = /\\(?:["'`^~=.]|[uvHtcdbkr]\s)\s*\\?([A-Za-z])/g;

/** A TeX-bearing text without its markup: `$\alpha$-\emph{stable} L$_2$` → ` alpha-stable L2`. */
export const stripTex = (text: string): string =>
  /[\\$_^]/.test(text)
    ? text
        .replace(TEX_FORMAT, '')
        .replace(TEX_ACCENT_BRACED, '$1')
        .replace(TEX_ACCENT, '$1')
        .replace(TEX_LETTER, '$1')
        .replace(/\\([A-Za-z]+)/g, ' $1')
        .replace(/[${}\\_^]/g, '')
    : text;

/**
 * A text whose TeX commands for signs are those signs, as a page that typesets formulas shows them, and whose accents
 * over formulas are gone, as folding drops them.
 */
export const texSigns = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\([A-Za-z]+)(?: (?=[A-Za-z]))?/g, (whole, name: string) =>
        FORMULA_ACCENT.test(name) ? '' : (TEX_SIGNS.get(name) ?? whole),
      )
    : text;
