import { Unreadable } from '@/domain/import/unreadable';
import { guessTable, namesPaper } from './csv-table';

/** A row and the line it begins in. */
interface Row {
  line: number;
  cells: string[];
}

/** Excel's line before the first, which says what parts the cells. */
const SAID = /^sep=(.)\r?\n/i;

/** A line of prose before a table: one cell, as Dimensions writes it, or with empty cells behind it, as Excel and Numbers save a table's title. */
const PROSE = /(?:"[^"\r\n]*"|[^",;\t\r\n]*)[,;\t]*\r?\n/y;
/** Lines before a table at the most. */
const MOST_PROSE = 5;

/** Whether a line names the columns of a table. */
const namesColumns = (line: string): boolean => {
  const names = line.split(/[,;\t]/).map((name) => name.replace(/^"|"$/g, ''));
  return names.length > 2 && namesPaper(guessTable([names], false).columns);
};

/** How much of a file is before its table: Excel's line, or lines of prose before one that names columns. */
function beforeTable(whole: string): number {
  const said = SAID.exec(whole)?.[0];
  if (said !== undefined) return said.length;
  let before = 0;
  for (let lines = 0; lines < MOST_PROSE; lines += 1) {
    PROSE.lastIndex = before;
    if (!PROSE.test(whole)) return 0;
    before = PROSE.lastIndex;
    if (namesColumns(/.*/y.exec(whole.slice(before, before + 10_000))?.[0] ?? '')) return before;
  }
  return 0;
}

/** What parts the cells: the sign that the first line has most of. */
function separatorOf(whole: string, before: number): string {
  const [, said] = SAID.exec(whole) ?? [];
  if (said !== undefined) return said;
  const table = whole.slice(before, before + 100_000);
  const head = table.slice(0, table.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => head.split(sign).length);
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Rows of more cells are no table of papers. */
const MOST_CELLS = 1_000;

/** Rows of a CSV text (RFC 4180). Fails (`Unreadable`) where a quoted cell is not closed, or a row too long. */
export function* csvRows(whole: string): Generator<Row> {
  const before = beforeTable(whole);
  const separator = separatorOf(whole, before);
  let line = whole.slice(0, before).split('\n').length;
  let row: Row = { line, cells: [] };
  let at = before;
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
