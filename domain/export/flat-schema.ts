import * as z from 'zod/mini';
import { STATUSES } from '@/domain/paper/paper';

/* The form of the JSON for scripts. Every name is always there; what is not known is `null` or empty. */

const day = z.nullable(z.string().check(z.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)));
const moment = z.nullable(z.iso.datetime());
const some = z.nullable(z.string());

const flatAuthor = z.object({
  /** As the page or the file wrote it. */
  name: z.string(),
  /** With its particle; of a group the whole name. */
  family: z.string(),
  given: z.string(),
  suffix: z.string(),
  group: z.boolean(),
});

const flatHighlight = z.object({
  field: z.enum(['title', 'abstract']),
  text: z.string(),
  comment: z.string(),
  colour: z.string(),
  created: z.iso.datetime(),
});

/** One paper. */
const flatPaperSchema = z.object({
  id: z.string(),
  keys: z.array(z.string()),
  title: z.string(),
  authors: z.array(flatAuthor),
  /** Whether the list of authors leaves some out ("et al."). */
  more_authors: z.boolean(),
  abstract: z.string(),
  year: z.nullable(z.int()),
  /** As exact as it is known: `2024`, `2024-06`, `2024-06-20`. */
  published: day,
  venue: some,
  volume: some,
  issue: some,
  pages: some,
  version: some,
  url: some,
  doi: some,
  arxiv: some,
  pmid: some,
  code: some,
  pdf: some,
  status: z.nullable(z.enum(STATUSES)),
  tags: z.array(z.string()),
  /** The names of its topic and theme, where the library was grouped. */
  topic: some,
  theme: some,
  /** Markdown. */
  note: z.string(),
  highlights: z.array(flatHighlight),
  saved: moment,
  created: z.iso.datetime(),
  updated: z.iso.datetime(),
});
export type FlatPaper = z.infer<typeof flatPaperSchema>;

/** The whole file: a list of papers. */
export const flatSchema = z.array(flatPaperSchema);
