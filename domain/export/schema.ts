import * as z from 'zod/mini';
import type { KnownProperties } from '@/domain/identity/known';
import { LIMITS, LONGEST_LIST } from '@/domain/limits';
import type { MarkedProperties, StampedProperties } from '@/domain/paper/fields';
import { FACTS, type Facts } from '@/domain/paper/facts';
import { NOTICE_KINDS } from '@/domain/paper/notices';
import { TEXT_SOURCES } from '@/domain/paper/text-source';
import { COLOURS, FIELDS, STATUSES } from '@/domain/paper/paper';
import { tidy } from '@/domain/text/tidy';
import {
  filled,
  offset,
  pageAddress,
  paperKey as key,
  stamp,
  stamps,
  text,
  time,
  webLink,
} from '@/domain/shapes';
import { FORMAT } from './format';

/** Each member of a list costs a look into the library. */
const some = <T extends z.ZodMiniType>(item: T) => z.array(item).check(z.maxLength(LONGEST_LIST));

/** TextQuoteSelector of the W3C Web Annotation model; empty in a highlight that was removed. */
const passage = {
  exact: text(LIMITS.abstract),
  prefix: text(LIMITS.context),
  suffix: text(LIMITS.context),
};

/** A highlight; its passage is empty only where it was removed. Fields of newer versions pass. */
export const highlightSchema = z.looseObject({
  id: filled(LIMITS.id),
  /** The id that its paper had where it was made, when that is another. */
  home: z.optional(key),
  field: z.enum(FIELDS),
  ...passage,
  /** Other places of the text that read like it, and are not it. */
  alike: z.optional(z.array(z.object(passage))),
  /** TextPositionSelector: UTF-16 offsets over the field's normalised text. */
  start: offset,
  end: offset,
  colour: z.enum(COLOURS),
  comment: text(LIMITS.note),
  source: pageAddress,
  createdAt: time,
  removed: z.optional(z.boolean()),
  stamps,
});

type Schemas<Properties> = { [Name in keyof Properties]-?: z.ZodMiniType };

const fact = z.object({ value: filled(LIMITS.fact), source: filled(LIMITS.id) });
/** Facts by name; those that a newer version knows are kept. */
const facts = z.catchall(
  z.object(Object.fromEntries(FACTS.map((name) => [name, z.optional(fact)]))),
  fact,
) as z.ZodMiniType<Facts>;

/** What pages and files tell of a paper. */
const known = {
  title: text(LIMITS.title),
  authors: some(text(LIMITS.author)),
  abstract: text(LIMITS.abstract),
  links: some(webLink),
  listings: z.array(
    z.object({ site: text(LIMITS.id), url: pageAddress, title: text(LIMITS.title), at: time }),
  ),
  /** When and where it appeared, each with who stated it: a site's id, or a file format's. */
  facts: z.optional(facts),
  /** Versions and venues that lists showed it in; `value` is empty for a replacement without a number. */
  appearances: z.optional(
    some(
      z.object({
        kind: z.enum(NOTICE_KINDS),
        value: text(LIMITS.fact),
        site: filled(LIMITS.id),
        at: time,
      }),
    ),
  ),
} satisfies Schemas<KnownProperties>;

/** What a person set. */
const stamped = {
  status: z.nullable(z.enum(STATUSES)),
  savedAt: z.nullable(time),
  /** In the trash. */
  removed: z.optional(z.boolean()),
  /** Up to when its notices were seen. */
  noticedAt: z.optional(time),
} satisfies Schemas<StampedProperties>;

const marked = {
  tags: some(filled(LIMITS.tag)),
  /** Ids of papers that a person said are not this one. */
  apart: z.optional(some(key)),
} satisfies Schemas<MarkedProperties>;

/** A paper without its highlights. */
const partSchema = z.looseObject({
  id: key,
  aliases: some(key),
  keys: some(key).check(z.minLength(1)),
  ...known,
  /** Where title and abstract are from. */
  sources: z.optional(
    z.object({
      title: z.optional(z.enum(TEXT_SOURCES)),
      abstract: z.optional(z.enum(TEXT_SOURCES)),
    }),
  ),
  ...stamped,
  ...marked,
  note: z.looseObject({
    /** The whole note, Markdown: all heads under each other, however many they are. */
    text: z.string(),
    /** The edits it is made of, and up to where the edits of each strand are known. */
    heads: z.array(z.looseObject({ stamp, strand: stamp, text: text(LIMITS.wholeNote) })),
    seen: z.record(stamp, stamp),
  }),
  /** Purged from the trash: only identity and tombstone remain. */
  erased: z.optional(z.literal(true)),
  createdAt: time,
  updatedAt: time,
  stamps,
});

/** A paper with its highlights, as `papers[]` of Gloss JSON. Fields of newer versions pass. */
export const paperSchema = z.looseObject({
  ...partSchema.shape,
  highlights: z.array(highlightSchema),
  /** Titles of this paper whose keys belong to another paper of the library. */
  claims: z.optional(some(key)),
  /** The records that a title alone made one paper of. */
  parts: z.optional(some(partSchema)),
});

/** A tag, as `tags[]` of Gloss JSON; `colour` is a place in the palette. */
export const tagSchema = z.looseObject({
  id: filled(LIMITS.tag),
  /** A name of invisible characters alone could be told from no other. */
  name: filled(LIMITS.tag).check(z.overwrite((name) => tidy(name) || '?')),
  colour: offset,
  usedAt: time,
  removed: z.optional(z.boolean()),
  stamps,
});

/** A setting, a saved search, a topic's name: whatever is one value under a name. `null` was removed. */
export const sharedSchema = z.looseObject({
  key: filled(LIMITS.shared).check(z.regex(/^[a-z]+:[^]/, 'expected a kind and a name')),
  value: z.unknown(),
  stamp,
});

/** When a paper was on the screen. */
export const sightingSchema = z.looseObject({
  key,
  site: text(LIMITS.id),
  firstAt: time,
  lastAt: time,
  count: offset,
});

/** A whole file of Gloss JSON, as `docs/export-format.md` describes it. */
export const documentSchema = z.looseObject({
  format: z.literal(FORMAT),
  version: z.int().check(z.minimum(1)),
  /** The oldest version that a program must know to read this file. */
  minReader: z.int().check(z.minimum(1)),
  tags: z.optional(z.array(tagSchema)),
  shared: z.optional(z.array(sharedSchema)),
  papers: z.array(paperSchema),
  sightings: z.optional(z.array(sightingSchema)),
});

export type HighlightDocument = z.infer<typeof highlightSchema>;
export type PaperDocument = z.infer<typeof paperSchema>;
export type PartDocument = z.infer<typeof partSchema>;
export type TagDocument = z.infer<typeof tagSchema>;
export type SharedDocument = z.infer<typeof sharedSchema>;
export type SightingDocument = z.infer<typeof sightingSchema>;
/** A whole file. */
export type GlossDocument = z.infer<typeof documentSchema>;
