import { browser } from '#imports';
import type { IdentifiedEntry } from '@/domain/entry';
import type { Taught } from '@/domain/taught';
import { outlineOf } from '@/sites/shortfall/outline';
import type { Site } from '@/sites/site';

interface Reported {
  /** `null` where nothing reads the page. */
  site: Site | null;
  entries: readonly IdentifiedEntry[];
  taught: Taught | null;
  /** With what was read, if the person agrees to that. */
  withTitles: boolean;
}

/** How many entries have a thing. */
const count = (entries: readonly IdentifiedEntry[], has: (entry: IdentifiedEntry) => unknown) =>
  entries.filter(has).length;

/** What a report says first: the version, the reader, and where the page is; no query, nothing about the person. */
export const headOf = (site: Site | null): string[] => [
  `Gloss ${browser.runtime.getManifest().version}, adapter ${site?.id ?? 'none'}`,
  `Page: ${location.hostname}${location.pathname}`,
];

/**
 * A report for the person who mends a reader: counts, what was taught, and the page's outline of tags and class names.
 * No text of the page, unless its reader wants the titles in it.
 */
export const reportOn = ({ site, entries, taught, withTitles }: Reported): string =>
  [
    ...headOf(site),
    `Entries: ${entries.length}, in closed parts ${count(entries, ({ hidden }) => hidden)}`,
    `With authors: ${count(entries, ({ authors }) => authors.length)}, an abstract: ${count(entries, ({ abstract }) => abstract)}, ids: ${count(entries, ({ ids }) => Object.keys(ids).length)}`,
    ...(taught ? [`Taught: ${JSON.stringify(taught)}`] : []),
    ...(withTitles ? ['', ...entries.map(({ title }) => `- ${title}`)] : []),
    '',
    outlineOf(document),
  ].join('\n');
