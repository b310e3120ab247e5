import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type LocalPage, localPage } from './pages';

/** A file as it was named, and the page it becomes. */
export interface Case {
  file: string;
  page: LocalPage;
}

/**
 * The pages of a table: lines of FILE⇥URL, a relative FILE being relative to the table.
 * Throws a sentence for a person when the table, or a page of it, is no good.
 */
export function casesOf(table: string): Case[] {
  if (!statSync(table, { throwIfNoEntry: false })?.isFile())
    throw new Error(`${table}: there is no such file.`);
  const lines = readFileSync(table, 'utf8').split(/\r?\n/);
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const [file, url] = line.split('\t');
    if (!file || !url) throw new Error(`${table}:${index + 1}: expected FILE⇥URL`);
    return [{ file, page: localPage(path.resolve(path.dirname(table), file), url.trim()) }];
  });
}
