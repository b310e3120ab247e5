/** A stretch of a text: words, or a formula with its dollar signs. */
export interface TextStretch {
  is: 'words' | 'formula';
  text: string;
}

/**
 * Where a formula may be: between dollar signs with no space inside of them and no digit after, so that
 * "$5 to $6" is an amount (the rule of https://pandoc.org/MANUAL.html#math).
 */
const FORMULA = /\$(?=[^\s$])((?:[^$\\]|\\[^])+)(?<=\S)\$(?!\d)/g;

/**
 * Commands that read or write files, define or run something: no formula needs one, and a title of somebody else's
 * would run it on the machine of a person who prints an export. `^^5c` is how TeX also writes a backslash.
 */
const COMMAND =
  /\^\^|\\(?:input|include\w*|verbatiminput|lstinputlisting|open(?:in|out)|read\w*|write|immediate|special|catcode|csname|[egx]?def|let|futurelet|(?:re)?newcommand|providecommand|loop|directlua|latelua|usepackage|requirepackage|documentclass|shellescape|scantokens|every\w+|expandafter|(?:begin|end)\s*\{\s*(?:document|filecontents\*?))(?![a-z])/i;

/**
 * What TeX stops at in a formula: the accents of text (https://ctan.org/pkg/latex2e-help-texinfo, "Math accents"), and
 * a raising or a lowering of nothing.
 */
const NOT_SET = /\\["'.=^`~]|(?<!\\)(?:\\\\)*[_^]\s*$/;

/** A bracket that nothing closes, a sign that TeX reads as no part of a formula, or a reference of HTML says that it is none. */
function isFormula(inside: string): boolean {
  if (COMMAND.test(inside) || NOT_SET.test(inside)) return false;
  const bare = inside.replace(/\\[^]/g, '');
  if (/[%#]|&#?\w+;/.test(bare)) return false;
  let depth = 0;
  for (const sign of bare) {
    if (sign === '{') depth += 1;
    if (sign === '}' && (depth -= 1) < 0) return false;
  }
  return depth === 0;
}

/** A text's stretches in their order: formulas as TeX between dollar signs, and the words around them. */
export function stretches(text: string): TextStretch[] {
  if (!text.includes('$')) return text === '' ? [] : [{ is: 'words', text }];
  const found: TextStretch[] = [];
  let from = 0;
  for (const match of text.matchAll(FORMULA)) {
    if (!isFormula(match[1] ?? '')) continue;
    if (match.index > from) found.push({ is: 'words', text: text.slice(from, match.index) });
    found.push({ is: 'formula', text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ is: 'words', text: text.slice(from) });
  return found;
}

/** A text whose words are changed and whose formulas stay. */
export const mapWords = (text: string, change: (words: string) => string): string =>
  text.includes('$')
    ? stretches(text)
        .map((stretch) => (stretch.is === 'words' ? change(stretch.text) : stretch.text))
        .join('')
    : change(text);
