import { laterOf } from '@/domain/clock';
import { mergeLinks, mergeListings } from '@/domain/merge';
import { mergeNotes, noNote, type NoteRecord, noteText } from '@/domain/note';
import { strongestFirst } from '@/domain/paper-key';
import type { Extra, HighlightRecord, PaperRecord, TagRecord } from '@/domain/record';
import {
  type HighlightDocument,
  highlightSchema,
  type PaperDocument,
  paperSchema,
  type TagDocument,
  tagSchema,
} from './schema';

/** Names of a document that this version does not know. */
function extraOf(document: object, known: object): Extra {
  const extra = Object.entries(document).filter(([name]) => !(name in known));
  return extra.length > 0 ? { extra: Object.fromEntries(extra) } : {};
}

const isBefore = <T>(x: T, y: T): number => (x < y ? -1 : x > y ? 1 : 0);

/** A highlight as the file has it. One that was removed keeps its name and stamps only: its passage is nobody's any more. */
function highlightDocument(record: HighlightRecord): HighlightDocument {
  const { id, field, quote, position, colour, comment, source, createdAt, removed, stamps } =
    record;
  const shared = { id, field, colour, createdAt, stamps };
  return removed
    ? {
        ...shared,
        exact: '',
        prefix: '',
        suffix: '',
        start: 0,
        end: 0,
        comment: '',
        source: '',
        removed,
      }
    : { ...record.extra, ...shared, ...quote, ...position, comment, source };
}

function highlightRecord(document: HighlightDocument, paperId: string): HighlightRecord {
  const {
    id,
    field,
    exact,
    prefix,
    suffix,
    start,
    end,
    colour,
    comment,
    source,
    createdAt,
    stamps,
  } = document;
  return {
    ...extraOf(document, highlightSchema.shape),
    id,
    paperId,
    field,
    quote: { exact, prefix, suffix },
    position: { start, end },
    colour,
    comment,
    source,
    createdAt,
    removed: document.removed ?? false,
    stamps,
  };
}

/** A paper as the file has it, with its highlights in the order of the text. */
export function paperDocument(record: PaperRecord, highlights: HighlightRecord[]): PaperDocument {
  const { extra, note, removed, ...rest } = record;
  return {
    ...extra,
    ...rest,
    ...(removed ? { removed } : {}),
    note: { text: noteText(note), ...note },
    highlights: highlights
      .toSorted(
        (a, b) =>
          isBefore(b.field, a.field) || a.position.start - b.position.start || isBefore(a.id, b.id),
      )
      .map(highlightDocument),
  };
}

/** A note of a file; what its heads say is known of it too. */
function noteRecord({ heads, seen }: PaperDocument['note']): NoteRecord {
  const own = heads.map(({ stamp, strand, text }) => ({ stamp, strand, text }));
  const known = own.map(({ stamp, strand }) => ({ [strand]: stamp }));
  return mergeNotes({ heads: own, seen: known.reduce(laterOf, seen) }, noNote());
}

/** A paper of a file as records. */
export function paperRecords(document: PaperDocument): {
  paper: PaperRecord;
  highlights: HighlightRecord[];
} {
  const { id, aliases, keys, title, authors, abstract, links, listings, status, tags } = document;
  const { savedAt, createdAt, updatedAt, stamps, note } = document;
  return {
    paper: {
      ...extraOf(document, paperSchema.shape),
      id,
      aliases: [...new Set(aliases)].toSorted(),
      keys: strongestFirst(keys),
      title,
      authors,
      abstract,
      links: mergeLinks(links, []),
      listings: mergeListings(
        listings.map(({ site, url, title: name, at }) => ({ site, url, title: name, at })),
        [],
      ),
      status,
      tags: [...new Set(tags)].toSorted(),
      note: noteRecord(note),
      removed: document.removed ?? false,
      ...(document.erased ? { erased: true } : {}),
      ...(document.apart ? { apart: [...new Set(document.apart)].toSorted() } : {}),
      stamps,
      savedAt,
      createdAt,
      updatedAt,
    },
    highlights: document.highlights.map((highlight) => highlightRecord(highlight, id)),
  };
}

export const tagDocument = ({ extra, removed, ...tag }: TagRecord): TagDocument => ({
  ...extra,
  ...tag,
  ...(removed ? { removed } : {}),
});

export function tagRecord(document: TagDocument): TagRecord {
  const { id, name, colour, usedAt, removed = false, stamps } = document;
  return { ...extraOf(document, tagSchema.shape), id, name, colour, usedAt, removed, stamps };
}
