import { field, list, parse, text as textOf } from '@/sites/read/values';

/** A stretch of a feed's source, and what it says there. */
export interface Stretch {
  start: number;
  end: number;
  said: string;
}

/** One item of a feed as its source says it. */
export interface Item {
  title: Stretch;
  summary: Stretch | undefined;
  links: string[];
  authors: string[];
  date: string;
}

/** How much of an item is read, characters. */
const LONGEST = 50_000;

const CDATA = /^\s*<!\[CDATA\[([^]*?)\]\]>\s*$/;

/** The items of XML, one behind the other: each from its opening tag to its closing one. */
function* itemsOf(source: string): Generator<{ item: string; start: number }> {
  const opening = /<(item|entry)(?:\s[^<>]*)?>/g;
  for (let open = opening.exec(source); open; open = opening.exec(source)) {
    const end = source.indexOf(`</${open[1]}`, opening.lastIndex);
    if (end < 0) return;
    const start = opening.lastIndex;
    yield { item: source.slice(start, Math.min(end, start + LONGEST)), start };
    opening.lastIndex = end;
  }
}

/** The first element of some names in an item, without the marks around text that is not parsed. */
function element(item: string, start: number, names: string): Stretch | undefined {
  const open = new RegExp(`<(${names})(?:\\s[^<>]*)?>`).exec(item);
  if (!open) return undefined;
  const from = open.index + open[0].length;
  const end = item.indexOf(`</${open[1]}`, from);
  if (end < 0) return undefined;
  const inner = item.slice(from, end);
  const cdata = CDATA.exec(inner);
  if (!cdata) return { start: start + from, end: start + end, said: inner };
  const said = cdata[1] ?? '';
  const at = start + from + inner.indexOf('<![CDATA[') + '<![CDATA['.length;
  return { start: at, end: at + said.length, said };
}

const all = (item: string, pattern: RegExp): string[] =>
  [...item.matchAll(pattern)].map((match) =>
    (match[1] ?? '').replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').trim(),
  );

const linksOf = (item: string): string[] => [
  ...all(item, /<link\b[^<>]{0,500}?\shref\s*=\s*["']([^"'<>]{1,2000})["']/g),
  ...all(item, /<link(?:\s[^<>]*)?>([^<]+)<\/link>/g),
  ...all(item, /<(?:guid|id|prism:url|feedburner:origLink)(?:\s[^<>]*)?>([^<]+)</g),
  ...all(item, /<(?:prism:doi|dc:identifier)(?:\s[^<>]*)?>(?:doi:)?([^<]+)</g).map((doi) =>
    doi.startsWith('10.') ? `https://doi.org/${doi}` : doi,
  ),
];

const authorsOf = (item: string): string[] => [
  ...all(item, /<dc:creator(?:\s[^<>]*)?>((?:<!\[CDATA\[)?[^<]+)/g),
  ...all(item, /<name(?:\s[^<>]*)?>([^<]+)</g),
  ...all(item, /<author(?:\s[^<>]*)?>([^<]*[^\s<][^<]*)</g),
];

/** The items of RSS (https://www.rssboard.org/rss-specification), RSS 1.0 and Atom (RFC 4287). */
export function xmlItems(source: string): Item[] {
  const items: Item[] = [];
  for (const { item, start } of itemsOf(source)) {
    const title = element(item, start, 'title');
    if (!title) continue;
    const date =
      element(item, start, 'pubDate|published|dc:date|prism:publicationDate') ??
      element(item, start, 'updated');
    items.push({
      title,
      summary:
        element(item, start, 'abstract|summary|description') ??
        element(item, start, 'content:encoded|content'),
      links: linksOf(item),
      authors: authorsOf(item),
      date: date?.said ?? '',
    });
  }
  return items;
}

/** A string of JSON where the source spells it, from a place on. */
function jsonString(source: string, value: unknown, from: number): Stretch | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const spelt = JSON.stringify(value);
  const at = source.indexOf(spelt, from);
  return at < 0 ? undefined : { start: at + 1, end: at + spelt.length - 1, said: value };
}

/** The items of a JSON Feed (https://www.jsonfeed.org/version/1.1). */
export function jsonItems(source: string): Item[] {
  if (!/^\s*\{[^]{0,2000}jsonfeed\.org\/version/.test(source)) return [];
  let reached = 0;
  return list(field(parse(source), 'items')).flatMap((item) => {
    const title = jsonString(source, field(item, 'title'), reached);
    if (!title) return [];
    reached = title.end;
    const summary = ['summary', 'content_text', 'content_html']
      .map((name) => jsonString(source, field(item, name), 0))
      .find(Boolean);
    const authors = [...list(field(item, 'authors')), field(item, 'author')];
    return {
      title,
      summary,
      links: ['url', 'external_url', 'id'].map((name) => textOf(field(item, name))),
      authors: authors.map((author) => textOf(field(author, 'name'))).filter(Boolean),
      date: textOf(field(item, 'date_published')),
    };
  });
}
