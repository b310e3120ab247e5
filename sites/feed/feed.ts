import type { Entry } from '@/domain/entry';
import { idsFromLink, idsFromText } from '@/domain/identity/identity-links';
import { collapse, placeText } from '@/domain/text';
import { fromMarkup } from '@/domain/text/markup';
import { namesIn } from '@/sites/digest/names';
import { register } from '@/sites/digest/research';
import { entryOf } from '@/sites/read/entry';
import { absolute } from '@/sites/read/links';
import { isoDate } from '@/sites/read/words';
import { type Item, jsonItems, xmlItems } from './items';
import { type ShownSource, shownSource } from './shown';

/** What arXiv and others put before the abstract in their feeds. */
const LEAD = /^\s*(?:arXiv:\S+\s+Announce Type:\s*\S+\s+)?(?:Abstract:\s*)?/i;

/** The share of a feed's items that must name papers, or read like abstracts, for it to list papers. */
const PAPER_SHARE = 0.5;
/** How much a summary must read like an abstract. */
const SPOKEN = 0.4;

/** What parts the lines of a summary that is written as markup. */
const LINE = /(?:<|&lt;)(?:br|\/p|\/div|\/li)\b[^<>&]*(?:>|&gt;)|\n/i;
/** Words of a line of an abstract. */
const SENTENCE = 12;

/**
 * The authors in a summary's first line, where a feed has no element for them, and what the summary says besides: lines
 * of a few words name the journal and its DOI.
 */
function bylineOf(summary: string): { authors: string[]; rest: string } | undefined {
  const [first = '', ...lines] = summary.split(LINE);
  const authors = lines.length > 0 ? namesIn(collapse(fromMarkup(first))) : undefined;
  if (!authors) return undefined;
  const rest = lines
    .map(fromMarkup)
    .filter((line) => line.trim().split(/\s+/).length >= SENTENCE)
    .join(' ');
  return { authors, rest };
}

/** Names of an author's element, or of several that share one. */
const namesOf = (said: string): string[] => {
  const plain = collapse(fromMarkup(said)).replace(/^\S+@\S+ \((.*)\)$/, '$1');
  return namesIn(plain) ?? (plain === '' ? [] : [plain]);
};

interface Read {
  item: Item;
  links: string[];
  ids: Record<string, string>;
  authors: string[];
  abstract: string;
}

function readItem(item: Item, url: URL): Read {
  const links = [...new Set(item.links.flatMap((link) => absolute(link, url) ?? []))];
  const summary = item.summary?.said ?? '';
  const ids = Object.assign(
    {},
    idsFromText(summary.slice(0, 200)),
    ...links.map(idsFromLink),
  ) as Record<string, string>;
  const stated = item.authors.flatMap(namesOf);
  const byline = stated.length > 0 ? undefined : bylineOf(summary);
  const told = byline ? byline.rest : fromMarkup(summary);
  const abstract = collapse(fromMarkup(told)).replace(LEAD, '');
  return { item, links, ids, authors: byline?.authors ?? stated, abstract };
}

/** The abstract where its feed shows it letter for letter; none where it is written as markup. */
function abstractPlace({ item: { summary }, abstract }: Read, source: ShownSource) {
  if (!summary) return [];
  const lead = LEAD.exec(summary.said)?.[0].length ?? 0;
  const place = source.placeOf(summary.start + lead, summary.end);
  return placeText(place) === abstract ? place : [];
}

function entryFrom(read: Read, source: ShownSource): Entry | undefined {
  const { item, links, ids, authors, abstract } = read;
  const place = source.placeOf(item.title.start, item.title.end);
  const text = collapse(fromMarkup(item.title.said));
  return entryOf({
    title: { place, text },
    abstract: abstractPlace(read, source),
    abstractText: abstract,
    authors,
    ids,
    links,
    // The day of a time: `2024-01-01T00:00:00Z`.
    date: isoDate(item.date.replace(/(\d)T\d.*$/, '$1')),
    root: null,
  });
}

const isPaper = ({ ids, abstract }: Read): boolean =>
  Object.keys(ids).length > 0 || register(abstract) >= SPOKEN;

/**
 * The entries of a feed that the browser shows as its source: RSS and Atom, as text or as Chromium's tree of XML, and
 * JSON Feed. `null` for a page that shows no feed, and none where most items are no papers: of news, say.
 */
export function feedEntries(page: Document, url: URL): Entry[] | null {
  const source = shownSource(page);
  if (!source) return null;
  const head = source.text.slice(0, 3_000);
  const items = /<(?:rss|feed|rdf:RDF)[\s>]/.test(head)
    ? xmlItems(source.text)
    : jsonItems(source.text);
  if (items.length === 0) return null;
  const read = items.map((item) => readItem(item, url));
  const papers = read.filter(isPaper);
  return papers.length < items.length * PAPER_SHARE
    ? []
    : papers.flatMap((one) => entryFrom(one, source) ?? []);
}
