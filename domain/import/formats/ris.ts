import { WORD_JOINER } from '@/domain/export/formats/ris';
import { namesOfLine } from '@/domain/person/list';
import { personTexts } from '@/domain/person/write';
import { noteFromHtml } from '@/domain/text/html-note';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import { leftOutOf, type ReadNotes, readNotes } from '@/domain/import/database-notes';
import { presentIds } from '@/domain/import/id-lines';
import { idsInFields } from '@/domain/import/id-fields';
import { foreignItems, type ForeignPaper, ownKeys } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { keywordLines } from '@/domain/import/keywords';
import { Unreadable } from '@/domain/import/unreadable';
import { risFacts } from './ris-facts';
import { type TagGrammar, type TaggedEntry, taggedEntries } from './tagged';

/**
 * A line of RIS: a tag of two characters, two spaces, a hyphen, and a value. A well-known tag before one space is a
 * slip. Some tools write one space: then the file's first entry begins so.
 */
const LINE =
  /^([A-Z][A-Z0-9])(?: {2}|(?<=^(?:TY|ER|TI|T1|T2|A[UB12]|PY|Y1|DO|UR|SP|EP|VL|IS|JO|JF|SN|KW|ID)) )-(?: ([^]*)|)$/;
const LOOSE_LINE = /^([A-Z][A-Z0-9]) {1,2}-(?: ([^]*)|)$/;
const isLoose = (text: string): boolean => /^TY {1,2}-/m.exec(text)?.[0] === 'TY -';

const grammarOf = (text: string): TagGrammar => ({
  line: isLoose(text) ? LOOSE_LINE : LINE,
  begins: (tag) => tag === 'TY',
  ends: /^ER$/,
  isParted: false,
  glue: () => '\n',
  // A line that looks like a tag has a sign before it that keeps it from being one.
  plain: (line) => (line.startsWith(WORD_JOINER) ? line.slice(1) : line),
});

const TAKEN = new Set(
  `DA PY Y1 T2 JF JO JA J1 J2 VL IS SP EP ET TY TI T1 CT BT AU A1 AB N2 DO UR L1 L2 LK KW N1
   RN AN ID ER PM`.split(/\s+/),
);

/** Whether a database is PubMed, whose numbers EndNote keeps as accession numbers. */
export const isOfPubMed = (databases: readonly string[]): boolean =>
  databases.some((name) => /^(?:pubmed|medline|nlm)\b/i.test(name.trim()));

function idsOf(entry: TaggedEntry): Record<string, string | undefined> {
  const named = idsInFields('ris', (tag) => entry.all(tag));
  const number = /^\d{5,8}$/.exec(entry.first('AN')?.trim() ?? '')?.[0];
  const pmid = entry.first('PM') ?? (isOfPubMed(entry.all('DB', 'DP')) ? number : undefined);
  return { ...named, doi: entry.first('DO', 'DI') ?? named['doi'], pmid: pmid ?? named['pmid'] };
}

/** Whether an entry is of a file of ours: it has a paper key as its id. */
const isOurs = (entry: TaggedEntry): boolean => ownKeys(entry.first('ID') ?? '').length > 0;

/** What notes say; files of ours have nothing but the person's words in them. */
function notesOf(entry: TaggedEntry, made: Record<string, string | undefined>): ReadNotes {
  const written = entry.all('N1', 'RN');
  if (isOurs(entry)) return { own: written, ids: {}, isCut: false };
  const notes = readNotes(written, made);
  // Fields that persons and tools use as they like.
  const { ids } = readNotes(entry.all('U1', 'C1'), { ...made, ...notes.ids });
  return { ...notes, ids: { ...ids, ...notes.ids } };
}

/** Addresses parted by white space or semicolons; one in an address (a DOI's) parts nothing. */
const linksIn = (value: string): string[] => value.split(/;?\s+|;(?=https?:)/i);

function paperOf(entry: TaggedEntry): ForeignPaper {
  const ids = idsOf(entry);
  const notes = notesOf(entry, ids);
  const { facts, unread } = risFacts(entry);
  return {
    title: entry.first('TI', 'T1', 'CT', 'BT'),
    authors: personTexts(entry.all('AU', 'A1').flatMap(namesOfLine)),
    abstract: entry.first('AB', 'N2'),
    ids: { ...notes.ids, ...presentIds(ids) },
    links: entry.all('UR', 'L1', 'L2', 'LK').flatMap(linksIn),
    tags: [
      ...entry.all('KW').flatMap(isOurs(entry) ? (tag) => tag : keywordLines),
      ...(notes.tags ?? []),
    ],
    facts,
    note: notes.own
      .map((note) => (isOurs(entry) ? note : noteFromHtml(note)))
      .filter(Boolean)
      .join('\n\n'),
    written: { texts: entry.values, source: 'ris' },
    status: 'saved',
    isMarkup: true,
    notTaken: [...entry.others(TAKEN), ...leftOutOf('N1', notes), ...unread],
  };
}

/** The papers of a text in RIS; none where the text holds no RIS. */
export function* risItems(text: string, now: number): Generator<Incoming> {
  for (const [line, entry] of taggedEntries(text, grammarOf(text)))
    yield* foreignItems(paperOf(entry), `line ${line}`, now);
}

/** Reads RIS (https://en.wikipedia.org/wiki/RIS_(file_format)). Fails (`Unreadable`) when the text holds no RIS. */
export async function* readRis(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  let count = 0;
  for (const item of risItems(await wholeText(chunks), now)) {
    count += 1;
    yield item;
  }
  if (count === 0) throw new Unreadable('line 1: expected "TY  - ", as RIS begins');
}
