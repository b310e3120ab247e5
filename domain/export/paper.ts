import { dateOfIds, type Facts, FACTS, type Stated, yearOf } from '@/domain/paper/facts';
import type { Colour, Field, LibraryPaper, Listing, PaperKey, Status } from '@/domain/paper/paper';
import { ownPageOf } from '@/domain/identity/addresses/own-page';
import { idsOfKeys } from '@/domain/identity/published';
import { between, pattern, stems } from '@/domain/text/phrases';
import type { HighlightDocument, PaperDocument } from './schema';

/** A passage as other tools' formats write it. */
export interface ExportHighlight {
  id: string;
  field: Field;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  colour: Colour;
  comment: string;
  source: string;
  createdAt: number;
}

/** A paper as other tools' formats write it: what is there, and nothing of what was removed. */
export interface ExportPaper {
  id: string;
  keys: PaperKey[];
  /** By scheme, titles excepted. */
  ids: Record<string, string>;
  title: string;
  /** Full names, given name first mostly. */
  authors: string[];
  abstract: string;
  links: string[];
  /** Its own page; empty where none is known. */
  url: string;
  listings: Listing[];
  status: Status | null;
  /** Names. */
  tags: string[];
  /** The names of its topic and theme, where it is in one. */
  topic?: string | undefined;
  theme?: string | undefined;
  /** Markdown. */
  note: string;
  highlights: ExportHighlight[];
  /** Further facts. Where nothing states when it appeared, `published` is what an id says. */
  facts: Stated;
  kind: PublicationType;
  /** Of `facts.published`. */
  year?: number | undefined;
  /** 1 to 12, and the day of it from 1. */
  month?: number | undefined;
  day?: number | undefined;
  savedAt: number | null;
  createdAt: number;
  updatedAt: number;
}

/** What kind of publication a paper is, for formats that have types. */
export type PublicationType = 'conference' | 'journal' | 'preprint' | 'other';

/** Schemes whose papers are of conferences. */
const CONFERENCE_IDS = ['acl', 'pmlr', 'neurips', 'cvf', 'ecva', 'aaai', 'virtual', 'openreview'];
const PREPRINT_IDS = ['arxiv', 'ssrn', 'hal', 'iacr'];

/** Venues that are conferences, by what they are called; most journals say nothing of the kind. */
const CONFERENCE = pattern(
  'i',
  stems(
    String.raw`proc(?:eedings|\.), conference, conf\., symposium, workshop, meeting of, annual meeting, congress`,
  ),
  between(
    '^',
    `
    (?:findings of )?(?:acl|emnlp|naacl|eacl|aacl|coling|conll|lrec), neurips, nips, icml, iclr, aistats, uai,
    colt, aaai, ijcai, ecai, kdd, sigir, sigmod, vldb, icde, www, wsdm, cikm, recsys, chi, uist, cscw, cvpr,
    iccv, eccv, wacv, bmvc, miccai, siggraph, icra, iros, corl, rss, interspeech, icassp, stoc, focs, soda,
    popl, pldi, icse, fse, osdi, sosp, nsdi, usenix, ccs, ndss
  `,
    String.raw`\b`,
  ),
);

/** The kind of a paper: by where it appeared, else by the ids that it has. */
function kindOf(
  ids: Readonly<Record<string, string | undefined>>,
  venue?: string,
): PublicationType {
  const has = (schemes: readonly string[]): boolean => schemes.some((scheme) => ids[scheme]);
  if (venue && CONFERENCE.test(venue)) return 'conference';
  if (venue) return has(CONFERENCE_IDS) && !ids['pmid'] ? 'conference' : 'journal';
  if (has(CONFERENCE_IDS)) return 'conference';
  if (has(PREPRINT_IDS)) return 'preprint';
  return ids['doi'] || ids['pmid'] ? 'journal' : 'other';
}

/** What is known of when and where a paper appeared, as writers need it. */
export function printedOf(
  ids: Readonly<Record<string, string | undefined>>,
  known: Facts,
): Pick<ExportPaper, 'facts' | 'kind' | 'year' | 'month' | 'day'> {
  const facts = Object.fromEntries(
    FACTS.flatMap((name) => (known[name] ? [[name, known[name].value]] : [])),
  ) as Stated;
  facts.published ??= dateOfIds(ids);
  const [, month, day] = facts.published?.split('-').map(Number) ?? [];
  return {
    facts,
    kind: kindOf(ids, facts.venue),
    ...(facts.published ? { year: yearOf(facts.published) } : {}),
    ...(month ? { month } : {}),
    ...(day ? { day } : {}),
  };
}

/** First and last page, where pages are a range or a single one. */
export function pageRange(pages: string | undefined): { first?: string; last?: string } {
  const [first, last, ...more] = (pages ?? '').split(/\s*[-–]\s*/u);
  if (!first || more.length > 0) return {};
  return last ? { first, last } : { first };
}

const live = ({ removed }: HighlightDocument): boolean => removed !== true;

/** What a document of the library and a paper of our own pages have alike. */
type Alike = Pick<
  LibraryPaper,
  'id' | 'keys' | 'title' | 'authors' | 'abstract' | 'links' | 'status'
> & { facts?: Facts | undefined };

function alike({ id, keys, title, authors, abstract, links, status, facts = {} }: Alike) {
  const ids = idsOfKeys(keys);
  const url = ownPageOf(keys) ?? links[0] ?? '';
  return { id, keys, ids, title, authors, abstract, links, url, status, ...printedOf(ids, facts) };
}

/** A paper of the library for other tools; `null` for one that was removed. `tagName` gives a tag's name by its id. */
export function exportPaper(
  document: PaperDocument,
  tagName: (id: string) => string,
): ExportPaper | null {
  if (document.removed) return null;
  const { savedAt, createdAt, updatedAt } = document;
  return {
    ...alike(document),
    listings: document.listings.map((listing) => ({ ...listing })),
    tags: document.tags.map(tagName).toSorted(),
    note: document.note.text,
    highlights: document.highlights.filter(live),
    savedAt,
    createdAt,
    updatedAt,
  };
}

/** A paper of our own pages, for copying it as BibTeX or Markdown. */
export function paperToCopy(paper: LibraryPaper): ExportPaper {
  const { listings, savedAt, createdAt, updatedAt } = paper;
  return {
    ...alike(paper),
    listings,
    tags: paper.tags.map(({ name }) => name).toSorted(),
    note: paper.note.text,
    highlights: paper.highlights.map(({ quote, position, ...highlight }) => ({
      ...highlight,
      ...quote,
      ...position,
    })),
    savedAt,
    createdAt,
    updatedAt,
  };
}

/** `2026-01-31T09:00:00.000Z`. */
export const isoTime = (at: number): string => new Date(at).toISOString();
