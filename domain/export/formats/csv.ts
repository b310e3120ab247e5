import { type ExportPaper, isoTime } from '@/domain/export/paper';
import { type FactName, FACTS } from '@/domain/paper/facts';
import type { Writer } from '@/domain/export/writer';

/** The columns, in order; the reader knows them by these names. */
export const COLUMNS = [
  'key',
  'title',
  'authors',
  'abstract',
  'url',
  'status',
  'tags',
  'note',
  'highlights',
  'saved',
  ...FACTS,
] as const;
/** Columns that are written for the reader of the file, and not read again. */
const WRITTEN = ['topic', 'theme'] as const;

export type Column = (typeof COLUMNS)[number];

/** How a cell begins that a spreadsheet would compute (https://owasp.org/www-community/attacks/CSV_Injection), or that was made harmless. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet computes: an apostrophe says that it is text. `readCell` takes it off again. */
const cell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The text of a cell that `cell` wrote. */
export const readCell = (text: string): string =>
  /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;

/** Names in one cell: apart by semicolons; one within a name is doubled. */
const joinNames = (names: string[]): string =>
  names.map((name) => name.replaceAll(';', ';;')).join('; ');

/** The names of a cell that lists them with semicolons; `;;` stands for a semicolon within a name. */
export const splitNames = (text: string): string[] =>
  text
    .replaceAll(';;', '\u0000')
    .split(';')
    .map((name) => name.replaceAll('\u0000', ';').trim())
    .filter(Boolean);

const VALUES: Record<Exclude<Column, FactName>, (paper: ExportPaper) => string> = {
  key: ({ keys }) => keys.join(' | '),
  title: ({ title }) => title,
  authors: ({ authors }) => joinNames(authors),
  abstract: ({ abstract }) => abstract,
  url: ({ url }) => url,
  status: ({ status }) => status ?? '',
  tags: ({ tags }) => joinNames(tags),
  note: ({ note }) => note,
  highlights: ({ highlights }) =>
    highlights.length === 0
      ? ''
      : JSON.stringify(
          highlights.map(({ field, exact, prefix, suffix, colour, comment, createdAt }) => ({
            field,
            exact,
            prefix,
            suffix,
            colour,
            comment,
            created: isoTime(createdAt),
          })),
        ),
  saved: ({ savedAt }) => (savedAt === null ? '' : isoTime(savedAt)),
};

const isFact = (column: Column): column is FactName =>
  (FACTS as readonly string[]).includes(column);

const row = (values: string[]): string => `${values.map(cell).join(',')}\r\n`;

/** CSV (RFC 4180) with a mark at its start, by which spreadsheets know UTF-8. */
export const csvWriter = (): Writer => ({
  start: () => `\uFEFF${row([...COLUMNS, ...WRITTEN])}`,
  paper: (paper) =>
    row([
      ...COLUMNS.map((column) =>
        isFact(column) ? (paper.facts[column] ?? '') : VALUES[column](paper),
      ),
      ...WRITTEN.map((column) => paper[column] ?? ''),
    ]),
  end: () => '',
});
