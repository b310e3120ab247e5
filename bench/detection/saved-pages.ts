import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import type { Entry } from '@/domain/entry';
import { siteFor } from '@/sites';
import { digest } from '@/sites/digest';
import type { Expected, Leeway } from './score';

/** A page that somebody saved, where it was served, and what it lists. */
export interface SavedPage {
  /** Path from the folder's table. */
  file: string;
  path: string;
  url: string;
  papers: Expected[];
  leeway: Leeway;
}

/**
 * The saved pages of a folder: `cases.tsv` (lines of FILE⇥URL) and, beside each file, what it lists
 * (`NAME.expected.json`, `{ papers: [{ title, id, authors, abstract, year }], optional: [TITLE], abstractsCut }`, where all
 * but the papers may be left out). Empty where there is no table; a page without an expectation is left out.
 */
export function savedPages(folder: string): SavedPage[] {
  const table = path.join(folder, 'cases.tsv');
  if (!existsSync(table)) return [];
  return readFileSync(table, 'utf8')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [file, url] = line.split('\t');
      if (!file || !url) return [];
      const told = path.join(folder, expectationOf(file));
      if (!existsSync(told)) return [];
      const { papers, ...leeway } = JSON.parse(readFileSync(told, 'utf8')) as {
        papers: Expected[];
      } & Leeway;
      return [{ file, path: path.join(folder, file), url: url.trim(), papers, leeway }];
    });
}

/** The file beside a saved page that says what it lists. */
export const expectationOf = (file: string): string => file.replace(/\.\w+$/, '.expected.json');

/** A saved page as a browser shows it: HTML, or text in one `<pre>`. No script of it runs. */
export function parsedPage({ path: file, url }: Pick<SavedPage, 'path' | 'url'>): Document {
  const bytes = readFileSync(file);
  // As `npm run detect` serves them.
  const html = isUtf8(bytes) ? bytes.toString('utf8') : bytes;
  if (/\.html?$/.test(file)) return new JSDOM(html, { url }).window.document;
  const page = new JSDOM('<!doctype html><pre></pre>', { url }).window.document;
  const pre = page.querySelector('pre');
  if (pre) pre.textContent = bytes.toString('utf8');
  return page;
}

/** What was read of a page, and by which adapter. */
export interface PageReading {
  site: string;
  entries: Entry[];
}

/**
 * Reads a page as the extension does: by its adapter, and by the digest detector where there is none or where
 * it finds nothing. `digestOnly`: as if there were no adapters. A paper's own page lists none.
 */
export function readPage(page: Document, address: string, digestOnly: boolean): PageReading {
  const url = new URL(address);
  const site = digestOnly ? undefined : siteFor(url);
  const known = site?.entries(page, url) ?? [];
  if (site && known.length > 0) return { site: site.id, entries: site.isPaper ? [] : known };
  const entries = digest.entries(page, url);
  return { site: entries.length > 0 || !site ? digest.id : site.id, entries };
}
