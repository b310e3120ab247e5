import type { Colour, Field, LibraryPaper, Listing, PaperKey, Status } from '@/domain/paper/paper';
import { keyScheme } from '@/domain/identity/paper-key';
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
  /** Markdown. */
  note: string;
  highlights: ExportHighlight[];
  /** When it appeared, as far as its ids say. */
  year?: number | undefined;
  /** 1 to 12. */
  month?: number | undefined;
  savedAt: number | null;
  createdAt: number;
  updatedAt: number;
}

/** Where a paper of a scheme is found. */
const PAGES: Record<string, (id: string) => string> = {
  arxiv: (id) => `https://arxiv.org/abs/${id}`,
  doi: (id) => `https://doi.org/${id}`,
  openreview: (id) => `https://openreview.net/forum?id=${id}`,
  acl: (id) => `https://aclanthology.org/${id}/`,
  pmid: (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`,
  pmcid: (id) => `https://pmc.ncbi.nlm.nih.gov/articles/PMC${id}/`,
};

/** The address of a paper's own page: by its strongest id that has one, else the first of its links. */
function pageOf(ids: Record<string, string>, links: string[]): string {
  for (const [scheme, page] of Object.entries(PAGES)) {
    const id = ids[scheme];
    if (id !== undefined) return page(id);
  }
  return links[0] ?? '';
}

/** Month and year that an id tells. arXiv: https://info.arxiv.org/help/arxiv_identifier.html; ACL: the year, or its last two digits. */
function dateOf(ids: Record<string, string>): { year?: number; month?: number } {
  const arxiv = /(?:^|\/)(\d{2})(\d{2})/.exec(ids['arxiv'] ?? '');
  if (arxiv) {
    const [years, month] = [Number(arxiv[1]), Number(arxiv[2])];
    return { year: years > 90 ? 1900 + years : 2000 + years, month };
  }
  const acl = /^(\d{4})\.|^[a-z](\d{2})-/i.exec(ids['acl'] ?? '');
  if (!acl) return {};
  const years = Number(acl[1] ?? acl[2]);
  return { year: acl[1] ? years : years > 50 ? 1900 + years : 2000 + years };
}

function idsOf(keys: readonly PaperKey[]): Record<string, string> {
  const ids: Record<string, string> = {};
  for (const key of keys)
    if (keyScheme(key) !== 'title') ids[keyScheme(key)] ??= key.slice(key.indexOf(':') + 1);
  return ids;
}

const live = ({ removed }: HighlightDocument): boolean => removed !== true;

/** A paper of the library for other tools; `null` for one that was removed. `tagName` gives a tag's name by its id. */
export function exportPaper(
  document: PaperDocument,
  tagName: (id: string) => string,
): ExportPaper | null {
  if (document.removed) return null;
  const { id, keys, title, authors, abstract, links, listings, status, note } = document;
  const ids = idsOf(keys);
  const { savedAt, createdAt, updatedAt } = document;
  return {
    id,
    keys,
    ids,
    title,
    authors,
    abstract,
    links,
    url: pageOf(ids, links),
    listings: listings.map((listing) => ({ ...listing })),
    status,
    tags: document.tags.map(tagName).toSorted(),
    note: note.text,
    highlights: document.highlights.filter(live),
    ...dateOf(ids),
    savedAt,
    createdAt,
    updatedAt,
  };
}

/** A paper as our own pages have it, for what is copied of it. */
export function paperToCopy(paper: LibraryPaper): ExportPaper {
  const { id, keys, title, authors, abstract, links, listings, status, savedAt } = paper;
  const ids = idsOf(keys);
  return {
    id,
    keys,
    ids,
    title,
    authors,
    abstract,
    links,
    url: pageOf(ids, links),
    listings,
    status,
    tags: paper.tags.map(({ name }) => name).toSorted(),
    note: paper.note.text,
    highlights: paper.highlights.map(({ quote, position, ...highlight }) => ({
      ...highlight,
      ...quote,
      ...position,
    })),
    ...dateOf(ids),
    savedAt,
    createdAt: paper.createdAt,
    updatedAt: paper.updatedAt,
  };
}

/** `2026-01-31T09:00:00.000Z`. */
export const isoTime = (at: number): string => new Date(at).toISOString();
