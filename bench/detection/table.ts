import { FIELDS, type Field, type Score } from './score';

/** One page, read both ways. */
export interface Row {
  file: string;
  site: string;
  adapters: Score;
  digestOnly: Score;
}

const HEADS: Record<Field, string> = {
  ids: 'ids',
  authors: 'authors',
  abstracts: 'abstracts',
  years: 'years',
};

const share = (value: number): string => value.toFixed(3);

const cellsOf = ({ found, f1, fields }: Score): string[] => [
  String(found),
  share(f1),
  ...FIELDS.map((field) =>
    fields[field].known ? `${fields[field].right}/${fields[field].known}` : '',
  ),
];

/** A line a page, worst first: what was found with the adapters, and without. */
export function tableOf(rows: readonly Row[]): string {
  const heads = ['found', 'F1', ...FIELDS.map((field) => HEADS[field])];
  const head = ['page', 'papers', 'site', ...heads, 'digest only: found', ...heads.slice(1)];
  const worstFirst = rows.toSorted(
    (a, b) =>
      Math.min(a.adapters.f1, a.digestOnly.f1) - Math.min(b.adapters.f1, b.digestOnly.f1) ||
      a.adapters.f1 + a.digestOnly.f1 - b.adapters.f1 - b.digestOnly.f1,
  );
  const lines = worstFirst.map(({ file, site, adapters, digestOnly }) => [
    file,
    String(adapters.expected),
    site,
    ...cellsOf(adapters),
    ...cellsOf(digestOnly),
  ]);
  return aligned([head, ...lines]);
}

/** Rows of cells under each other. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
