import { parse as parseFile } from '@citation-js/plugin-bibtex/lib/input/file.js';
import { parse as parseValue } from '@citation-js/plugin-bibtex/lib/input/value.js';
import { type Chunks, wholeText } from '@/domain/import/chunks';
import type { Stated } from '@/domain/paper/facts';
import { factsOf } from '@/domain/paper/read-facts';
import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { Unreadable } from '@/domain/import/unreadable';

interface Name {
  given?: string;
  family?: string;
  prefix?: string;
  suffix?: string;
}

/** An entry in the text; `end` is `null` where it is not closed. */
interface Span {
  start: number;
  end: number | null;
}

/** What opens and closes: a sign that is escaped, an entry, a brace or parenthesis. */
const SIGNS = /\\[^]|@[ \t]*[a-z]+[ \t\r\n]*[{(]|[{})]/gi;

/**
 * Where the entries stand, in one pass, whatever is not closed. What looks like an entry within one that is
 * closed is part of it.
 */
function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  /** What is open: the number of an entry, or -1 for a brace within one. */
  const open: { entry: number; closes: string }[] = [];
  for (const { 0: sign, index } of text.matchAll(SIGNS)) {
    if (sign.startsWith('@')) {
      open.push({ entry: spans.length, closes: sign.endsWith('{') ? '}' : ')' });
      spans.push({ start: index, end: null });
    } else if (sign === '{') open.push({ entry: -1, closes: '}' });
    else if (sign === '}' || open.at(-1)?.closes === sign) {
      let last = open.pop();
      while (last && last.closes !== sign) last = open.pop();
      const span = last && spans[last.entry];
      if (!span) continue;
      span.end = index + 1;
      spans.length = (last?.entry ?? 0) + 1;
    }
  }
  return spans;
}

/** Entries one by one, so that one that is broken does not take the others with it. */
function* entriesOf(text: string): Generator<[line: number, source: string | null]> {
  let line = 1;
  let counted = 0;
  for (const { start, end } of spansOf(text)) {
    for (; counted < start; counted++) if (text.charAt(counted) === '\n') line += 1;
    yield [line, end === null ? null : text.slice(start, end)];
  }
}

/** Longer values of `@string` are left out: each may hold two of the one before it. */
const LONGEST_STRING = 100_000;

/** The `@string` definitions of a file, by name. */
class Definitions {
  private readonly known = new Map<string, { source: string; names: string[]; length: number }>();

  add(source: string): void {
    const [name = '', ...names] = namesIn(source);
    const length = names.reduce(
      (sum, other) => sum + (this.known.get(other)?.length ?? 0),
      source.length,
    );
    if (length <= LONGEST_STRING) this.known.set(name, { source, names, length });
  }

  /** Those that an entry needs, in the order in which they need each other. */
  neededBy(source: string): string {
    const needed = new Set<string>();
    const visit = (name: string): void => {
      const definition = this.known.get(name);
      if (!definition || needed.has(definition.source)) return;
      for (const other of definition.names) if (other !== name) visit(other);
      needed.add(definition.source);
    };
    if (this.known.size > 0) namesIn(source).forEach(visit);
    return [...needed].join('\n');
  }
}

/** Names that may stand for a definition: where an entry or a value begins. */
const namesIn = (source: string): string[] =>
  [...source.matchAll(/[{(=#]\s*([a-z_][\w:+-]*)/gi)].map(([, name = '']) => name.toLowerCase());

const value = (text: string | undefined, name: string): string =>
  text === undefined ? '' : String(parseValue(text, name)).trim();

/** Text of several lines: empty lines and TeX's line breaks stay line ends. */
const lines = (text: string | undefined): string =>
  (text ?? '')
    .split(/\n[ \t]*\n/)
    .map((part) =>
      part
        .split(/\\\\[ \t]*(?:\n|$)/)
        .map((line) => value(line, 'abstract'))
        .join('\n'),
    )
    .join('\n\n');

const names = (text: string | undefined): string[] =>
  text === undefined
    ? []
    : (parseValue(text, 'author') as Name[]).map(({ given, prefix, family, suffix }) =>
        [given, prefix, family, suffix].filter(Boolean).join(' '),
      );

function paperOf(fields: Record<string, string>): ForeignPaper {
  const eprint = fields['eprint'];
  const prefix = (fields['archiveprefix'] ?? fields['eprinttype'] ?? 'arxiv').toLowerCase();
  const inJournal = /arxiv[:\s]+(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})/i.exec(
    fields['journal'] ?? fields['note'] ?? '',
  )?.[1];
  return {
    title: value(fields['title'], 'abstract'),
    authors: names(fields['author']),
    abstract: lines(fields['abstract']),
    ids: {
      arxiv: eprint && prefix === 'arxiv' ? eprint : inJournal,
      doi: fields['doi'] && value(fields['doi'], 'doi'),
      pmid: fields['pmid'],
    },
    links: [fields['url'] && value(fields['url'], 'url')],
    tags: value(fields['keywords'], 'abstract')
      .split(/[,;]/)
      .map((tag) => tag.trim()),
    note: lines(fields['annote'] ?? fields['annotation']),
    facts: factsOf(statedIn(fields), 'bibtex'),
    status: 'saved',
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A month in BibTeX, by its name or its number, in two digits. */
function monthOf(text: string): string | undefined {
  const named = MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  const month = named > 0 ? named : Number(text);
  return month >= 1 && month <= 12 ? String(month).padStart(2, '0') : undefined;
}

/** When it appeared, by `date` (BibLaTeX), else by year, month and day. */
function publishedIn(plain: (name: string) => string): string {
  if (plain('date')) return plain('date');
  const month = monthOf(plain('month'));
  const day = /^\d{1,2}$/.test(plain('day')) ? plain('day').padStart(2, '0') : undefined;
  return [plain('year'), month, month && day].filter(Boolean).join('-');
}

/** What an entry states beside title, authors and abstract. */
function statedIn(fields: Record<string, string>): Stated {
  const plain = (name: string): string => value(fields[name], 'abstract');
  return {
    published: publishedIn(plain),
    venue: plain('journal') || plain('journaltitle') || plain('booktitle'),
    volume: plain('volume'),
    issue: plain('number') || plain('issue'),
    pages: plain('pages'),
    version: plain('version'),
    code: fields['code'] && value(fields['code'], 'url'),
    pdf: fields['pdf'] && value(fields['pdf'], 'url'),
  };
}

/** Reads BibTeX by the grammar of citation-js. Fails (`Unreadable`) when there is no entry; one that is broken is rejected by itself. */
export async function* readBibtex(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  const text = await wholeText(chunks);
  let count = 0;
  const definitions = new Definitions();
  for (const [line, source] of entriesOf(text)) {
    count += 1;
    const place = `line ${line}`;
    if (source === null) {
      yield { kind: 'rejected', place, value: 'the entry is not closed' };
    } else if (/^@\s*string/i.test(source)) {
      definitions.add(source);
    } else if (!/^@\s*(?:comment|preamble)/i.test(source)) {
      try {
        const [entry] = parseFile(`${definitions.neededBy(source)}\n${source}`);
        if (entry) yield* foreignItems(paperOf(entry.properties), place, now);
      } catch (error) {
        yield { kind: 'rejected', place, value: reasonOf(error) };
      }
    }
  }
  if (count === 0) throw new Unreadable('line 1: expected "@" and an entry, as BibTeX has them');
}

/** The grammar's finding, without its own count of lines. */
const reasonOf = (error: unknown): string =>
  error instanceof RangeError
    ? 'nested too deeply'
    : (error instanceof Error ? error.message : String(error)).replace(/ at line[\s\S]*$/, '');
