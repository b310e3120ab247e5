import type { Leaf, Query } from './query';
import { pieces } from './pieces';

const bareWord = (text: string): string | null => {
  const [piece, ...rest] = pieces(text);
  const isPlain =
    piece?.is === 'term' && rest.length === 0 && !piece.isQuoted && piece.field === null;
  return isPlain && piece.value === text ? text : null;
};

/** A value as it is typed: in quotes where it must be. A quotation mark in it can't be written. */
function printValue(text: string, isQuoted: boolean, field: string | null): string {
  const plain = text.replaceAll('"', ' ');
  if (isQuoted) return `"${plain}"`;
  const alone = field === null ? bareWord(plain) : bareWord(plain.replace(/^-/, 'x'));
  return alone === null && field !== null && /[\s()]/.test(plain) ? `"${plain}"` : plain;
}

/** One condition as it is typed. */
export function printLeaf(leaf: Leaf): string {
  switch (leaf.is) {
    case 'words':
    case 'named': {
      const value = printValue(leaf.text, leaf.isQuoted, leaf.field);
      return leaf.field === null ? value : `${leaf.field}:${value}`;
    }
    case 'status':
      return `status:${leaf.status ?? 'none'}`;
    case 'has':
      return `has:${leaf.part}`;
    case 'new':
      return `new:${leaf.news}`;
    case 'date':
      return `${leaf.field}:${leaf.range}`;
    case 'year':
      return `year:${leaf.range}`;
  }
}

/** A query as it is typed; reading it gives the same query. */
export function printQuery(query: Query, isInner = false): string {
  if (query.is === 'not') {
    const { part } = query;
    return part.is === 'not' ? `NOT ${printQuery(part, true)}` : `-${printQuery(part, true)}`;
  }
  if (query.is !== 'and' && query.is !== 'or') return printLeaf(query);
  const text = query.parts
    .map((part) => printQuery(part, true))
    .join(query.is === 'or' ? ' OR ' : ' ');
  return isInner ? `(${text})` : text;
}
