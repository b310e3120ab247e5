import { COLUMNS, type Column, readCell, splitNames } from '@/domain/export/formats/csv';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import { leftOutOf, type ReadNotes, readNotes } from '@/domain/import/database-notes';
import {
  notUnderstood,
  type SlashOrder,
  slashOrderIn,
  statedFacts,
  timeOfText,
} from '@/domain/import/dates';
import { foreignItems, type ForeignPaper, ownKeys } from '@/domain/import/foreign';
import { readLinks } from '@/domain/import/foreign-links';
import { idsInFields } from '@/domain/import/id-fields';
import type { Incoming } from '@/domain/import/incoming';
import { keywordsIn } from '@/domain/import/keywords';
import { unreadId } from '@/domain/import/stated-ids';
import { Unreadable } from '@/domain/import/unreadable';
import { FACTS } from '@/domain/paper/facts';
import { foreignText } from '@/domain/text/foreign-text';
import { noteFromHtml } from '@/domain/text/html-note';
import { apart, highlightsOf, keysOfCell, NOTHING, statusOf } from './csv-cells';
import { namesInCell, namesRunTogether, printedList } from './csv-lists';
import { csvRows } from './csv-rows';
import {
  type ColumnChoice,
  guessTable,
  idColumns,
  namesPaper,
  pageColumns,
  type TableChoice,
} from './csv-table';
import { titleOfPubMed } from './pubmed-title';

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

/** Columns that every file of ours begins with; later ones came with later versions. */
const FIRST_COLUMNS = COLUMNS.slice(0, COLUMNS.indexOf('saved') + 1);

/** How a file's columns are read. */
interface Reading {
  columns: ColumnChoice;
  /** What the columns are called; empty in a table without names. */
  names: readonly string[];
  /** Columns of ids, by scheme. */
  ids: [scheme: string, column: number][];
  /** A column whose text may name ids, as Zotero's "Extra" does: `PMID: 123`, `arXiv:2401.00001 [cs]`. */
  extra: number | undefined;
  /** Columns of the first and the last page, where a table has them apart. */
  pages: number[];
  /** Names of the columns that are not read, by their numbers. */
  others: [column: number, name: string][];
  /** Whether it is a file of ours, whose cells need no guessing. */
  isOurs: boolean;
  /** Whether it is SpringerLink's, whose authors have nothing between them. */
  isSpringer: boolean;
  /** Whether a row is a highlight with its comment, as Readwise writes them. */
  isHighlights: boolean;
  slashes: SlashOrder | undefined;
}

/** Authors as a file of ours has them, each as it was written; of another tool as its list says. */
function authorsOf(cell: string, { isOurs, isSpringer }: Reading): string[] {
  if (isOurs) return splitNames(cell);
  return isSpringer ? namesRunTogether(cell) : namesInCell(cell);
}

const tagsOf = (cell: string, isOurs: boolean): string[] =>
  isOurs ? splitNames(cell) : (printedList(cell) ?? keywordsIn(cell));

/** What a row's notes say; a file of ours has nothing but the person's words in them. */
const notesOf = (cell: string, isOurs: boolean, made: Record<string, string>): ReadNotes =>
  isOurs ? { own: [cell], ids: {}, isCut: false } : readNotes([noteFromHtml(apart(cell))], made);

/**
 * The filled cells of a row behind the last named column: a cell before them holds the sign that parts cells. What they
 * say has no column, but an id in one of them names a paper that no column names.
 */
const beyond = (cells: readonly string[], { names }: Reading): string[] =>
  names.length === 0
    ? []
    : cells
        .slice(names.length)
        .map((said) => readCell(said).trim())
        .filter(Boolean);

/** The ids in cells beyond the last column, where one alone has some: several are a list of papers. */
function idsBeyond(cells: readonly string[]): Record<string, string> {
  const [ids = {}, ...others] = cells
    .map((cell) => readLinks([cell]).ids)
    .filter((found) => Object.keys(found).length > 0);
  return others.length === 0 ? ids : {};
}

/** The address of a PDF, which names the paper; a file's name on a machine is none. */
const addressOf = (cell: string): string[] => (readLinks([cell]).links.length > 0 ? [cell] : []);

/** How the preview names a key that is none; what a tool numbers its papers by says nothing elsewhere. */
const unreadKey = (name: string, cell: string): string[] =>
  cell === '' || /doi|arxiv/i.test(name) ? unreadId(name, cell) : [name];

function paperOf(cells: string[], reading: Reading, place: string): ForeignPaper {
  const { columns, isOurs, isHighlights } = reading;
  const cell = (index: number | undefined): string => {
    const said = index === undefined ? '' : readCell(cells[index] ?? '');
    return !isOurs && NOTHING.test(said.trim()) ? '' : said;
  };
  const at = (column: Column): string => cell(columns[column]);
  const isPubMed = !isOurs && reading.ids.some(([scheme]) => scheme === 'pmid');
  const highlights = highlightsOf(at('highlights'), place);
  const [only] = highlights;
  const named = (column: Column): string => reading.names[columns[column] ?? -1] ?? column;
  const { facts, unread } = statedFacts(
    {
      ...Object.fromEntries(FACTS.map((name) => [name, at(name)])),
      venue: isOurs ? at('venue') : foreignText(at('venue')),
      pages: at('pages') || reading.pages.map(cell).filter(Boolean).join('–'),
    },
    [[named('published'), at('published')]],
    'csv',
    reading.slashes,
  );
  const saved = timeOfText(at('saved'), reading.slashes);
  const ids: Record<string, string> = {
    ...readNotes([cell(reading.extra)]).ids,
    ...idsInFields('csv', () => [at('venue')]),
    ...Object.fromEntries(
      reading.ids.flatMap(([scheme, index]) => (cell(index) ? [[scheme, cell(index)]] : [])),
    ),
  };
  const keys = keysOfCell(at('key'));
  const isKnown = keys.some((key) => ownKeys(key).length > 0);
  const links = [...at('url').split(/\s+/), ...(isOurs ? [] : addressOf(at('pdf')))];
  const made = { ...readLinks(links).ids, ...ids };
  const outer = beyond(cells, reading);
  const outerIds = isKnown || Object.keys(made).length > 0 ? {} : idsBeyond(outer);
  const notes = notesOf(at('note'), isOurs, made);
  if (isHighlights && only) only.comment ||= at('note');
  return {
    title: isPubMed ? titleOfPubMed(at('title')) : at('title'),
    authors: authorsOf(at('authors'), reading),
    abstract: at('abstract'),
    keys,
    ids: { ...outerIds, ...notes.ids, ...ids },
    links,
    status: columns.status === undefined ? 'saved' : statusOf(at('status'), isOurs),
    tags: [...tagsOf(at('tags'), isOurs), ...(notes.tags ?? [])],
    note: isHighlights ? '' : notes.own.join('\n\n'),
    highlights,
    at: saved,
    facts,
    // A file of ours states the version.
    written: isOurs ? undefined : { texts: cells, source: 'csv' },
    isMarkup: !isOurs,
    notTaken: [
      ...reading.others.flatMap(([index, name]) => (cell(index).trim() === '' ? [] : [name])),
      ...unread,
      ...(isKnown ? [] : unreadKey(named('key'), at('key'))),
      ...(outer.length > 0 ? ['cells beyond the last column'] : []),
      ...leftOutOf(named('note'), notes),
      ...(saved === undefined ? notUnderstood(named('saved'), at('saved')) : []),
    ],
  };
}

/** How the columns of a table are read, with those that its names tell beside the chosen ones. */
function readingOf(
  first: readonly string[],
  { columns, isHeadless }: TableChoice,
): Omit<Reading, 'slashes'> {
  const isOurs = !isHeadless && FIRST_COLUMNS.every((column, at) => first[at]?.trim() === column);
  const chosen = new Set(Object.values(columns));
  const ids = isHeadless ? [] : idColumns(first).filter(([, column]) => !chosen.has(column));
  for (const [, column] of ids) chosen.add(column);
  const pages = isHeadless ? [] : pageColumns(first);
  for (const column of pages) chosen.add(column);
  const others = [...first.entries()].filter(([column]) => !isHeadless && !chosen.has(column));
  const isHighlights = /^highlight$/i.test(first[columns.highlights ?? -1]?.trim() ?? '');
  const extra = isOurs || isHeadless ? -1 : first.findIndex((name) => /^extra$/i.test(name.trim()));
  return {
    columns,
    names: isHeadless ? [] : first,
    ids,
    pages,
    extra: extra < 0 ? undefined : extra,
    others,
    isOurs,
    isSpringer: ['Item Title', 'Item DOI'].every((name) => first.includes(name)),
    isHighlights,
  };
}

/**
 * Reads CSV: `table` where a person chose how; else by the names in its first row, or, where that is a paper
 * itself, by the values in its columns. Fails (`Unreadable`) when nothing tells the papers.
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
  const choice = table ?? guessTable(head);
  if (!namesPaper(choice.columns))
    throw new Unreadable('line 1: expected a column for the title, the id or the link');
  const reading = { ...readingOf(first, choice), slashes: slashOrderIn(whole) };
  const rows = csvRows(whole);
  if (!choice.isHeadless) rows.next();
  for (const { line, cells } of rows) {
    const place = `line ${line}`;
    yield* foreignItems(paperOf(cells, reading, place), place, now);
  }
}
