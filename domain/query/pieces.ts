/** A query's text cut into what it is made of. */
export type QueryPiece = {
  /** Offset in the text. */
  at: number;
  text: string;
} & (
  | { is: 'open' | 'close' | 'and' | 'or' | 'not' | 'unclosed' }
  | { is: 'term'; field: string | null; value: string; isQuoted: boolean }
);

/** Beginnings of addresses and paper keys: what is pasted is sought as it is, not as a field. */
const SCHEMES = new Set([
  'http',
  'https',
  'arxiv',
  'doi',
  'openreview',
  'acl',
  'pmid',
  'pmcid',
  's2',
  'hal',
  'iacr',
  'isbn',
]);

const OPERATORS: Record<string, 'and' | 'or' | 'not'> = { AND: 'and', OR: 'or', NOT: 'not' };
/** A field and its sign, where something follows at once or the text ends. */
const FIELD = /^([a-z]+):(?!\s)/;
const QUOTES: Record<string, string> = { '"': '"', '“': '”', '„': '“', '«': '»' };

/** A value in quotes at a place, with what follows; `null` where it isn't closed. */
function quoted(text: string, at: number): { value: string; end: number } | null {
  const close = QUOTES[text[at] ?? ''] ?? '"';
  let end = text.indexOf(close, at + 1);
  if (end < 0) end = text.indexOf('"', at + 1);
  return end < 0 ? null : { value: text.slice(at + 1, end), end: end + 1 };
}

/** A word up to a space or a parenthesis; one that it has opened itself belongs to it: `f(x)`. */
function bare(text: string, at: number): number {
  let depth = 0;
  let end = at;
  for (; end < text.length; end += 1) {
    const character = text[end] ?? '';
    if (/\s/.test(character)) break;
    if (character === '(') depth += 1;
    if (character === ')' && (depth -= 1) < 0) break;
  }
  return end;
}

function term(text: string, at: number): QueryPiece {
  const head = FIELD.exec(text.slice(at));
  const name = head?.[1] ?? null;
  const isField = name !== null && !SCHEMES.has(name);
  const start = isField ? at + name.length + 1 : at;
  const field = isField ? name : null;
  if (QUOTES[text[start] ?? ''] !== undefined) {
    const value = quoted(text, start);
    if (!value) return { is: 'unclosed', at: start, text: text.slice(start) };
    return {
      is: 'term',
      at,
      text: text.slice(at, value.end),
      field,
      value: value.value,
      isQuoted: true,
    };
  }
  const end = bare(text, start);
  const value = text.slice(start, end);
  return { is: 'term', at, text: text.slice(at, end), field, value, isQuoted: false };
}

function pieceAt(text: string, at: number): QueryPiece {
  const character = text[at] ?? '';
  if (character === '(') return { is: 'open', at, text: character };
  if (character === ')') return { is: 'close', at, text: character };
  if (character === '-' && /[^\s-]/.test(text[at + 1] ?? ''))
    return { is: 'not', at, text: character };
  const piece = term(text, at);
  const operator = OPERATORS[piece.text];
  return operator ? { is: operator, at, text: piece.text } : piece;
}

/** Cuts a query's text into pieces. A quotation mark that nothing closes is a piece of its own. */
export function pieces(text: string): QueryPiece[] {
  const all: QueryPiece[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) at += 1;
    else {
      const piece = pieceAt(text, at);
      all.push(piece);
      at += Math.max(1, piece.at + piece.text.length - at);
    }
  }
  return all;
}
