import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The names of files that are not the same in both lists, byte by byte, or that only one of them has. */
export function different(files: readonly string[], others: readonly string[]): string[] {
  const byName = (all: readonly string[]) =>
    new Map(all.map((file) => [path.basename(file), file]));
  const [one, other] = [byName(files), byName(others)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => {
    const [a, b] = [one.get(name), other.get(name)];
    return a === undefined || b === undefined || !readFileSync(a).equals(readFileSync(b));
  });
}

interface Report {
  errors: Finding[];
  warnings: Finding[];
}
interface Finding {
  code: string;
  message: string;
  file?: string | null;
}

/** Errors and warnings of a report of addons-linter (`--output=json`), one line each; a report that can't be read is one. */
export function readFindings(report: string): string[] {
  try {
    const { errors, warnings } = JSON.parse(report) as Report;
    return [...errors, ...warnings].map(
      ({ code, message, file }) => `${code}${file ? ` in ${file}` : ''}: ${message}`,
    );
  } catch {
    return ['the linter gave no report'];
  }
}
