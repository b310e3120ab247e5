import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { expect } from 'vitest';
import type { Entry } from '@/domain/entry';
import { statedBy } from '@/domain/identity/identify';
import { placeText } from '@/domain/text';
import type { Site } from '@/sites/site';

const FIXTURES = path.resolve(import.meta.dirname, 'fixtures');

/** An entry without its nodes: what a fixture's JSON holds. */
export type Told = Omit<Entry, 'root' | 'titlePlace' | 'abstractPlace' | 'ownIds'>;

export interface Fixture {
  /** Address that the page is read at. */
  url: string;
  entries: Told[];
}

/** A page's document, as if it came from an address. No script of it runs. */
export const documentOf = (html: string, url: string): Document =>
  new JSDOM(html, { url }).window.document;

/** All entries that an adapter finds on a page; checks that every place stands for the text that was read. */
function entriesOn(site: Site, html: string, url: string): Entry[] {
  const page = documentOf(html, url);
  const entries = site.entries(page, new URL(url));
  for (const entry of entries) checkPlaces(entry, page);
  return entries;
}

/** Expects that every place stands for the text that was read. */
export function checkPlaces(entry: Entry, page: Document): void {
  expect(placeText(entry.titlePlace), 'text at the title’s place').toBe(entry.title);
  if (entry.abstractPlace.length > 0)
    expect(placeText(entry.abstractPlace), 'text at the abstract’s place').toBe(entry.abstract);
  for (const { node } of [...entry.titlePlace, ...entry.abstractPlace]) {
    expect(page.contains(node)).toBe(true);
    expect(entry.root?.contains(node) ?? true, 'place outside its entry').toBe(true);
  }
}

const told = (entry: Entry): Told => {
  const { title, abstract, authors, ids, links, section } = entry;
  const stated = Object.entries(statedBy(entry)).filter(([, value]) => value);
  return {
    title,
    abstract,
    authors,
    ids,
    links,
    ...(section ? { section } : {}),
    ...Object.fromEntries(
      stated.map(([name, value]) => [name === 'published' ? 'date' : name, value]),
    ),
  };
};

/** The names of a site's fixtures. */
export const fixturesOf = (id: string): string[] => {
  const folder = path.join(FIXTURES, id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.slice(0, -'.html'.length));
};

export const readFixture = (id: string, name: string): Fixture & { html: string } => ({
  ...(JSON.parse(readFileSync(path.join(FIXTURES, id, `${name}.json`), 'utf8')) as Fixture),
  html: readFileSync(path.join(FIXTURES, id, `${name}.html`), 'utf8'),
});

/**
 * Expects a site to read `fixtures/SITE/NAME.html` as `NAME.json` says, entry by entry.
 * `GLOSS_UPDATE=1` writes what the site reads into the JSON instead: look at the difference before you keep it.
 */
export function expectEntries(site: Site, name: string): void {
  const { html, url, entries } = readFixture(site.id, name);
  const read = entriesOn(site, html, url).map(told);
  if (process.env['GLOSS_UPDATE']) {
    const file = path.join(FIXTURES, site.id, `${name}.json`);
    writeFileSync(file, `${JSON.stringify({ url, entries: read }, null, 2)}\n`);
    return;
  }
  expect(read).toEqual(entries);
}
