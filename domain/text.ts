/** White space of any kind collapsed to single spaces, ends trimmed. */
export const collapse = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const LETTERLIKE: Record<string, string> = {
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
    .replace(/\p{M}+/gu, '')
    .replace(/[ßøđłæœı]/gu, (letter) => LETTERLIKE[letter] ?? letter);
}

/** Commands that name a symbol or a letter and are read as their name without the backslash; others format. */
const TEX_FORMAT =
  /\\(?:emph|text(?:bf|it|rm|sf|sc|tt|normal)?|math(?:bf|it|rm|sf|cal|bb|frak|scr|tt)|mbox|boldsymbol|left|right|big|Big|bigl|bigr|operatorname|ensuremath|it|bf|rm|em)\b\*?/g;

/** A TeX-bearing text without its markup: `$\alpha$-\emph{stable}` → ` alpha-stable`. */
export const stripTex = (text: string): string =>
  text
    .replace(TEX_FORMAT, '')
    .replace(/\\["'`^~=.uvHtcdbk]\s*\{?\s*\\?([A-Za-z])\s*\}?/g, '$1')
    .replace(/\\([A-Za-z]+)/g, ' $1')
    .replace(/[${}\\]/g, '');
