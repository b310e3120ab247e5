import type { HighlightRecord, PaperRecord, PartRecord, TagRecord } from '@/domain/paper/record';
import {
  highlightDocument,
  highlightRecord,
  paperDocument,
  paperRecords,
  tagDocument,
  tagRecord,
} from './convert';
import { highlightSchema, paperSchema, tagSchema } from './schema';

/*
 * An older version keeps fields that it does not know in `extra`, unparsed. Once the code knows such a field, a stored
 * record is read as a file of the same content is: the field is parsed, and becomes a property. Every field of the
 * format comes back on this way, so a new field needs no line here.
 */

type Shape = Record<string, { safeParse(value: unknown): { success: boolean } }>;

/**
 * A record whose `extra` holds only fields that this version does not know, or knows and can read while the record
 * lacks them; `null` where its `extra` needs no second look.
 */
function readable<T extends { extra?: Record<string, unknown> }>(
  record: T,
  shape: Shape,
): T | null {
  const names = Object.keys(record.extra ?? {});
  if (!names.some((name) => Object.hasOwn(shape, name))) return null;
  // A value that the format refuses can't be exported, and one that was set since is newer.
  const kept = Object.entries(record.extra ?? {}).filter(
    ([name, value]) =>
      !Object.hasOwn(shape, name) ||
      (!Object.hasOwn(record, name) && shape[name]?.safeParse(value).success),
  );
  return { ...record, extra: Object.fromEntries(kept) };
}

function knownPart(part: PartRecord): PartRecord {
  const known = readable(part, paperSchema.shape);
  return known ? paperRecords(paperDocument(known, [])).paper : part;
}

/** Whether a paper or a record of it has unknown fields. Every row that is read is asked, so nothing is copied for it. */
export const hasUnknown = ({ extra, parts }: Pick<PaperRecord, 'extra' | 'parts'>): boolean =>
  extra !== undefined || parts?.some((part) => part.extra !== undefined) === true;

/** A stored paper with the fields that an older version did not know, in all of its records; the same object where there are none. */
export function withNewlyKnown(paper: PaperRecord): PaperRecord {
  if (!hasUnknown(paper)) return paper;
  const { parts, claims, ...whole } = paper;
  const [known, knownParts] = [knownPart(whole), parts?.map(knownPart)];
  if (known === whole && (parts ?? []).every((part, at) => part === knownParts?.[at])) return paper;
  return {
    ...known,
    ...(claims ? { claims } : {}),
    ...(knownParts ? { parts: knownParts } : {}),
  };
}

/** A stored highlight with the fields that an older version did not know; the same object where there are none. */
export function highlightWithNewlyKnown(highlight: HighlightRecord): HighlightRecord {
  const known = readable(highlight, highlightSchema.shape);
  return known ? highlightRecord(highlightDocument(known), known.paperId) : highlight;
}

/** A stored tag with the fields that an older version did not know; the same object where there are none. */
export function tagWithNewlyKnown(tag: TagRecord): TagRecord {
  const known = readable(tag, tagSchema.shape);
  return known ? tagRecord(tagDocument(known)) : tag;
}
