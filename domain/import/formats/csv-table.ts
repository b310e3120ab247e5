import { COLUMNS, type Column } from '@/domain/export/formats/csv';
import { idsFromLink } from '@/domain/identity-links';
import { STATUSES } from '@/domain/paper';
import { paperKey } from '@/domain/paper-key';

/** Which column of a file holds what: by its number from 0. */
export type ColumnChoice = Partial<Record<Column, number>>;

/** How a table is read. */
export interface TableChoice {
  columns: ColumnChoice;
  /** Whether its first row is a paper, not the names of its columns. */
  isHeadless: boolean;
}

/** Names that other tools give to columns. */
const NAMES: Record<Column, RegExp> = {
  key: /^(?:key|keys|id|arxiv(?: ?id)?|doi)$/i,
  title: /^(?:title|name|paper)$/i,
  authors: /^(?:authors?|creators?)$/i,
  abstract: /^(?:abstract|abstract ?note|summary)$/i,
  url: /^(?:url|link|links?|address|pdf)$/i,
  status: /^(?:status|state|read)$/i,
  tags: /^(?:tags?|manual tags|keywords?|labels?|categories)$/i,
  note: /^(?:notes?|comments?|remarks?)$/i,
  highlights: /^(?:highlights?|annotations?)$/i,
  saved: /^(?:saved|added|date ?added|created|saved ?at)$/i,
};

/** The columns of a file by what they are called; empty where nothing tells. */
const columnsByName = (head: readonly string[]): ColumnChoice =>
  Object.fromEntries(
    COLUMNS.flatMap((column) => {
      const at = head.findIndex((name) => NAMES[column].test(name.trim()));
      return at < 0 ? [] : [[column, at]];
    }),
  );

const isLink = (cell: string): boolean => /^https?:\/\/\S+$/i.test(cell);

const isId = (cell: string): boolean =>
  !isLink(cell) &&
  ['arxiv', 'doi'].some((scheme) => paperKey(scheme, cell.replace(/^(?:arxiv|doi):\s*/i, '')));

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
    : { columns: columnsByName(rows[0] ?? []), isHeadless: false };

/** Whether a row says which paper it is. */
export const isTelling = ({ title, key, url }: ColumnChoice): boolean =>
  [title, key, url].some((column) => column !== undefined);
