import type { Stated } from '@/domain/paper/facts';
import { statedFacts } from '@/domain/import/dates';
import { namesOfLine } from '@/domain/person/list';
import { personTexts } from '@/domain/person/write';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { keywordLines } from '@/domain/import/keywords';
import { Unreadable } from '@/domain/import/unreadable';
import { type TagGrammar, type TaggedEntry, taggedEntries } from './tagged';

/** Tags whose values are a line each; values of all others go on over lines. */
const LISTS = /^(?:AU|AF|CR|BA|BF|CA)$/;

/** A tag of two characters and a value; a value goes on in lines that begin with three spaces, by some tools with none. */
const GRAMMAR: TagGrammar = {
  line: /^(?!E[RF] +\S)([A-Z][A-Z0-9])(?: ([^]*)|)$/,
  begins: (tag) => tag === 'PT',
  ends: /^(?:ER|EF)$/,
  isParted: false,
  glue: (tag) => (LISTS.test(tag) ? '\n' : ' '),
  plain: (line) => line.trim(),
};

const TAKEN = new Set(`PY SO VL IS BP EP AR PT AU AF CA TI AB DI D2 PM DE ER`.split(/\s+/));

const listOf = (entry: TaggedEntry, tag: string): string[] =>
  entry.all(tag).flatMap((value) => value.split('\n').flatMap(namesOfLine));

const statedIn = (entry: TaggedEntry): Omit<Stated, 'published'> => ({
  venue: entry.first('SO'),
  volume: entry.first('VL'),
  issue: entry.first('IS'),
  pages: [entry.first('BP'), entry.first('EP')].filter(Boolean).join('–') || entry.first('AR'),
});

function paperOf(entry: TaggedEntry): ForeignPaper {
  const full = listOf(entry, 'AF');
  const { facts, unread } = statedFacts(statedIn(entry), [['PY', entry.first('PY')]], 'wos');
  return {
    title: entry.first('TI'),
    authors: [...personTexts(full.length > 0 ? full : listOf(entry, 'AU')), ...listOf(entry, 'CA')],
    abstract: entry.first('AB'),
    ids: { doi: entry.first('DI', 'D2'), pmid: entry.first('PM') },
    tags: entry.all('DE').flatMap(keywordLines),
    facts,
    written: { texts: entry.values, source: 'wos' },
    status: 'saved',
    isMarkup: true,
    notTaken: [...entry.others(TAKEN), ...unread],
  };
}

/** Reads the Web of Science's plain text (`savedrecs.txt`, `.ciw`). */
export async function* readWos(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  let count = 0;
  for (const [line, entry] of taggedEntries(await wholeText(chunks), GRAMMAR)) {
    count += 1;
    yield* foreignItems(paperOf(entry), `line ${line}`, now);
  }
  if (count === 0)
    throw new Unreadable('line 1: expected "PT ", as entries of the Web of Science begin');
}
