import { mapWords } from './formulas';
import { fromTex } from './from-tex';
import { between, pattern } from './phrases';
import { unescapedQuotes } from './tex-quotes';

/** A letter, or one of TeX's without a dot, by itself or in braces. */
const LETTER = String.raw`(?:\{\s*(?:[A-Za-z]|\\[ij])\s*\}|[A-Za-z]|\\[ij](?![A-Za-z]))`;
/** Accents that are signs: `\"o`, `\'{e}`, `{\'e}`, `{\"\i}`. */
const SIGN_ACCENT = String.raw`\{\\["'\x60^~=.]\s*${LETTER}\s*\}|\\["'\x60^~=.]${LETTER}`;
/** Accents that are letters: `\H{o}`, `{\v C}`. */
const LETTER_ACCENT = String.raw`\{\\[uvHcdbkrtG](?:\s+|(?=[{\\]))${LETTER}\s*\}|\\[uvHcdbkrtG]\{\s*(?:[A-Za-z]|\\[ij])\s*\}`;
/** Letters that have a command: `{\ss}`, `\o{}`. */
const SPECIAL = between(
  String.raw`\{?\\`,
  'aa, AA, ae, AE, oe, OE, o, O, l, L, ss, SS, i, j, dh, DH, th, TH, dj, DJ, ng, NG',
  String.raw`(?:\{\}\}?|\s*\})`,
);
/** Words that a command formats. */
const FORMATTED = between(
  String.raw`\\`,
  'emph, text(?:it|bf|sc|rm|tt|sf|sl|up|superscript|subscript|normal), mbox, underline, enquote',
  String.raw`\{[^{}$]{0,1000}\}`,
);
/** Signs that TeX needs a backslash for. */
const ESCAPED = String.raw`\\[&%#_]`;

const TEX = pattern('g', SIGN_ACCENT, LETTER_ACCENT, SPECIAL, FORMATTED, ESCAPED);

const plainWord = (tex: string): string => fromTex(tex);

/** A quotation mark that was escaped: no letter follows it. Then those before letters are its other halves. */
const QUOTE = /\\"(?![\p{L}{\\])/u;
const withQuotes = (words: string): string =>
  QUOTE.test(words) ? words.replace(/(?<!\{)\\"/g, '"') : words;

/** Quotation marks that were escaped are told first: they look like accents. A format may hold accents, so it is read after them. */
const readWords = (words: string): string =>
  unescapedQuotes(withQuotes(words)).replace(TEX, plainWord).replace(TEX, plainWord);

/**
 * A text of another format than TeX with the TeX that tools left in its words read: accents, letters, formats, escaped
 * signs (`Erd\H{o}s`, `\textit{E. coli}`, `\&`). Signs are marked as by `fromTex`, for markup is read after this.
 */
export const readTexWords = (text: string): string =>
  text.includes('\\') ? mapWords(text, readWords) : text;
