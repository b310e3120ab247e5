/** Brackets that open and close: a comma within them parts no keywords. */
const OPENS = '([{';
const CLOSES = ')]}';

/** A text cut at each of some signs outside of brackets; where brackets don't match, at each. */
function cutOutside(text: string, signs: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (OPENS.includes(sign)) depth += 1;
    else if (CLOSES.includes(sign)) depth -= 1;
    else if (depth === 0 && signs.includes(sign)) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return depth === 0 ? [...parts, text.slice(from)] : text.split(new RegExp(`[${signs}]`));
}

/** How MEDLINE marks a paper's main subjects. */
const withoutStar = (keyword: string): string => keyword.trim().replace(/^\*(?=\p{L})/u, '');

/** Keywords that semicolons and line ends alone part: a comma belongs to one. */
export const keywordLines = (text: string): string[] =>
  text
    .split(/[;；\n]/)
    .map(withoutStar)
    .filter(Boolean);

/** Keywords that a bar or a dot between spaces parts, outside of brackets. */
function partedByBars(line: string): string[] {
  const [, sign] = / ([|·]) /.exec(line) ?? [];
  return sign === undefined ? [line] : cutOutside(line, sign);
}

function partedByCommas(line: string): string[] {
  const parts = cutOutside(line, ',，、');
  return parts.length === 1 ? partedByBars(line) : parts;
}

/**
 * The keywords in a line: parted by semicolons or line ends, else by commas outside of brackets (`nets (CNN, RNN)` is
 * one), else by bars or dots between spaces. MEDLINE's asterisk before a main subject is no part of it.
 */
export const keywordsIn = (line: string): string[] =>
  /[;；\n]/.test(line) ? keywordLines(line) : partedByCommas(line).map(withoutStar).filter(Boolean);

/** The tags in a line that Gloss wrote: apart by commas, and every other sign is of the tag. */
export const ownKeywords = (line: string): string[] =>
  line
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
