/** What TeX text is made of. */
export type TexToken =
  /** Letters and signs as they are. */
  | { is: 'text'; text: string }
  /** `\name` or `\'`, without the backslash; `isSpaced` where white space follows, which belongs to the command. */
  | { is: 'command'; name: string; isSpaced: boolean }
  | { is: 'open' | 'close' }
  /** A formula's inside, as it is written. */
  | { is: 'formula'; text: string };

const COMMAND = /\\([A-Za-z]+)\*?[ \t\n]*|\\([^])/y;
const TEXT = /[^\\{}$]+/y;
/** Formulas that are set apart (LaTeX and amsmath). */
const DISPLAYED = /\\begin\{(math|displaymath|equation|align|gather|multline|eqnarray)(\*?)\}/y;
/** Code between any two equal signs: `\verb|x|`. */
const VERBATIM = /\\verb\*?([^\sA-Za-z*])(.*?)\1/y;
const BRACKETED: Readonly<Record<string, string>> = { '(': '\\)', '[': '\\]' };

/** Where the formula ends that begins at an offset: at the next dollar sign that is outside of braces and not escaped. */
function formulaEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (sign === '$' && depth <= 0) return at;
    if (depth < 0) return -1;
  }
  return -1;
}

interface Found {
  token: TexToken;
  end: number;
}

/** A formula in an environment, or code, that begins at an offset. `unclosed` remembers what is not looked for again. */
function environment(text: string, at: number, unclosed: Set<string>): Found | null {
  VERBATIM.lastIndex = at;
  const verbatim = VERBATIM.exec(text);
  if (verbatim)
    return { token: { is: 'text', text: verbatim[2] ?? '' }, end: at + verbatim[0].length };
  DISPLAYED.lastIndex = at;
  const begun = DISPLAYED.exec(text);
  if (!begun) return null;
  const close = `\\end{${begun[1]}${begun[2]}}`;
  const start = at + begun[0].length;
  const end = unclosed.has(close) ? -1 : text.indexOf(close, start);
  if (end < 0) unclosed.add(close);
  return end < 0
    ? null
    : { token: { is: 'formula', text: text.slice(start, end) }, end: end + close.length };
}

/** The tokens of a TeX text. A dollar sign that nothing closes is text. Linear but for dollar signs that are not closed. */
export function texTokens(text: string): TexToken[] {
  const tokens: TexToken[] = [];
  const unclosed = new Set<string>();
  for (let at = 0; at < text.length; ) {
    const sign = text.charAt(at);
    const found = sign === '\\' ? environment(text, at, unclosed) : null;
    if (found) {
      tokens.push(found.token);
      at = found.end;
    } else if (sign === '\\') {
      COMMAND.lastIndex = at;
      const [whole = '\\', word, other] = COMMAND.exec(text) ?? [];
      const name = word ?? other ?? '';
      const close = BRACKETED[name] && text.indexOf(BRACKETED[name], at + 2);
      if (typeof close === 'number' && close > 0) {
        tokens.push({ is: 'formula', text: text.slice(at + 2, close) });
        at = close + 2;
      } else {
        tokens.push({ is: 'command', name, isSpaced: /[A-Za-z*]\s+$/.test(whole) });
        at += whole.length;
      }
    } else if (sign === '{' || sign === '}') {
      tokens.push({ is: sign === '{' ? 'open' : 'close' });
      at += 1;
    } else if (sign === '$') {
      const width = text.charAt(at + 1) === '$' ? 2 : 1;
      const end = formulaEnd(text, at + width);
      if (end < 0) tokens.push({ is: 'text', text: '$' });
      else tokens.push({ is: 'formula', text: text.slice(at + width, end) });
      at = end < 0 ? at + 1 : end + width;
    } else {
      TEXT.lastIndex = at;
      const words = TEXT.exec(text)?.[0] ?? sign;
      tokens.push({ is: 'text', text: words });
      at += words.length;
    }
  }
  return tokens;
}
