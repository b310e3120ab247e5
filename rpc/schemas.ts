import * as z from 'zod/mini';
import { LIMITS } from '@/domain/export/schema';
import { FACTS, LONGEST_FACT } from '@/domain/paper/facts';
import { COLOURS, FIELDS, STATUSES } from '@/domain/paper/paper';
import { settingsChange, siteSchema } from '@/domain/settings-schema';
import type { AppProtocol, PageProtocol } from './protocol';

/*
 * What may come in with each call. Only the background parses: content scripts carry no parser.
 */

const text = (max: number) => z.string().check(z.maxLength(max));
const filled = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const time = z.number().check(z.nonnegative(), z.maximum(8.64e15));
const offset = z.int().check(z.nonnegative());
const opId = filled(100);
const id = filled(LIMITS.title);
const keys = z
  .array(filled(LIMITS.title).check(z.regex(/^[a-z0-9]+:./)))
  .check(z.minLength(1), z.maxLength(60));
const link = text(LIMITS.link).check(z.regex(/^https?:\/\/\S+$/i));
const colour = z.enum(COLOURS);
const status = z.nullable(z.enum(STATUSES));
const identities = z
  .array(
    z.object({
      ids: z.record(text(40), text(LIMITS.title)),
      title: text(LIMITS.title),
      opening: text(LIMITS.abstract),
      author: z.exactOptional(text(300)),
    }),
  )
  .check(z.maxLength(20_000));

const paper = z.object({
  keys,
  title: text(LIMITS.title),
  authors: z.array(text(1_000)).check(z.maxLength(2_000)),
  abstract: text(LIMITS.abstract),
  links: z.array(link).check(z.maxLength(100)),
  translated: z.optional(z.array(z.enum(FIELDS)).check(z.maxLength(2))),
  facts: z.optional(z.partialRecord(z.enum(FACTS), z.optional(text(LONGEST_FACT)))),
  listing: z.object({
    site: filled(100),
    url: text(LIMITS.link),
    title: text(LIMITS.title),
    at: time,
  }),
});

const write = { opId, paper };

const passage = { exact: filled(LIMITS.abstract), prefix: text(500), suffix: text(500) };

const highlight = z.object({
  id: filled(100),
  field: z.enum(FIELDS),
  quote: z.object({
    ...passage,
    alike: z.exactOptional(z.array(z.object(passage)).check(z.maxLength(10))),
  }),
  position: z.object({ start: offset, end: offset }),
  colour,
  comment: text(LIMITS.note),
  source: text(LIMITS.link),
  createdAt: time,
});

const topic = z.object({
  id: filled(500),
  label: text(500),
  name: z.exactOptional(filled(200)),
  colour: offset,
  pinned: z.exactOptional(z.literal(true)),
  keywords: z.array(text(500)).check(z.maxLength(100)),
  members: z.array(id).check(z.maxLength(200_000)),
});

const topicsHead = {
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
export const pageSchemas: SchemasOf<PageProtocol> = {
  'page.states': z.object({ papers: identities }),
  'page.seen': z.object({ site: filled(100), at: time, papers: identities }),
  'page.digest': z.null(),
  'page.counts': z.object({ papers: offset, unseen: offset, saved: offset }),
  'paper.status': z.object({ ...write, status }),
  'papers.status': z.object({ opId, papers: z.array(paper).check(z.maxLength(20_000)), status }),
  'papers.seen': z.object({ opId, site: filled(100), papers: identities }),
  'paper.tag': z.object({ ...write, name: filled(200), on: z.boolean() }),
  'paper.note': z.object({ ...write, base: text(10_000), text: text(LIMITS.note) }),
  'note.preview': z.object({ text: text(LIMITS.note) }),
  'highlight.add': z.object({ ...write, highlight }),
  'highlight.edit': z.object({
    ...write,
    id: filled(100),
    colour: z.exactOptional(colour),
    comment: z.exactOptional(text(LIMITS.note)),
  }),
  'highlight.remove': z.object({ ...write, id: filled(100) }),
  undo: z.object({ opId, step: z.exactOptional(opId) }),
  redo: z.object({ opId }),
  'tags.complete': z.object({
    paper: z.object({
      title: text(LIMITS.title),
      abstract: text(LIMITS.abstract),
      authors: z.array(text(1_000)).check(z.maxLength(5_000)),
    }),
  }),
  'settings.page': z.null(),
  'settings.site': siteSchema,
  'settings.open': z.null(),
};

/** The calls that only the extension's own pages may make. */
export const appSchemas: SchemasOf<Omit<AppProtocol, keyof PageProtocol>> = {
  'tags.list': z.null(),
  'searches.list': z.null(),
  'searches.save': z.object({
    id: filled(100),
    search: z.nullable(
      z.object({ id: filled(100), name: filled(200), query: text(1_000), sort: text(40) }),
    ),
  }),
  'settings.load': z.null(),
  'settings.save': settingsChange,
  'library.list': z.object({
    text: text(1_000),
    tags: z.array(filled(200)).check(z.maxLength(100)),
    status,
    ids: z.nullable(z.array(id)),
    after,
    limit,
  }),
  'library.between': z.object({ from: time, to: time, limit }),
  'library.papers': z.object({ ids: z.array(id).check(z.maxLength(500)) }),
  'papers.bulk': z.object({
    opId,
    ids: z.array(id).check(z.maxLength(200_000)),
    change: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('status'), status }),
      z.object({ kind: z.literal('tag'), name: filled(200), on: z.boolean() }),
      z.object({ kind: z.literal('delete') }),
      z.object({ kind: z.literal('restore') }),
    ]),
  }),
  'paper.delete': z.object({ opId, id }),
  'paper.restore': z.object({ opId, id }),
  'paper.merge': z.object({ opId, ids: z.array(id).check(z.minLength(2), z.maxLength(100)) }),
  'papers.different': z.object({
    ids: z.array(id).check(z.minLength(2), z.maxLength(100)),
    different: z.boolean(),
  }),
  'paper.unmerge': z.object({ opId, id }),
  'paper.history': z.object({ id, before: z.nullable(offset), limit }),
  'trash.list': z.object({ after: z.nullable(time), limit }),
  'trash.empty': z.null(),
  'tags.counted': z.null(),
  'tag.rename': z.object({ opId, id: filled(200), name: filled(200) }),
  'tag.recolour': z.object({ opId, id: filled(200), colour: offset }),
  'tag.merge': z.object({ opId, id: filled(200), into: filled(200) }),
  'tag.delete': z.object({ opId, id: filled(200) }),
  'backup.list': z.null(),
  'backup.now': z.null(),
  'backup.folder': z.object({ isNew: z.boolean() }),
  'backup.take': z.object({ name: filled(200) }),
  'backup.preview': z.object({ id: filled(100) }),
  'backup.restore': z.object({ opId, id: filled(100), mode: z.enum(['merge', 'replace']) }),
  'backup.progress': z.object({ opId }),
  'backup.cancel': z.object({ opId }),
  'health.last': z.null(),
  'topics.load': z.null(),
  'topics.save': z.object({ topics: z.array(topic), ...topicsHead }),
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
  'export.head': z.null(),
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
  'page.annotate': z.object({ tabId: z.int() }),
  'sites.allowed': z.null(),
};
