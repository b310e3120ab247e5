import type { Incomplete, Nothing } from '@/domain/whole';
import * as z from 'zod/mini';
import { LIMITS, MOST_ENTRIES } from '@/domain/limits';
import { FACTS } from '@/domain/paper/facts';
import { NOTICE_KINDS } from '@/domain/paper/notices';
import { COLOURS, FIELDS, STATUSES } from '@/domain/paper/paper';
import { settingsChange, siteSchema } from '@/domain/settings-schema';
import {
  filled,
  offset,
  pageAddress,
  pageTitle,
  paperKey,
  text,
  time,
  webLink,
} from '@/domain/shapes';
import { LESSONS } from '@/domain/taught';
import { clockTime } from '@/domain/time';
import type { AppProtocol, FrameProtocol, PageProtocol } from './protocol';

/*
 * What may come in with each call. Only the background parses: content scripts carry no parser.
 */

/** What a page's clock says, which may be anything. */
const clock = z.number().check(z.overwrite(clockTime));
const opId = filled(LIMITS.id);
const id = filled(LIMITS.title);
const tagId = filled(LIMITS.tag);
const keys = z.array(paperKey).check(z.minLength(1), z.maxLength(60));
const colour = z.enum(COLOURS);
const status = z.nullable(z.enum(STATUSES));
const identities = z
  .array(
    z.object({
      ids: z.record(text(40), text(LIMITS.title)),
      title: text(LIMITS.title),
      opening: text(LIMITS.title),
      author: z.exactOptional(text(LIMITS.author)),
    }),
  )
  .check(z.maxLength(MOST_ENTRIES));

const paper = z.object({
  keys,
  title: text(LIMITS.title),
  authors: z.array(text(LIMITS.author)).check(z.maxLength(2_000)),
  abstract: text(LIMITS.abstract),
  links: z.array(webLink).check(z.maxLength(100)),
  translated: z.optional(z.array(z.enum(FIELDS)).check(z.maxLength(2))),
  facts: z.optional(z.partialRecord(z.enum(FACTS), z.optional(text(LIMITS.fact)))),
  appearances: z.optional(
    z
      .array(
        z.object({
          kind: z.enum(NOTICE_KINDS),
          value: text(LIMITS.fact),
          site: filled(LIMITS.id),
          at: clock,
        }),
      )
      .check(z.maxLength(10)),
  ),
  listing: z.object({
    site: filled(LIMITS.id),
    url: pageAddress,
    title: pageTitle,
    at: clock,
  }),
});

const write = { opId, paper };

const passage = {
  exact: filled(LIMITS.abstract),
  prefix: text(LIMITS.context),
  suffix: text(LIMITS.context),
};

const highlight = z.object({
  id: opId,
  field: z.enum(FIELDS),
  quote: z.object({
    ...passage,
    alike: z.exactOptional(z.array(z.object(passage)).check(z.maxLength(10))),
  }),
  position: z.object({ start: offset, end: offset }),
  colour,
  comment: text(LIMITS.note),
  source: pageAddress,
  createdAt: clock,
});

const topic = z.object({
  id: filled(500),
  label: text(500),
  name: z.exactOptional(filled(200)),
  colour: offset,
  pinned: z.exactOptional(z.literal(true)),
  theme: z.exactOptional(filled(500)),
  keywords: z.array(text(500)).check(z.maxLength(100)),
  members: z.array(id).check(z.maxLength(200_000)),
});

const theme = z.object({
  id: filled(500),
  label: text(500),
  name: z.exactOptional(filled(200)),
  colour: offset,
  keywords: z.array(text(500)).check(z.maxLength(100)),
});

const profiles = z.object({
  papers: offset,
  frequency: z.record(text(500), offset),
  topics: z.record(filled(500), z.array(z.tuple([text(500), z.number()])).check(z.maxLength(500))),
  least: z.number(),
});

const topicsHead = {
  themes: z.array(theme).check(z.maxLength(1_000)),
  unclustered: z.array(id).check(z.maxLength(200_000)),
  library: text(200),
  grouped: offset,
};

const limit = z.int().check(z.minimum(1), z.maximum(500));
const after = z.nullable(text(LIMITS.title + 40));

/** A schema for each call of a protocol, of the very type that the call takes. */
export type SchemasOf<P> = {
  [K in keyof P]: P[K] extends (ask: infer Ask) => unknown ? z.ZodMiniType<Ask> : never;
};

/** The calls that a content script may make. A call of `PageProtocol` without a schema does not compile. */
export const pageSchemas = {
  'page.states': z.object({ papers: identities }),
  'page.open': z.object({ visit: clock, papers: identities }),
  'page.seen': z.object({ site: opId, at: clock, papers: identities }),
  'papers.met': z.object({
    opId,
    papers: z.array(paper).check(z.maxLength(MOST_ENTRIES)),
    isOpened: z.boolean(),
  }),
  'page.digest': z.null(),
  'page.teach': z.object({ lesson: z.enum([...LESSONS, 'forget']) }),
  'page.counts': z.object({ papers: offset, unseen: offset, saved: offset }),
  'paper.status': z.object({ ...write, status }),
  'papers.status': z.object({
    opId,
    papers: z.array(paper).check(z.maxLength(MOST_ENTRIES)),
    status,
  }),
  'papers.seen': z.object({ opId, site: opId, papers: identities }),
  'paper.tag': z.object({ ...write, name: tagId, on: z.boolean() }),
  'paper.note': z.object({ ...write, base: text(10_000), text: text(LIMITS.note) }),
  'paper.noticed': z.object(write),
  'highlight.add': z.object({ ...write, highlight }),
  'highlight.edit': z.object({
    ...write,
    id: opId,
    colour: z.exactOptional(colour),
    comment: z.exactOptional(text(LIMITS.note)),
  }),
  'highlight.remove': z.object({ ...write, id: opId }),
  undo: z.object({ opId, step: z.exactOptional(opId) }),
  redo: z.object({ opId }),
  'tags.complete': z.object({
    paper: z.object({
      title: text(LIMITS.title),
      abstract: text(LIMITS.abstract),
      authors: z.array(text(LIMITS.author)).check(z.maxLength(5_000)),
    }),
  }),
  'settings.page': z.null(),
  'settings.site': siteSchema,
  'settings.open': z.null(),
  'frame.window': z.object({ nonce: opId, opened: z.nullable(z.int()) }),
  'frame.vouch': z.object({ nonce: opId }),
  'library.show': z.null(),
  diagnostics: z.null(),
} satisfies SchemasOf<PageProtocol>;

/** The calls that only the extension's own pages may make. */
export const appSchemas = {
  'tags.list': z.null(),
  'searches.list': z.null(),
  'searches.save': z.object({
    id: opId,
    search: z.nullable(
      z.object({ id: opId, name: filled(200), query: text(1_000), sort: text(40) }),
    ),
  }),
  'settings.load': z.null(),
  'settings.save': settingsChange,
  'library.newest': z.object({ after, limit }),
  'library.between': z.object({ from: time, to: time, limit }),
  'library.papers': z.object({ ids: z.array(id).check(z.maxLength(500)) }),
  'papers.bulk': z.object({
    opId,
    ids: z.array(id).check(z.maxLength(200_000)),
    change: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('status'), status }),
      z.object({ kind: z.literal('tag'), name: tagId, on: z.boolean() }),
      z.object({ kind: z.literal('noticed') }),
      z.object({ kind: z.literal('delete') }),
      z.object({ kind: z.literal('restore') }),
    ]),
  }),
  'paper.delete': z.object({ opId, id }),
  'paper.restore': z.object({ opId, id }),
  'paper.join': z.object({ opId, ids: z.array(id).check(z.minLength(2), z.maxLength(100)) }),
  'papers.different': z.object({
    ids: z.array(id).check(z.minLength(2), z.maxLength(100)),
    different: z.boolean(),
  }),
  'paper.split': z.object({ opId, id }),
  'paper.history': z.object({ id, before: z.nullable(offset), limit }),
  'trash.list': z.object({ after: z.nullable(time), limit }),
  'trash.empty': z.null(),
  'tags.counted': z.null(),
  'tag.rename': z.object({ opId, id: tagId, name: tagId }),
  'tag.recolour': z.object({ opId, id: tagId, colour: offset }),
  'tag.merge': z.object({ opId, id: tagId, into: tagId }),
  'tag.delete': z.object({ opId, id: tagId }),
  'library.condition': z.null(),
  'library.rescue': z.object({
    opId,
    from: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('copy') }),
      z.object({ kind: z.literal('backup'), id: filled(100) }),
    ]),
  }),
  'library.anew': z.null(),
  'backup.offered': z.object({ isDismissed: z.boolean() }),
  'backup.list': z.null(),
  'backup.now': z.null(),
  'backup.folder': z.object({ isNew: z.boolean() }),
  'backup.take': z.object({ name: filled(200) }),
  'backup.preview': z.object({ id: opId }),
  'backup.restore': z.object({ opId, id: opId, mode: z.enum(['merge', 'replace']) }),
  'backup.progress': z.object({ opId }),
  'backup.cancel': z.object({ opId }),
  'checkup.last': z.null(),
  'topics.load': z.null(),
  'topics.save': z.object({ topics: z.array(topic), ...topicsHead, profiles }),
  'topics.change': z.object({
    opId,
    put: z.array(topic).check(z.maxLength(1_000)),
    remove: z.array(filled(500)).check(z.maxLength(1_000)),
    head: z.exactOptional(z.object(topicsHead)),
  }),
  'map.save': z.object({
    ids: z.array(id).check(z.maxLength(200_000)),
    at: z.array(z.number()).check(z.maxLength(400_000)),
  }),
  'export.papers': z.object({
    after,
    ids: z.exactOptional(z.array(id).check(z.maxLength(500))),
  }),
  'export.head': z.object({ after: z.string() }),
  'export.count': z.null(),
  'export.sightings': z.object({ after }),
  'export.annotated': z.object({ since: time }),
  'import.begin': z.object({ id: opId }),
  'import.stage': z.object({ id: opId, page: offset, items: z.string() }),
  'import.preview': z.object({ id: opId, page: offset }),
  'import.apply': z.object({ id: opId, opId }),
  'import.progress': z.object({ id: opId }),
  'import.undo': z.object({ opId, step: opId }),
  'import.cancel': z.object({ id: opId }),
  'complete.run': z.object({ opId, ids: z.array(id).check(z.maxLength(200_000)) }),
  'complete.progress': z.object({ opId }),
  'complete.cancel': z.object({ opId }),
  'page.annotate': z.object({ tabId: z.int() }),
  'sites.allowed': z.null(),
} satisfies SchemasOf<Omit<AppProtocol, keyof PageProtocol>>;

type AsksOf<P> = { [K in keyof P]: P[K] extends (ask: infer Ask) => unknown ? Ask : never };

/** A property of a call that its schema forgets does not compile, though it be optional. */
export type SchemasAreWhole = Nothing<
  Incomplete<AsksOf<AppProtocol>, typeof pageSchemas & typeof appSchemas>
>;

/** Calls that the frame on a page may make: it is our page, but within another's. */
export const FRAME_CALLS: ReadonlySet<string> = new Set(
  Object.keys({
    'paper.note': true,
    'tags.complete': true,
    'frame.vouch': true,
  } satisfies Record<keyof FrameProtocol, true>),
);
