import { publishedIn } from '@/domain/identity/published';
import type { Highlight, Status } from '@/domain/paper/paper';
import type { PartRecord } from '@/domain/paper/record';
import type { Notice } from '@/domain/paper/notices';
import type { Calendar } from './dates';
import type { Nameable } from './names';
import type { NewsKind, HasPart, TextField } from './query';

/** A paper as it is searched. */
export interface SearchDocument {
  id: string;
  /** Older ids of it: papers that turned out to be this one. */
  aliases: string[];
  /** Whether the library lists it. A dismissed paper without a note, tag or highlight is not listed. */
  isListed: boolean;
  title: string;
  authors: string[];
  abstract: string;
  note: string;
  /** Passages and the comments on them. */
  highlights: string[];
  /** Where it appeared; empty where that is not known. */
  venue: string;
  /** When it appeared. */
  year: number | null;
  keys: string[];
  /** Ids. */
  tags: string[];
  status: Status | null;
  /** Names of the sites that listed it: adapter ids and hosts. */
  sites: string[];
  /** When it entered the library; when it was changed: milliseconds since 1970. */
  listedAt: number;
  updatedAt: number;
  hasLink: boolean;
  /** News from lists that the person has not seen. */
  news: NewsKind[];
}

/** What names in a query are looked up in. */
export interface SearchContext {
  tags: Nameable[];
  /** With the ids of their papers. */
  topics: (Nameable & { members: string[] })[];
  calendar: Calendar;
}

/** The texts of a field: words of different ones are never neighbours. */
export function textsOf(document: SearchDocument, field: TextField): readonly string[] {
  switch (field) {
    case 'title':
      return [document.title];
    case 'author':
      return document.authors;
    case 'abstract':
      return [document.abstract];
    case 'note':
      return [document.note];
    case 'highlight':
      return document.highlights;
    case 'venue':
      return [document.venue];
    case 'id':
      return document.keys;
  }
}

/** What a paper has. */
export const partsHad = (document: SearchDocument): HasPart[] => [
  ...(document.note.trim() === '' ? [] : (['note'] as const)),
  ...(document.highlights.length === 0 ? [] : (['highlight'] as const)),
  ...(document.tags.length === 0 ? [] : (['tag'] as const)),
  ...(document.abstract.trim() === '' ? [] : (['abstract'] as const)),
  ...(document.hasLink ? (['link'] as const) : []),
];

/** The host of an address as a person names it; empty where there is none. */
const hostOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';

/** What a document is made of, wherever the paper comes from: the library's rows or a page's papers. */
export interface Searched
  extends Pick<PartRecord, 'id' | 'aliases' | 'title' | 'authors' | 'abstract' | 'keys' | 'links'>,
    Pick<PartRecord, 'facts' | 'listings' | 'status' | 'updatedAt'> {
  /** The text of the note. */
  note: string;
  /** Ids. */
  tags: string[];
  highlights: readonly Pick<Highlight, 'quote' | 'comment'>[];
  notices: readonly Pick<Notice, 'kind'>[];
  /** When it entered the library, milliseconds since 1970; absent where it is not in the library's list. */
  listedAt?: number | undefined;
}

/** A paper as it is searched. */
export const documentOf = (paper: Searched): SearchDocument => ({
  id: paper.id,
  aliases: paper.aliases,
  isListed: paper.listedAt !== undefined,
  title: paper.title,
  authors: paper.authors,
  abstract: paper.abstract,
  note: paper.note,
  highlights: paper.highlights.flatMap(({ quote, comment }) =>
    comment === '' ? [quote.exact] : [quote.exact, comment],
  ),
  venue: paper.facts?.venue?.value ?? '',
  year: publishedIn(paper),
  keys: paper.keys,
  tags: paper.tags,
  status: paper.status,
  sites: [
    ...new Set(paper.listings.flatMap(({ site, url }) => [site, hostOf(url)]).filter(Boolean)),
  ],
  listedAt: paper.listedAt ?? paper.updatedAt,
  updatedAt: paper.updatedAt,
  hasLink: paper.links.length > 0,
  news: paper.notices.map(({ kind }) => kind),
});
