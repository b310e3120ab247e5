import { parse as parseFile } from '@citation-js/plugin-bibtex/lib/input/file.js';
import { parse as parseValue } from '@citation-js/plugin-bibtex/lib/input/value.js';
import { type Chunks, wholeText } from '../chunks';
import { foreignItems, type ForeignPaper } from '../foreign';
import type { Incoming } from '../incoming';
import { Unreadable } from '../unreadable';

interface Name {
  given?: string;
  family?: string;
  prefix?: string;
  suffix?: string;
}

/** The text between two braces or parentheses, from the entry's sign on; `null` where it is not closed. */
function entryText(text: string, from: number): string | null {
  const open = /[{(]/g;
  open.lastIndex = from;
  const start = open.exec(text);
  if (!start) return null;
  const isBrace = start[0] === '{';
  let depth = 0;
  for (let at = start.index; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (isBrace ? depth === 0 : depth === 0 && sign === ')') return text.slice(from, at + 1);
  }
  return null;
}

/** Entries one by one, so that one that is broken does not take the others with it. */
function* entriesOf(text: string): Generator<[line: number, source: string | null]> {
  const start = /@[ \t]*[a-z]+[ \t\r\n]*[{(]/gi;
  let line = 1;
  let counted = 0;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    for (; counted < found.index; counted++) if (text.charAt(counted) === '\n') line += 1;
    const source = entryText(text, found.index);
    yield [line, source];
    if (source !== null) start.lastIndex = found.index + source.length;
  }
}

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
    status: 'saved',
  };
}

/** Reads BibTeX by the grammar of citation-js. Fails (`Unreadable`) when there is no entry; one that is broken is rejected by itself. */
export async function* readBibtex(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  const text = await wholeText(chunks);
  let count = 0;
  let strings = '';
  for (const [line, source] of entriesOf(text)) {
    count += 1;
    const place = `line ${line}`;
    if (source === null) {
      yield { kind: 'rejected', place, value: 'the entry is not closed' };
    } else if (/^@\s*string/i.test(source)) {
      strings += `${source}\n`;
    } else if (!/^@\s*(?:comment|preamble)/i.test(source)) {
      try {
        const [entry] = parseFile(strings + source);
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
  (error instanceof Error ? error.message : String(error)).replace(/ at line[\s\S]*$/, '');
