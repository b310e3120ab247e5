import { COLUMNS, type Column } from '@/domain/export/formats/csv';
import { isoDate } from '@/domain/import/dates';
import { readLinks } from '@/domain/import/foreign-links';
import { idsFromLink } from '@/domain/identity/identity-links';
import { STATUSES } from '@/domain/paper/paper';
import { paperKey } from '@/domain/identity/paper-key';
import { webAddress } from '@/domain/web-address';
import { NAMES, OWN_NAMES } from './csv-names';

/** Which column of a file holds what: by its number from 0. */
export type ColumnChoice = Partial<Record<Column, number>>;

/** How a table is read. */
export interface TableChoice {
  columns: ColumnChoice;
  /** Whether its first row is a paper, not the names of its columns. */
  isHeadless: boolean;
}

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
 * The columns of a file by what they are called; empty where nothing tells. Of several that may hold the same it is the
 * one in which `rows` have it: a tool's own numbers identify no paper elsewhere, an address may be a city.
 */
function columnsByName(head: readonly string[], rows: readonly string[][] = []): ColumnChoice {
  const names = namesIn(head);
  const cells = (index: number): string[] =>
    rows.map((row) => row[index]?.trim() ?? '').filter(Boolean);
  const count = (index: number, is: (cell: string) => boolean): number =>
    cells(index).filter(is).length;
  /** What tells the better of two columns, the most telling first. */
  const worth = (column: Column, index: number): number[] => {
    const name = names[index] ?? '';
    const isOwn = Number(OWN_NAMES[column]?.test(name) ?? false);
    if (column === 'key') return [count(index, isId)];
    if (column === 'url') return [Number(count(index, isAddress) > 0), isOwn];
    if (column === 'published') return [count(index, isExactDate), cells(index).length];
    return [Number(cells(index).length > 0), Number(name.includes('full')), isOwn];
  };
  return Object.fromEntries(
    COLUMNS.flatMap((column) => {
      const [best] = names
        .flatMap((name, index) => (NAMES[column].test(name) ? index : []))
        .toSorted((a, b) => byWorth(worth(column, b), worth(column, a)));
      return best === undefined ? [] : [[column, best]];
    }),
  );
}

const byWorth = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

const isExactDate = (cell: string): boolean => (isoDate(cell)?.length ?? 0) > 'YYYY'.length;

/** Whether a cell has an address, an id in its place, or an address without its scheme. */
const isAddress = (cell: string): boolean => {
  const { links, ids } = readLinks([cell.split(/\s+/)[0]]);
  return links.length > 0 || Object.keys(ids).length > 0;
};

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
