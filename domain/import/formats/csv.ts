import { COLUMNS, type Column, readCell, splitNames } from '@/domain/export/formats/csv';
import { idsFromLink } from '@/domain/identity/identity-links';
import { arxivId, doi } from '@/domain/identity/paper-key';
import { FACTS } from '@/domain/paper/facts';
import { notUnderstood, statedFacts, timeOfText } from '@/domain/import/dates';
import { STATUSES, type Status } from '@/domain/paper/paper';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import {
  foreignItems,
  type ForeignHighlight,
  type ForeignPaper,
  timeOfDate,
} from '@/domain/import/foreign';
import { readNotes } from '@/domain/import/database-notes';
import { idsInFields } from '@/domain/import/id-fields';
import { keywordsIn } from '@/domain/import/keywords';
import type { Incoming } from '@/domain/import/incoming';
import { type Bag, bags, text } from '@/domain/import/json';
import { noteFromHtml } from '@/domain/text/html-note';
import { foreignText } from '@/domain/text/foreign-text';
import { between, pattern } from '@/domain/text/phrases';
import { Unreadable } from '@/domain/import/unreadable';
import { namesInCell, printedList } from './csv-lists';
import { csvRows } from './csv-rows';
import {
  type ColumnChoice,
  guessTable,
  idColumns,
  namesPaper,
  pageColumns,
  type TableChoice,
} from './csv-table';

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

/** Keys in a cell: ours, or an arXiv id, a DOI or an address as it is. */
const keysOfCell = (cell: string): string[] =>
  cell
    .trim()
    .split(/\s*\|\s*/)
    .filter(Boolean)
    .flatMap((key) => {
      if (/^https?:/i.test(key)) return pairs(idsFromLink(key));
      if (/^(?:(?:urn:|info:)?doi[\s:/]*)?10\.\d{4,}/i.test(key)) return [`doi:${doi(key)}`];
      return /^[a-z0-9]+:/.test(key) ? key : `arxiv:${arxivId(key) ?? key}`;
    });

const pairs = (ids: Record<string, string>): string[] =>
  Object.entries(ids).map(([scheme, value]) => `${scheme}:${value}`);

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
  /** Whether a row is a highlight with its comment, as Readwise writes them. */
  isHighlights: boolean;
}

/** Cells that mean "empty". */
const NOTHING = /^(?:n\/?a|none|null|nan|-|–)$/i;

/** How tables say in the languages of their tools that a paper was read. */
const DONE = pattern(
  'iu',
  between(
    '^',
    `
    (?:already |fully |finished )?read, (?:done|finished)(?: reading)?, completed?, yes, true, x, ✓, ✔, ☑, ✅, 1,
    100 ?%, (?:schon |bereits |ganz )?gelesen, erledigt, fertig, ja, (?:déjà )?lue?, terminée?, oui,
    (?:ya )?le[ií]d[oa], terminad[oa], hecho, s[ií], (?:já )?lid[oa], concluíd[oa], sim, (?:già )?letto, finito,
    已读, 已讀, 已完成, 已阅读?, 已閱讀?, 读过, 完成, 读完, 是, 読了, 既読, 完了
  `,
    '$',
  ),
);

/** A status of Gloss; any other that another tool has keeps the paper, as read where it says so. */
function statusOf(cell: string, isOurs: boolean): Status | null {
  const said = cell.trim().toLowerCase();
  const known = STATUSES.find((name) => name === said);
  if (known || (isOurs && said === '')) return known ?? null;
  // What a tool draws beside the word: `✅ Read`, `Read ✅`, `(read)`.
  const words = said.replace(
    /^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])[^\p{L}\p{N}%]+$/gu,
    '',
  );
  return DONE.test(words) ? 'read' : 'saved';
}

/** Zotero's notes, which it joins by semicolons, as one. */
const apart = (notes: string): string =>
  notes.replace(/(<\/(?:p|div|ul|ol|h[1-6])>)\s*;\s*(?=<)/gi, '$1');

/** Authors as a file of ours has them, each as it was written; of another tool as its list says. */
const authorsOf = (cell: string, isOurs: boolean): string[] =>
  isOurs ? splitNames(cell) : namesInCell(cell);

const tagsOf = (cell: string, isOurs: boolean): string[] =>
  isOurs ? splitNames(cell) : (printedList(cell) ?? keywordsIn(cell));

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
  );
  const saved = timeOfText(at('saved'));
  if (isHighlights && only) only.comment ||= at('note');
  return {
    // PubMed ends its titles by a full stop.
    title: isPubMed ? at('title').replace(/(?<!\.)\.$/, '') : at('title'),
    authors: authorsOf(at('authors'), isOurs),
    abstract: at('abstract'),
    keys: keysOfCell(at('key')),
    ids: {
      ...readNotes([cell(reading.extra)]).ids,
      ...idsInFields('csv', () => [at('venue')]),
      ...Object.fromEntries(
        reading.ids.flatMap(([scheme, index]) => (cell(index) ? [[scheme, cell(index)]] : [])),
      ),
    },
    links: at('url').split(/\s+/),
    status: columns.status === undefined ? 'saved' : statusOf(at('status'), isOurs),
    tags: tagsOf(at('tags'), isOurs),
    note: isHighlights ? '' : isOurs ? at('note') : noteFromHtml(apart(at('note'))),
    highlights,
    at: saved,
    facts,
    isMarkup: !isOurs,
    notTaken: [
      ...reading.others.flatMap(([index, name]) => (cell(index).trim() === '' ? [] : [name])),
      ...unread,
      ...(saved === undefined ? notUnderstood(named('saved'), at('saved')) : []),
    ],
  };
}

/** How the columns of a table are read, with those that its names tell beside the chosen ones. */
function readingOf(first: readonly string[], { columns, isHeadless }: TableChoice): Reading {
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
  const reading = readingOf(first, choice);
  const rows = csvRows(whole);
  if (!choice.isHeadless) rows.next();
  for (const { line, cells } of rows) {
    const place = `line ${line}`;
    yield* foreignItems(paperOf(cells, reading, place), place, now);
  }
}
