import { STATUSES } from '@/domain/paper/paper';
import { keyInLine, keyInWord } from './address';
import { isRange, yearsOf } from './dates';
import { isOneEdit } from './near';
import {
  DATE_FIELDS,
  type DateField,
  EVERYTHING,
  type Leaf,
  NAME_FIELDS,
  type NameField,
  type NewsKind,
  NEWS,
  HAS_PARTS,
  type HasPart,
  type Query,
  TEXT_FIELDS,
  type TextField,
} from './query';
import { nameForm } from './names';
import { type QueryPiece, pieces } from './pieces';
import { tokens } from './tokens';

/** What is wrong with a query, and where. */
export interface QueryFault {
  fault:
    | 'quote'
    | 'open'
    | 'close'
    | 'deep'
    | 'operator'
    | 'field'
    | 'empty'
    | 'status'
    | 'has'
    | 'new'
    | 'date'
    | 'year';
  /** Offset in the text, UTF-16 units from 0. */
  at: number;
  /** The text that is wrong. */
  text: string;
  /** What may be meant or allowed. */
  hint: string;
}

export type Parsed = { ok: true; query: Query } | { ok: false; fault: QueryFault };

/** The names of all fields that a search can ask in. */
export const SEARCH_FIELDS = [
  ...TEXT_FIELDS,
  ...NAME_FIELDS,
  ...DATE_FIELDS,
  'year',
  'status',
  'has',
  'new',
] as const;
const includes = <T extends string>(list: readonly T[], name: string): name is T =>
  (list as readonly string[]).includes(name);

/** Carries a fault out of the descent. */
class Wrong extends Error {
  constructor(readonly fault: QueryFault) {
    super(fault.fault);
  }
}

const wrong = (fault: QueryFault['fault'], { at, text }: { at: number; text: string }, hint = '') =>
  new Wrong({ fault, at, text, hint });

/** Asks for the paper with a key. */
const ofId = (key: string): Leaf => ({ is: 'words', field: 'id', text: key, isQuoted: true });

/** One condition; `null` where there is no letter in it that could be sought. */
function leaf(piece: QueryPiece & { is: 'term' }): Leaf | null {
  const { field: name, value, isQuoted } = piece;
  const key = name === null && !isQuoted ? keyInWord(value) : undefined;
  // A pasted address or id means the paper's id, in any version or spelling.
  if (key !== undefined) return ofId(key);
  if (name === null)
    return tokens(value).length === 0 ? null : { is: 'words', field: null, text: value, isQuoted };
  if (!includes(SEARCH_FIELDS, name))
    throw wrong('field', piece, SEARCH_FIELDS.find((field) => isOneEdit(name, field)) ?? '');
  if (value.trim() === '') throw wrong('empty', piece, name);
  if (includes<TextField>(TEXT_FIELDS, name)) {
    if (tokens(value).length === 0) throw wrong('empty', piece, name);
    return { is: 'words', field: name, text: value, isQuoted };
  }
  if (includes<NameField>(NAME_FIELDS, name)) {
    if (nameForm(name, value) === '') throw wrong('empty', piece, name);
    return { is: 'named', field: name, text: value, isQuoted };
  }
  if (includes<DateField>(DATE_FIELDS, name)) {
    if (!isRange(value)) throw wrong('date', piece, name);
    return { is: 'date', field: name, range: value.toLowerCase() };
  }
  const wanted = value.toLowerCase();
  if (name === 'year') {
    if (!yearsOf(value)) throw wrong('year', piece, name);
    return { is: 'year', range: value };
  }
  if (name === 'has') {
    const part = includes<HasPart>(HAS_PARTS, wanted) ? wanted : wanted.replace(/s$/, '');
    if (!includes<HasPart>(HAS_PARTS, part)) throw wrong('has', piece, HAS_PARTS.join(', '));
    return { is: 'has', part };
  }
  if (name === 'new') {
    if (!includes<NewsKind>(NEWS, wanted)) throw wrong('new', piece, NEWS.join(', '));
    return { is: 'new', news: wanted };
  }
  if (wanted === 'none') return { is: 'status', status: null };
  if (!includes(STATUSES, wanted)) throw wrong('status', piece, [...STATUSES, 'none'].join(', '));
  return { is: 'status', status: wanted };
}

const join = (is: 'and' | 'or', parts: (Query | null)[]): Query | null => {
  const known = parts.flatMap((part) => part ?? []);
  if (known.length < 2) return known[0] ?? null;
  return { is, parts: known.flatMap((part) => (part.is === is ? part.parts : part)) };
};

/** Levels of parentheses and negations: each is a call within a call. */
const DEEPEST = 200;

/** Reads pieces by descent: OR binds least, then AND, which may be left out, then NOT. */
class Reader {
  private at = 0;
  private depth = 0;
  constructor(private readonly all: readonly QueryPiece[]) {}

  private peek(): QueryPiece | undefined {
    return this.all[this.at];
  }

  private take(is: QueryPiece['is']): QueryPiece | undefined {
    const piece = this.peek();
    if (piece?.is !== is) return undefined;
    this.at += 1;
    return piece;
  }

  whole(): Query {
    const query = this.all.length === 0 ? null : this.or(null);
    const rest = this.peek();
    if (rest) throw wrong(rest.is === 'close' ? 'close' : 'operator', rest);
    return query ?? EVERYTHING;
  }

  private or(opened: QueryPiece | null): Query | null {
    const parts = [this.and(opened)];
    for (let sign = this.take('or'); sign; sign = this.take('or')) parts.push(this.and(sign));
    return join('or', parts);
  }

  /** `before` is the sign that something must follow. */
  private and(before: QueryPiece | null): Query | null {
    const parts = [this.not(before)];
    for (;;) {
      const sign = this.take('and');
      const next = this.peek()?.is;
      if (!sign && (next === undefined || next === 'or' || next === 'close'))
        return join('and', parts);
      parts.push(this.not(sign ?? null));
    }
  }

  private not(before: QueryPiece | null): Query | null {
    const sign = this.take('not');
    if (!sign) return this.one(before);
    const part = this.within(sign, () => this.not(sign));
    return part && { is: 'not', part };
  }

  /** Reads what a sign holds, a level further down. */
  private within(sign: QueryPiece, read: () => Query | null): Query | null {
    this.depth += 1;
    if (this.depth > DEEPEST) throw wrong('deep', sign);
    const query = read();
    this.depth -= 1;
    return query;
  }

  private one(before: QueryPiece | null): Query | null {
    const open = this.take('open');
    if (open) {
      const query = this.within(open, () => this.or(open));
      if (!this.take('close')) throw wrong('open', open);
      return query;
    }
    const piece = this.peek();
    if (piece?.is !== 'term') {
      const culprit = before ?? piece;
      throw wrong(culprit?.is === 'open' ? 'open' : 'operator', culprit ?? { at: 0, text: '' });
    }
    this.at += 1;
    return leaf(piece);
  }
}

/** Reads a query; what is wrong with it is told with its place. */
export function parseQuery(text: string): Parsed {
  const pasted = keyInLine(text);
  if (pasted !== undefined) return { ok: true, query: ofId(pasted) };
  try {
    const all = pieces(text);
    const open = all.find(({ is }) => is === 'unclosed');
    if (open) throw wrong('quote', open);
    return { ok: true, query: new Reader(all).whole() };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, fault: error.fault };
    throw error;
  }
}
