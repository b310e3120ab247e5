import { WORD_JOINER } from '@/domain/export/formats/ris';
import { factsOf } from '@/domain/paper/read-facts';
import { namesOfLine } from '@/domain/person/list';
import { personTexts } from '@/domain/person/write';
import { noteFromHtml } from '@/domain/text/html-note';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import { isOfDatabase } from '@/domain/import/database-notes';
import { idsInFields } from '@/domain/import/id-fields';
import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { keywordLines } from '@/domain/import/keywords';
import { Unreadable } from '@/domain/import/unreadable';
import { statedIn } from './ris-facts';
import { type TagGrammar, type TaggedEntry, taggedEntries } from './tagged';

/**
 * A line of RIS: a tag of two characters, two spaces, a hyphen, and a value. Some tools write one space: then
 * the file's first entry begins so.
 */
const LINE = /^([A-Z][A-Z0-9]) {2}-(?: ([^]*)|)$/;
const LOOSE_LINE = /^([A-Z][A-Z0-9]) -(?: ([^]*)|)$/;
const isLoose = (text: string): boolean => /^TY {1,2}-/m.exec(text)?.[0] === 'TY -';

const grammarOf = (text: string): TagGrammar => ({
  line: isLoose(text) ? LOOSE_LINE : LINE,
  begins: /^TY$/,
  ends: /^ER$/,
  isParted: false,
  glue: () => '\n',
  // A line that looks like a tag has a sign before it that keeps it from being one.
  plain: (line) => (line.startsWith(WORD_JOINER) ? line.slice(1) : line),
});

const notesOf = (entry: TaggedEntry): string =>
  entry
    .all('N1', 'RN')
    .filter((note) => !isOfDatabase(note))
    .map((note) => noteFromHtml(note))
    .filter(Boolean)
    .join('\n\n');

const TAKEN = new Set(
  `DA PY Y1 T2 JF JO JA J1 J2 VL IS SP EP ET TY TI T1 CT BT AU A1 AB N2 DO UR L1 L2 LK KW N1
   RN AN ID ER PM`.split(/\s+/),
);

function idsOf(entry: TaggedEntry): Record<string, string | undefined> {
  const named = idsInFields('ris', (tag) => entry.all(tag));
  const pmid = entry.first('PM');
  return { ...named, doi: entry.first('DO', 'DI') ?? named['doi'], pmid: pmid ?? named['pmid'] };
}

const paperOf = (entry: TaggedEntry): ForeignPaper => ({
  title: entry.first('TI', 'T1', 'CT', 'BT'),
  authors: personTexts(entry.all('AU', 'A1').flatMap(namesOfLine)),
  abstract: entry.first('AB', 'N2'),
  ids: idsOf(entry),
  links: entry.all('UR', 'L1', 'L2', 'LK').flatMap((value) => value.split(/[;\s]+/)),
  tags: entry.all('KW').flatMap(keywordLines),
  facts: factsOf(statedIn(entry), 'ris'),
  note: notesOf(entry),
  status: 'saved',
  isMarkup: true,
  notTaken: entry.others(TAKEN),
});

/** Reads RIS (https://en.wikipedia.org/wiki/RIS_(file_format)). Fails (`Unreadable`) when there is none of it. */
export async function* readRis(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  let count = 0;
  const text = await wholeText(chunks);
  for (const [line, entry] of taggedEntries(text, grammarOf(text))) {
    count += 1;
    yield* foreignItems(paperOf(entry), `line ${line}`, now);
  }
  if (count === 0) throw new Unreadable('line 1: expected "TY  - ", as RIS begins');
}
