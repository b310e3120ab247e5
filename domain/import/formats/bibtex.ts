import { fail } from '@/domain/result';
import { collapse } from '@/domain/text';
import { fromTex, unmarked } from '@/domain/text/from-tex';
import { noteFromHtml } from '@/domain/text/html-note';
import { type Chunks, wholeText } from '@/domain/import/chunks';
import { leftOutOf, readNotes, withoutRemarks } from '@/domain/import/database-notes';
import { presentIds } from '@/domain/import/id-lines';
import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { keywordsIn } from '@/domain/import/keywords';
import { isOfRayyan } from '@/domain/import/rayyan';
import { Unreadable } from '@/domain/import/unreadable';
import { BibFields } from './bibtex/fields';
import { type BibEntry, LONGEST, parseEntry, type Strings } from './bibtex/grammar';
import { IDENTIFYING, bibIds, eprint, linksOf } from './bibtex/ids';
import { inherited, type Parents, parentsIn } from './bibtex/crossref';
import { bibFacts } from './bibtex/facts';
import { type Groups, groupsIn } from './bibtex/groups';
import { bibNames } from './bibtex/names';
import { bibText } from './bibtex/text';
import { readByLines } from './bibtex/lines';
import { sourcesOf, withoutEntries } from './bibtex/spans';
import { risItems } from './ris';

/** TeX's line breaks. */
const BREAK = /\\\\[ \t]*(?:\n|$)/;
/** Those, and the beginnings of lines that a list or a quotation has for its own in Markdown. */
const NOTE_BREAK = /\\\\[ \t]*(?:\n|$)|\n(?=[ \t]*(?:[-*+]|>) )/;
/** The same with numbers: in a text without a first one they are within a sentence that a tool broke. */
const NUMBERED_BREAK = /\\\\[ \t]*(?:\n|$)|\n(?=[ \t]*(?:[-*+]|>|\d{1,2}[.)]) )/;

/** A value of several lines, each read by a function: empty lines and line breaks stay line ends. */
const lines = (tex: string, read: (line: string) => string, breaks: RegExp = BREAK): string =>
  tex
    .split(/\n[ \t]*\n/)
    .map((part) => part.split(breaks).map(read).join('\n'))
    .join('\n\n')
    .trim();

/** A line of a note, whose beginning may be set off by TeX's spaces; signs that a command names are marked. */
const noteLine = (tex: string): string => {
  const indent = /^\s*(~*)/.exec(tex)?.[1]?.length ?? 0;
  const line = collapse(fromTex(tex));
  return line === '' ? '' : ' '.repeat(indent) + line;
};

/** A note with TeX's lists and paragraphs as lines of their own. */
const withLists = (tex: string): string =>
  tex
    .replace(/\\(?:begin|end)\{(?:itemize|enumerate)\}\s*/g, '\n\n')
    .replace(/(?<!\s)\s*\\item\b\s*(?:\[([^\]]*)\]\s*)?/g, '\n- $1')
    .replace(/(?<!\s)\s*\\par(?![A-Za-z])\s*/g, '\n\n');

/** A note as Markdown: what looks like markup in it is somebody's Markdown where a command named its signs. */
function noteOf(note: string): string {
  const tex = withLists(note);
  const isNumbered = /^[ \t]*1[.)] /m.test(tex);
  const text = lines(tex, noteLine, isNumbered ? NUMBERED_BREAK : NOTE_BREAK);
  return unmarked(noteFromHtml(text, /\{\\textless\}/.test(note)));
}

/** A chapter that has words for a name; most have a number. */
const chapterOf = (fields: BibFields): string => {
  const chapter = fields.first('chapter') ?? '';
  return /\p{L}{3}/u.test(chapter) && !/^(?:chap(?:ter|\.)?|[IVXLC]+\b)/i.test(chapter)
    ? chapter
    : '';
};

/** A word in capitals that ScienceDirect escaped the braces of: `\\{DNA\\}`. */
const ESCAPED_WORD = /\\\{([A-Z][A-Z\d-]*)\\\}/g;

function titleOf(fields: BibFields): string {
  const isElsevier = /sciencedirect\.com/i.test(fields.first('url') ?? '');
  // A chapter of a book may have its title where others have its number.
  const [title = '', subtitle = ''] = [
    fields.first('title') ?? chapterOf(fields),
    fields.first('subtitle'),
  ]
    .map((tex = '') => (isElsevier ? tex.replace(ESCAPED_WORD, '$1') : tex))
    .map(bibText);
  return subtitle === '' ? title : `${title}${/[:?!]$/.test(title) ? '' : ':'} ${subtitle}`;
}

/** Precedes a star in braces, which is the tag's own and not MEDLINE's. */
const OWN_STAR = '\uf8ff';

/** In the place of a comma in braces, which parts no keywords. */
const OWN_COMMA = '\uf8fe';
/** Braces without others in them. */
const BRACES = /\{([^{}]*)\}/g;

/** Keywords in TeX with signs that part them and no others. Elsewhere than around the whole value braces hold one keyword. */
function keywordsOfTex(tex: string): string {
  const inside = tex.trim().replace(/^\{+|\}+$/g, '');
  return tex
    .replaceAll('{*}', `${OWN_STAR}*`)
    .replace(BRACES, (braced, said: string) =>
      said === inside ? braced : braced.replaceAll(',', OWN_COMMA),
    )
    .replace(/\\sep(?![A-Za-z])/g, ';');
}

/** Keywords as tools part them; JabRef's groups and Calibre's tags are the same thing. */
const tagsOf = (fields: BibFields): string[] =>
  fields
    .all('keywords', 'keyword', 'tags', 'groups', 'mendeley-tags')
    .flatMap((tags) => keywordsIn(bibText(keywordsOfTex(tags))))
    .map((tag) => tag.replace(OWN_STAR, '').replaceAll(OWN_COMMA, ','));

/** Whether a status is said: JabRef's `readstatus`, BibDesk's `read`. */
const isRead = (fields: BibFields): boolean =>
  /^(?:read|yes|1|true)$/i.test(fields.first('readstatus', 'read') ?? '');

/** Fields that are taken; all others are told as left out. */
const TAKEN = new Set([
  ...IDENTIFYING,
  ...`title subtitle author abstract crossref keywords keyword tags groups mendeley-tags annote annotation
   comment review readstatus read date year month day journal journaltitle booktitle volume
   number issue pages version hal_version code`.split(/\s+/),
]);

/** Where an entry has its abstract: the catalogues of Calibre have a book's description as a note. */
const abstractField = (fields: BibFields): string =>
  fields.first('abstract') === undefined && fields.first('calibreid', 'formats') !== undefined
    ? 'note'
    : 'abstract';

/** JabRef's comments of one person, a field each: `comment-ann`. */
const isOfUser = (name: string): boolean => name.startsWith('comment-');

/** JabRef's comments, where the notes of databases are when it has read RIS, and what reviewers wrote with Rayyan. */
const commentsOf = (fields: BibFields): string[] => [
  ...fields.all('comment', ...fields.names.filter(isOfUser)),
  ...fields.all('note').filter(isOfRayyan),
];

/** What a file says of its entries outside of them. */
interface Around {
  parents: Parents;
  groups: Groups;
}

/** `open`: fields of a broken entry that have no end. */
function paperOf(
  { key, fields: given }: BibEntry,
  { parents, groups }: Around,
  open: readonly string[] = [],
): ForeignPaper {
  const fields = new BibFields([...given, ...inherited(given, parents)]);
  const abstract = abstractField(fields);
  const ids = bibIds(fields, key);
  const remarks = fields
    .all('annote', 'annotation', 'review')
    .map((note) => (ids['arxiv'] ? withoutRemarks(note) : { text: note, isCut: false }));
  const { facts, unread } = bibFacts(fields);
  const isTitle = (name: string): boolean =>
    name === 'chapter' && fields.first('title') === undefined;
  const comments = readNotes(commentsOf(fields), ids);
  return {
    title: titleOf(fields),
    authors: fields.all('author').flatMap(bibNames),
    abstract: lines(fields.first(abstract) ?? '', bibText),
    ids: { ...comments.ids, ...presentIds(ids) },
    links: linksOf(fields),
    tags: [...tagsOf(fields), ...(groups.named.get(key) ?? []), ...(comments.tags ?? [])],
    note: [...remarks.map(({ text }) => text), ...comments.own]
      .map(noteOf)
      .filter(Boolean)
      .join('\n\n'),
    facts,
    written: { texts: fields.values, source: 'bibtex' },
    status: isRead(fields) ? 'read' : 'saved',
    notTaken: [
      ...new BibFields(given).names.filter(
        (name) => !TAKEN.has(name) && !isOfUser(name) && name !== abstract && !isTitle(name),
      ),
      ...leftOutOf('comment', comments),
      ...open.map((name) => `${name} (not closed)`),
      ...(remarks.some(({ isCut }) => isCut) ? ['annote (remarks of arXiv)'] : []),
      // A number in an archive that no scheme is for.
      ...(fields.first('eprint') && Object.keys(eprint(fields)).length === 0 ? ['eprint'] : []),
      ...unread,
    ],
  };
}

/**
 * Reads BibTeX and biblatex, in the dialects of the tools that write them. Fails (`Unreadable`) when there is no entry;
 * one that is broken is rejected by itself, with its line. Entries of RIS between those of BibTeX are read too.
 */
export async function* readBibtex(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  const text = await wholeText(chunks);
  let count = 0;
  const strings: Strings = new Map();
  const around: Around = { parents: parentsIn(text), groups: groupsIn(text) };
  for (const { line, source, isClosed } of sourcesOf(text)) {
    count += 1;
    const place = `line ${line}`;
    const entry = isClosed
      ? parseEntry(source, strings)
      : fail('invalid', 'the entry is not closed');
    const read = entry.ok ? undefined : readByLines(source);
    if (read) yield* foreignItems(paperOf(read.entry, around, read.open), place, now);
    else if (!entry.ok) yield { kind: 'rejected', place, value: entry.error.message };
    else if (entry.value.type === 'string')
      for (const [name, definition] of entry.value.fields)
        strings.set(name, definition.length > LONGEST ? '' : definition);
    else if (entry.value.type !== 'comment' && entry.value.type !== 'preamble')
      yield* foreignItems(paperOf(entry.value, around), place, now);
  }
  for (const value of around.groups.byRule) yield { kind: 'left', place: 'the file', value };
  // What people pasted between the entries from elsewhere.
  for (const item of risItems(withoutEntries(text), now)) {
    count += 1;
    yield item;
  }
  if (count === 0) throw new Unreadable('line 1: expected "@" and an entry, as BibTeX has them');
}
