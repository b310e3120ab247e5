/** What TeX text is made of. */
export type TexToken =
  /** Letters and signs as they are. */
  | { is: 'text'; text: string }
  /** `\name` or `\'`, without the backslash. */
  | { is: 'command'; name: string }
  | { is: 'open' | 'close' }
  /** A formula's inside, as it is written. */
  | { is: 'formula'; text: string };

const COMMAND = /\\([A-Za-z]+)\*?[ \t\n]*|\\([^])/y;
const TEXT = /[^\\{}$]+/y;
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

/** The tokens of a TeX text. A dollar sign that nothing closes is text. Linear but for dollar signs that are not closed. */
export function texTokens(text: string): TexToken[] {
  const tokens: TexToken[] = [];
  for (let at = 0; at < text.length; ) {
    const sign = text.charAt(at);
    if (sign === '\\') {
      COMMAND.lastIndex = at;
      const [whole = '\\', word, other] = COMMAND.exec(text) ?? [];
      const name = word ?? other ?? '';
      const close = BRACKETED[name] && text.indexOf(BRACKETED[name], at + 2);
      if (typeof close === 'number' && close > 0) {
        tokens.push({ is: 'formula', text: text.slice(at + 2, close) });
        at = close + 2;
      } else {
        tokens.push({ is: 'command', name });
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
