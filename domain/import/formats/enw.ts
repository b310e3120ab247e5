import type { Stated } from '@/domain/paper/facts';
import { statedFacts } from '@/domain/import/dates';
import { doi } from '@/domain/identity/paper-key';
import { namesOfLine } from '@/domain/person/list';
import { personTexts } from '@/domain/person/write';
import { noteFromHtml } from '@/domain/text/html-note';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import { leftOutOf, readNotes } from '@/domain/import/database-notes';
import { idsInFields } from '@/domain/import/id-fields';
import { presentIds } from '@/domain/import/id-lines';
import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { keywordsIn } from '@/domain/import/keywords';
import { Unreadable } from '@/domain/import/unreadable';
import { isOfPubMed } from './ris';
import { type TagGrammar, type TaggedEntry, taggedEntries } from './tagged';

/**
 * A percent sign, a character and a value. An entry begins with its kind (`%0`), or with a title or an author after an
 * empty line: some tools write the kind later. Where a file has no kinds, as those of refer and bibIX, any tag will do.
 */
const grammarOf = (hasKinds: boolean): TagGrammar => ({
  line: /^(%[^\s])(?: ([^]*)|)$/,
  begins: (tag, open, isAfterGap) => {
    if (!open || (tag === '%0' && open.first('%0') !== undefined)) return true;
    const isFirst = /^%[0TA]$/.test(tag) || !hasKinds;
    return isAfterGap && isFirst && open.first('%T', '%A') !== undefined;
  },
  ends: /^$/,
  isParted: false,
  glue: () => '\n',
  plain: (line) => line.trim(),
});

const TAKEN = new Set(`%D %8 %J %B %V %N %P %0 %T %A %X %K %R %U %< %Z`.split(/\s+/));

const statedIn = (entry: TaggedEntry): Omit<Stated, 'published'> => ({
  venue: entry.first('%J', '%B'),
  volume: entry.first('%V'),
  issue: entry.first('%N'),
  pages: entry.first('%P'),
});

/** Fields that hold whatever a tool puts there: they are taken where that is an id. */
const MIXED = ['%M', '%2', '%Y'];

const isTakenAsId = (entry: TaggedEntry, tag: string): boolean =>
  MIXED.includes(tag) &&
  Object.keys(idsInFields('enw', (own) => (own === tag ? entry.all(tag) : []))).length > 0;

/** Authors a line each; CNKI has them all in one, with the tag before each. */
const authorLines = (entry: TaggedEntry): string[] =>
  entry.all('%A').flatMap((value) => value.split(/\s+%A\s+/));

function paperOf(entry: TaggedEntry): ForeignPaper {
  const named = idsInFields('enw', (tag) => entry.all(tag));
  const number = /^\d{5,8}$/.exec(entry.first('%M')?.trim() ?? '')?.[0];
  const ids = presentIds({
    ...named,
    ...(number && isOfPubMed(entry.all('%~', '%W')) ? { pmid: number } : {}),
    doi: doi(entry.first('%R') ?? '') ?? named['doi'],
  });
  const notes = readNotes(entry.all('%<', '%Z'), ids);
  const dates = ['%D', '%8'].map((tag) => [tag, entry.first(tag)] as const);
  const { facts, unread } = statedFacts(statedIn(entry), dates, 'endnote');
  return {
    title: entry.first('%T'),
    authors: personTexts(authorLines(entry).flatMap(namesOfLine)),
    abstract: entry.first('%X'),
    ids: { ...notes.ids, ...ids },
    links: entry.all('%U').flatMap((value) => value.split(/\s+/)),
    tags: entry.all('%K').flatMap(keywordsIn),
    note: notes.own
      .map((note) => noteFromHtml(note))
      .filter(Boolean)
      .join('\n\n'),
    facts,
    written: { texts: entry.values, source: 'endnote' },
    status: 'saved',
    isMarkup: true,
    notTaken: [
      ...entry.others(TAKEN).filter((tag) => !isTakenAsId(entry, tag)),
      ...leftOutOf('%Z', notes),
      ...unread,
    ],
  };
}

/** Reads EndNote's tagged format (`.enw`, refer), as Google Scholar, publishers and EndNote write it. */
export async function* readEnw(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  let count = 0;
  const text = await wholeText(chunks);
  for (const [line, entry] of taggedEntries(text, grammarOf(/^%0 /m.test(text)))) {
    count += 1;
    yield* foreignItems(paperOf(entry), `line ${line}`, now);
  }
  if (count === 0) throw new Unreadable('line 1: expected "%0 ", as entries of EndNote begin');
}
