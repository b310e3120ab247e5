import { fail, ok, type Result } from '@/domain/result';

/** An entry as it is written: values are still TeX, and repeated fields are kept. */
export interface BibEntry {
  /** In lower case. */
  type: string;
  /** Empty where there is none. */
  key: string;
  /** Names in lower case. */
  fields: [name: string, value: string][];
}

/** Values of `@string` by their names in lower case. */
export type Strings = Map<string, string>;

/** Months that every style defines. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Longer values of definitions are left out: each may hold two of the one before it. */
export const LONGEST = 100_000;
const FIELD = /\s*@?([a-z_][^\s=,{}"#%()@]*)\s*=\s*/iy;
/** Up to a line that begins with a field. */
const NEXT = /[^\n]*\n(?:(?!\s*[a-z_-]+\s*=\s*[{"\d])[^\n]*\n)*(?=\s*[a-z_-]+\s*=\s*[{"\d])/iy;
/** A number or a name, up to the sign that closes the entry. */
const BARE = /[^\s,{}"#=]+?(?=[\s,{}"#=]|\)$)/y;
const HEAD = /@\s*([a-z]+)\s*[{(]\s*/iy;
/** A citation key, up to its comma, with what some tools write in braces; what has an equals sign is a field already. */
const KEY = /((?:[^,={}"]|\{[^{}]*\})*?)\s*(?:,|(?=[})]$))/y;

/** Says what is wrong; caught where an entry is read. */
class Broken extends Error {}

class Cursor {
  at = 0;
  constructor(
    readonly text: string,
    private readonly strings: Strings,
    /** A sign after a backslash that neither opens nor closes. */
    private readonly escaped: RegExp,
  ) {}

  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  space(): void {
    this.match(/(?:\s|%[^\n]*\n)*/y);
  }

  /** A value: braced, quoted, a number or the name of a definition, or several of them after each other. */
  value(): string {
    let text = this.part();
    for (this.space(); this.text.charAt(this.at) === '#'; this.space()) {
      this.at += 1;
      this.space();
      if (text.length < LONGEST) text += this.part();
    }
    return text;
  }

  private part(): string {
    const sign = this.text.charAt(this.at);
    if (sign === '{') return this.enclosed('}');
    if (sign === '"') return this.enclosed('"');
    const word = this.match(BARE)?.[0];
    if (word === undefined) throw new Broken(`expected a value but found “${sign}”`);
    const name = word.toLowerCase();
    return this.strings.get(name) ?? (MONTHS.includes(name) ? name : word);
  }

  /** The text up to a sign outside of braces. */
  private enclosed(close: string): string {
    const from = this.at + 1;
    let depth = 0;
    for (let at = from; at < this.text.length; at += 1) {
      const sign = this.text.charAt(at);
      if (sign === '\\' && this.escaped.test(this.text.charAt(at + 1))) at += 1;
      else if (depth === 0 && sign === close) {
        this.at = at + 1;
        return this.text.slice(from, at);
      } else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      if (depth < 0) break;
    }
    throw new Broken(close === '"' ? 'a value in quotes is not closed' : 'a brace is not closed');
  }
}

function fieldsOf(cursor: Cursor, isStrict: boolean): BibEntry['fields'] {
  const fields: BibEntry['fields'] = [];
  const end = cursor.text.length - 1;
  for (;;) {
    // Commas that are missing or too many are what people write.
    cursor.match(/(?:[\s,;]|%[^\n]*\n|%\s*(?=[})]$))*/y);
    if (cursor.at >= end) return fields;
    const name = cursor.match(FIELD)?.[1];
    if (name === undefined) {
      // What one field has left behind is skipped, where the next one begins on a line of its own.
      if (!isStrict && fields.length > 0 && cursor.match(NEXT)) continue;
      const rest = cursor.text.slice(cursor.at, cursor.at + 20).replace(/\s+/g, ' ');
      throw new Broken(`expected a field and its value but found “${rest}”`);
    }
    fields.push([name.toLowerCase(), cursor.value()]);
    // A value that took the entry's own end.
    if (cursor.at > end) throw new Broken('a brace is not closed');
  }
}

/** For BibTeX a brace is one also where TeX escapes it; for people it is not. */
const ESCAPED = { counted: /[^{}]/, escaped: /[^]/ } as const;

/** How an entry is read, the likeliest first: an escaped brace may have no partner, and a field may leave something behind. */
const WAYS = [
  { braces: 'escaped', isStrict: true },
  { braces: 'counted', isStrict: true },
  { braces: 'escaped', isStrict: false },
  { braces: 'counted', isStrict: false },
] as const;
type Way = (typeof WAYS)[number];

/**
 * Reads the text of one entry, from its `@` to the sign that closes it (http://www.bibtex.org/Format/). More is let in
 * than BibTeX lets in: an entry without a key, commas that are missing, a field twice, escaped braces without a partner.
 */
export function parseEntry(source: string, strings: Strings): Result<BibEntry> {
  let first: Result<BibEntry> | undefined;
  for (const way of WAYS) {
    const entry = parsedIn(way, source, strings);
    if (entry.ok) return entry;
    first ??= entry;
  }
  return first ?? fail('invalid', '');
}

function parsedIn({ braces, isStrict }: Way, source: string, strings: Strings): Result<BibEntry> {
  const cursor = new Cursor(source, strings, ESCAPED[braces]);
  try {
    const type = (cursor.match(HEAD)?.[1] ?? '').toLowerCase();
    if (type === 'string' || type === 'comment' || type === 'preamble')
      return ok({ type, key: '', fields: type === 'string' ? fieldsOf(cursor, isStrict) : [] });
    const start = cursor.at;
    const key = cursor.match(KEY)?.[1] ?? '';
    // `{title = …}`: no key.
    if (cursor.at === start) cursor.space();
    return ok({ type, key, fields: fieldsOf(cursor, isStrict) });
  } catch (error) {
    if (error instanceof Broken) return fail('invalid', error.message);
    throw error;
  }
}
