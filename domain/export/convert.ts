import { laterOf, nextStamp, type Stamp } from '@/domain/paper/clock';
import { hash53 } from '@/domain/hash';
import { knownProperties, toldBy } from '@/domain/identity/known';
import { settle } from '@/domain/identity/merge';
import {
  MARKED,
  markedProperties,
  marksOf,
  STAMPED,
  STAMPED_NAMES,
  type StampedName,
  stampedProperties,
  type StampedProperties,
  stampedRow,
} from '@/domain/paper/fields';
import { isSame } from '@/domain/same';
import { editNote, mergeNotes, noNote, type NoteRecord, noteText } from '@/domain/paper/note';
import { strongestFirst } from '@/domain/identity/paper-key';
import type {
  Extra,
  HighlightRecord,
  PaperRecord,
  PartRecord,
  TagRecord,
} from '@/domain/paper/record';
import {
  type HighlightDocument,
  highlightSchema,
  type PaperDocument,
  type PartDocument,
  paperSchema,
  type TagDocument,
  tagSchema,
} from './schema';

/** Names of a document that this version does not know. */
function extraOf(document: object, known: object): Extra {
  const extra = Object.entries(document).filter(([name]) => !Object.hasOwn(known, name));
  return extra.length > 0 ? { extra: Object.fromEntries(extra) } : {};
}

const isBefore = <T>(x: T, y: T): number => (x < y ? -1 : x > y ? 1 : 0);

/** A table in the order of its names, so that a library has one text. */
const ordered = <T>(table: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(table).toSorted(([a], [b]) => isBefore(a, b)));

/** A highlight as the file has it. One that was removed has its passage too: another machine may have restored it later. */
export function highlightDocument(record: HighlightRecord): HighlightDocument {
  const { id, home, field, quote, position, colour, comment, source, createdAt } = record;
  return {
    id,
    ...(home === undefined ? {} : { home }),
    field,
    ...quote,
    ...position,
    colour,
    comment,
    source,
    createdAt,
    ...(record.removed ? { removed: true } : {}),
    stamps: ordered(record.stamps),
    ...ordered(record.extra ?? {}),
  };
}

/** A highlight of a file as a record of its paper. */
export function highlightRecord(document: HighlightDocument, paperId: string): HighlightRecord {
  const {
    id,
    home,
    field,
    exact,
    prefix,
    suffix,
    alike,
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
    ...(home === undefined ? {} : { home }),
    field,
    quote: { exact, prefix, suffix, ...(alike ? { alike } : {}) },
    position: { start, end },
    colour,
    comment,
    source,
    createdAt,
    removed: document.removed ?? false,
    stamps,
  };
}

/** Stamped fields that a file leaves out where they are empty: those that version 1 of the format does not require. */
const isLeftOut = (name: StampedName): boolean => name === 'removed' || STAMPED[name].isOptional;

const stampedDocument = (record: PaperRecord): Partial<StampedProperties> =>
  Object.assign(
    {},
    ...STAMPED_NAMES.map((name) => {
      const row = stampedRow(name);
      const value = row.read(record);
      return isLeftOut(name) && isSame(value, row.empty) ? {} : row.write(value);
    }),
  ) as Partial<StampedProperties>;

/** A paper as the file has it, with its highlights in the order of the text. */
export function paperDocument(record: PaperRecord, highlights: HighlightRecord[]): PaperDocument {
  const { id, aliases, keys, note, erased, createdAt, updatedAt } = record;
  const { claims, parts, stamps, extra = {} } = record;
  const document: PaperDocument = {
    id,
    aliases,
    keys,
    ...toldBy(record),
    ...(stampedDocument(record) as StampedProperties),
    ...markedProperties((name) => marksOf(record, name)),
    note: {
      text: noteText(note),
      heads: note.heads.map(({ stamp, strand, text }) => ({ stamp, strand, text })),
      seen: ordered(note.seen),
    },
    highlights: highlights
      .map(highlightDocument)
      .toSorted(
        (a, b) =>
          Number(a.removed ?? false) - Number(b.removed ?? false) ||
          isBefore(b.field, a.field) ||
          a.start - b.start ||
          isBefore(a.id, b.id),
      ),
    ...(erased ? { erased } : {}),
    ...(claims ? { claims } : {}),
    ...(parts ? { parts: parts.map(partDocument) } : {}),
    createdAt,
    updatedAt,
    stamps: ordered(stamps),
  };
  return { ...document, ...ordered(extra) };
}

function partDocument(part: PartRecord): PartDocument {
  const { highlights: _none, ...document } = paperDocument(part, []);
  return document;
}

/**
 * A note of a file, with the facts from its heading lines. One that was written by hand may have its text alone:
 * that is an edit older than all others, the same whenever it is read.
 */
function noteRecord({ heads, seen, text }: PaperDocument['note']): NoteRecord {
  if (heads.length === 0 && text.trim() !== '')
    return editNote({ heads, seen }, text, nextStamp(null, 0, `file${hash53(text).toString(36)}`));
  const own = heads.map((head) => ({ stamp: head.stamp, strand: head.strand, text: head.text }));
  const known: Record<Stamp, Stamp> = {};
  for (const { stamp, strand } of own) if (stamp > (known[strand] ?? '')) known[strand] = stamp;
  return mergeNotes({ heads: own, seen: laterOf(seen, known) }, noNote());
}

/** A paper of a file as records. */
export function paperRecords({ parts, claims, ...document }: PaperDocument): {
  paper: PaperRecord;
  highlights: HighlightRecord[];
} {
  const paper = partRecord(document);
  return {
    paper: {
      ...paper,
      ...(claims ? { claims: strongestFirst(claims) } : {}),
      ...(parts ? { parts: parts.map(partRecord) } : {}),
    },
    highlights: document.highlights.map((highlight) => highlightRecord(highlight, document.id)),
  };
}

/** The value of a stamped field in a file; the empty one where the file lacks its properties. */
function stampedValue(document: PartDocument, row: ReturnType<typeof stampedRow>): unknown {
  const properties = Object.keys(row.write(row.empty));
  const isThere = properties.every((property) => Object.hasOwn(document, property));
  return isThere ? row.read(document as unknown as PartRecord) : row.empty;
}

function partRecord(document: PartDocument): PartRecord {
  const { id, aliases, keys, createdAt, updatedAt, stamps, note } = document;
  return settle({
    ...extraOf(document, paperSchema.shape),
    id,
    aliases: [...new Set(aliases)].toSorted(),
    keys: strongestFirst(keys),
    ...knownProperties((row, name) => row.merge(document[name] ?? row.empty, row.empty)),
    ...(document.sources ? { sources: document.sources } : {}),
    ...stampedProperties((row) => stampedValue(document, row)),
    ...markedProperties((name) => document[MARKED[name].property] ?? []),
    note: noteRecord(note),
    ...(document.erased ? { erased: true } : {}),
    stamps,
    createdAt,
    updatedAt,
  });
}

/** A tag as Gloss JSON writes it; fields that this version does not know come back out. */
export const tagDocument = (record: TagRecord): TagDocument => {
  const { id, name, colour, usedAt, removed, stamps, extra = {} } = record;
  return {
    id,
    name,
    colour,
    usedAt,
    ...(removed ? { removed } : {}),
    stamps: ordered(stamps),
    ...ordered(extra),
  };
};

/** A tag of a Gloss JSON file as the library stores it; fields that this version does not know are kept in `extra`. */
export function tagRecord(document: TagDocument): TagRecord {
  const { id, name, colour, usedAt, removed = false, stamps } = document;
  return { ...extraOf(document, tagSchema.shape), id, name, colour, usedAt, removed, stamps };
}
