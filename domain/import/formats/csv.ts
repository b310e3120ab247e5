import { COLUMNS, type Column, readCell, splitNames } from '@/domain/export/formats/csv';
import { FACTS } from '@/domain/paper/facts';
import { factsOf } from '@/domain/paper/read-facts';
import { STATUSES } from '@/domain/paper/paper';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import {
  foreignItems,
  type ForeignHighlight,
  type ForeignPaper,
  timeOfDate,
} from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { type Bag, bags, text } from '@/domain/import/json';
import { Unreadable } from '@/domain/import/unreadable';
import { type ColumnChoice, guessTable, isTelling, type TableChoice } from './csv-table';

/** A row and the line it begins in. */
interface Row {
  line: number;
  cells: string[];
}

/** What parts the cells: the sign that the first line has most of. */
function separatorOf(whole: string): string {
  const head = whole.slice(0, whole.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => head.split(sign).length);
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Rows of more cells are no table of papers. */
const MOST_CELLS = 1_000;

/** Rows of a CSV text (RFC 4180). Fails (`Unreadable`) where a quoted cell is not closed, or a row too long. */
export function* csvRows(whole: string): Generator<Row> {
  const separator = separatorOf(whole);
  let line = 1;
  let row: Row = { line, cells: [] };
  let at = 0;
  while (at < whole.length) {
    let cell = '';
    if (whole.charAt(at) === '"') {
      const end = closing(whole, at, line);
      cell = whole.slice(at + 1, end).replaceAll('""', '"');
      line += cell.split('\n').length - 1;
      at = end + 1;
    }
    const next = new RegExp(`[${separator}\\r\\n]|$`, 'g');
    next.lastIndex = at;
    const stop = next.exec(whole)?.index ?? whole.length;
    row.cells.push(cell + whole.slice(at, stop));
    at = stop + 1;
    if (row.cells.length > MOST_CELLS)
      throw new Unreadable(`line ${line}: more than ${MOST_CELLS} cells`);
    if (whole.charAt(stop) === separator) {
      if (at === whole.length) row.cells.push('');
      continue;
    }
    if (whole.startsWith('\r\n', stop)) at += 1;
    line += 1;
    if (row.cells.some((value) => value !== '')) yield row;
    row = { line, cells: [] };
  }
  if (row.cells.some((value) => value !== '')) yield row;
}

/** Where the cell that a quote opens is closed. */
function closing(whole: string, from: number, line: number): number {
  for (let at = from + 1; ; at += 2) {
    at = whole.indexOf('"', at);
    if (at < 0) throw new Unreadable(`line ${line}: a cell in quotes is not closed`);
    if (whole.charAt(at + 1) !== '"') return at;
  }
}

/** Rows by which a table's columns are told. */
const HEAD = 20;

/** The first rows of a table, to choose its columns by. Fails as `csvRows` does. */
export function csvHead(start: string): string[][] {
  const found: string[][] = [];
  for (const { cells } of csvRows(start)) {
    found.push(cells.map(readCell));
    if (found.length === HEAD) break;
  }
  return found;
}

function highlightsOf(cell: string, place: string): ForeignHighlight[] {
  if (cell.trim() === '') return [];
  let list: unknown;
  try {
    list = JSON.parse(cell);
  } catch {
    // Other tools write passages as they are, one a line.
    return cell.split('\n').map((exact) => ({ exact }));
  }
  if (!Array.isArray(list)) throw new Unreadable(`${place}, highlights: expected a list`);
  return bags(list).map(({ exact, prefix, suffix, comment, colour, field, created }: Bag) => ({
    exact: text(exact) ?? '',
    prefix: text(prefix),
    suffix: text(suffix),
    comment: text(comment),
    colour: text(colour),
    field: text(field),
    at: timeOfDate(created),
  }));
}

/** Keys in a cell: ours, or an arXiv id or DOI as it is. */
const keysOfCell = (cell: string): string[] =>
  cell
    .split(/\s*\|\s*/)
    .filter(Boolean)
    .map((key) =>
      /^[a-z0-9]+:/.test(key) ? key : /^10\.\d{4,}\//.test(key) ? `doi:${key}` : `arxiv:${key}`,
    );

/** Columns that every file of ours begins with; later ones came with later versions. */
const FIRST_COLUMNS = COLUMNS.slice(0, COLUMNS.indexOf('saved') + 1);

/** How a file's columns are read. */
interface Reading {
  columns: ColumnChoice;
  /** Whether it is one of ours: what stands in a cell is known then. */
  isOurs: boolean;
}

function paperOf(cells: string[], { columns, isOurs }: Reading, place: string): ForeignPaper {
  const at = (column: Column): string => {
    const index = columns[column];
    return index === undefined ? '' : readCell(cells[index] ?? '');
  };
  const tags = at('tags');
  return {
    title: at('title'),
    authors: splitNames(at('authors')),
    abstract: at('abstract'),
    keys: keysOfCell(at('key')),
    links: at('url').split(/\s+/),
    status:
      columns.status === undefined
        ? 'saved'
        : (STATUSES.find((name) => name === at('status')) ?? null),
    tags: isOurs || tags.includes(';') ? splitNames(tags) : tags.split(','),
    note: at('note'),
    highlights: highlightsOf(at('highlights'), place),
    at: timeOfDate(at('saved')),
    facts: factsOf(Object.fromEntries(FACTS.map((name) => [name, at(name)])), 'csv'),
  };
}

/**
 * Reads CSV: `table` where a person chose how; else by the names in its first row, or, where that is a paper
 * itself, by what stands in its columns. Fails (`Unreadable`) when nothing tells the papers.
 */
export async function* readCsv(
  chunks: Chunks,
  now: number,
  table?: TableChoice,
): AsyncGenerator<Incoming> {
  const whole = await wholeText(chunks);
  const head = csvHead(whole);
  const [first] = head;
  if (!first) throw new Unreadable('The file is empty.');
  const { columns, isHeadless } = table ?? guessTable(head);
  if (!isTelling(columns))
    throw new Unreadable('line 1: expected a column for the title, the id or the link');
  const isOurs = !isHeadless && FIRST_COLUMNS.every((column, at) => first[at]?.trim() === column);
  const rows = csvRows(whole);
  if (!isHeadless) rows.next();
  for (const { line, cells } of rows) {
    const place = `line ${line}`;
    yield* foreignItems(paperOf(cells, { columns, isOurs }, place), place, now);
  }
}
