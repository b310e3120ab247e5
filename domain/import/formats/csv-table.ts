import { COLUMNS, type Column } from '@/domain/export/formats/csv';
import { idsFromLink } from '@/domain/identity/identity-links';
import { STATUSES } from '@/domain/paper/paper';
import { paperKey } from '@/domain/identity/paper-key';
import { webAddress } from '@/domain/web-address';

/** Which column of a file holds what: by its number from 0. */
export type ColumnChoice = Partial<Record<Column, number>>;

/** How a table is read. */
export interface TableChoice {
  columns: ColumnChoice;
  /** Whether its first row is a paper, not the names of its columns. */
  isHeadless: boolean;
}

/** Names that other tools and persons give to columns, small and without what says whose they are. */
const NAMES: Record<Column, RegExp> = {
  key: /^(?:keys?|id|ids|arxiv(?: ?id)?|doi)$/,
  title: /^(?:title|name|paper|article|titles|titre|titel|título|题名|标题)$/,
  authors:
    /^(?:authors?|author\/s|creators?|author names?|authors? full names?|autor(?:en|es)?|作者)$/,
  abstract: /^(?:abstract|abstract ?note|summary|摘要)$/,
  url: /^(?:urls?|links?|doi ?\/ ?(?:link|url)|(?:link|url) ?\/ ?doi|address|pdf (?:url|link)|doi link|doi url|source url|web ?page)$/,
  status: /^(?:status|state|read|read(?:ing)? status|progress)$/,
  tags: /^(?:tags?|manual tags|author keywords|keywords?|labels?|categories|topics?)$/,
  note: /^(?:notes?|comments?|remarks?|annotation)$/,
  highlights: /^(?:highlights?|annotations|passages?|quotes?)$/,
  saved:
    /^(?:saved|added|date ?(?:added|saved)|(?:added|saved|highlighted|created) ?(?:at|on|date|time)?)$/,
  published:
    /^(?:published|year|date|(?:publication|published|pub|issue) ?(?:year|date)|date published|year published)$/,
  venue:
    /^(?:venue|journal|journal title|publication title|journal\/book|source title|conference|booktitle|container title|publication|source)$/,
  volume: /^(?:volume|vol|journal volume)$/,
  issue: /^(?:issue|number|issue number|journal issue)$/,
  pages: /^(?:pages|page)$/,
  version: /^version$/,
  code: /^(?:code|repository|code (?:url|link))$/,
  pdf: /^pdf$/,
};

/** Columns of ids, beside the one that is chosen: databases write one for each scheme. */
const IDS: Readonly<Record<string, RegExp>> = {
  doi: /^(?:doi|digital object identifier)$/,
  pmid: /^(?:pmid|pubmed ?id)$/,
  pmcid: /^(?:pmc ?id|pmc)$/,
  arxiv: /^arxiv(?: ?id)?$/,
};

const bareName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[_-]+/g, ' ')
    .replace(/\((e?s)\)$/, '$1')
    .replace(
      /^(?:my|paper|article|item|document|book|page)\s+(?=\S)(?!type|series|edit|group|start|end)/,
      '',
    );

/** What the Web of Science's tags say in the first row of its tables (https://webofscience.help.clarivate.com). */
const WOS_TAGS: Readonly<Record<string, string>> = {
  ti: 'title',
  au: 'authors',
  af: 'author full names',
  ab: 'abstract',
  so: 'journal',
  py: 'year',
  vl: 'volume',
  is: 'issue',
  de: 'keywords',
  di: 'doi',
  pm: 'pmid',
};

/** The names of a table's columns, small and bare. */
function namesIn(head: readonly string[]): string[] {
  const names = head.map(bareName);
  const isWos = ['pt', 'au', 'ti'].every((tag) => names.includes(tag));
  return isWos ? names.map((name) => WOS_TAGS[name] ?? name) : names;
}

/** Columns that hold ids by their names, by scheme. */
export const idColumns = (head: readonly string[]): [scheme: string, column: number][] =>
  Object.entries(IDS).flatMap(([scheme, pattern]): [string, number][] => {
    const column = namesIn(head).findIndex((name) => pattern.test(name));
    return column < 0 ? [] : [[scheme, column]];
  });

/** The columns of the first and the last page, where databases have them apart. */
export const pageColumns = (head: readonly string[]): number[] =>
  [/^(?:start ?page|page start|bp)$/, /^(?:end ?page|page end|ep)$/].flatMap((pattern) => {
    const column = namesIn(head).findIndex((name) => pattern.test(name));
    return column < 0 ? [] : column;
  });

/**
 * The columns of a file by what they are called; empty where nothing tells. Of several with ids it is the one
 * that has most in `rows`: a tool's own numbers identify no paper elsewhere.
 */
function columnsByName(head: readonly string[], rows: readonly string[][] = []): ColumnChoice {
  const names = namesIn(head);
  const ids = (index: number): number =>
    rows.filter((row) => isId(row[index]?.trim() ?? '')).length;
  /** A date beside its year. */
  const exact = (index: number): number =>
    rows.filter((row) => /^\d{4}-\d{2}/.test(row[index]?.trim() ?? '')).length;
  return Object.fromEntries(
    COLUMNS.flatMap((column) => {
      const found = names.flatMap((name, index) => (NAMES[column].test(name) ? index : []));
      const isFull = (index: number): number => Number(/full/.test(names[index] ?? ''));
      const worth = column === 'key' ? ids : column === 'published' ? exact : isFull;
      const [best] = found.toSorted((a, b) => worth(b) - worth(a));
      return best === undefined ? [] : [[column, best]];
    }),
  );
}

const isLink = (cell: string): boolean => webAddress(cell) !== undefined;

/** One of our keys, or an arXiv id or a DOI as it is. */
const isId = (cell: string): boolean => {
  if (isLink(cell)) return Object.keys(idsFromLink(cell)).length > 0 && /doi\.org/.test(cell);
  const [first = ''] = cell.split(/\s*\|\s*/);
  const [, scheme = '', value = first] = /^([a-z][a-z0-9]*):\s*(.+)$/i.exec(first) ?? [];
  const schemes = scheme === '' ? ['arxiv', 'doi'] : [scheme.toLowerCase()];
  return schemes.some((one) => one === 'title' || paperKey(one, value) !== undefined);
};

/** Words that a title has at least, and letters that an abstract has. */
const TITLE_WORDS = 3;
const ABSTRACT_LENGTH = 300;

const mean = (values: readonly number[]): number =>
  values.reduce((all, value) => all + value, 0) / Math.max(1, values.length);

/** What most cells of a column are, as far as that shows; the first column of a kind counts. */
function columnsByContent(rows: readonly string[][]): ColumnChoice {
  const columns: ColumnChoice = {};
  const wordiness = new Map<number, number>();
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (let index = 0; index < width; index++) {
    const cells = rows.map((row) => row[index]?.trim() ?? '').filter(Boolean);
    const most = (test: (cell: string) => boolean): boolean =>
      cells.length > 0 && cells.filter(test).length * 2 > cells.length;
    if (most(isLink)) columns.url ??= index;
    else if (most(isId)) columns.key ??= index;
    else if (most((cell) => STATUSES.some((status) => status === cell))) columns.status ??= index;
    else if (mean(cells.map((cell) => cell.length)) > ABSTRACT_LENGTH) columns.abstract ??= index;
    else wordiness.set(index, mean(cells.map((cell) => cell.split(/\s+/).length)));
  }
  const [title, words = 0] = [...wordiness].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return title !== undefined && words >= TITLE_WORDS ? { ...columns, title } : columns;
}

/** Whether a row is a paper itself: it names no column, and has an id or a link. */
const isPaper = (row: readonly string[]): boolean =>
  Object.keys(columnsByName(row)).length === 0 &&
  row.some((cell) => isId(cell.trim()) || Object.keys(idsFromLink(cell.trim())).length > 0);

/** How a table is read whose first rows are these. */
export const guessTable = (rows: readonly string[][], isHeadless?: boolean): TableChoice =>
  (isHeadless ?? isPaper(rows[0] ?? []))
    ? { columns: columnsByContent(rows), isHeadless: true }
    : { columns: columnsByName(rows[0] ?? [], rows.slice(1)), isHeadless: false };

/** Whether a row says which paper it is. */
export const namesPaper = ({ title, key, url }: ColumnChoice): boolean =>
  [title, key, url].some((column) => column !== undefined);
