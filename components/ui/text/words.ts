import { ownPageOf } from '@/domain/identity/addresses/own-page';
import type { LibraryPaper } from '@/domain/paper/paper';
import { collapse } from '@/domain/text';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 7;

/** Makes a value for each text once: a format of dates takes longer to make than a row to draw. */
function once<T>(make: (text: string | undefined) => T): (text?: string) => T {
  const made = new Map<string | undefined, T>();
  return (text) => {
    const known = made.get(text) ?? make(text);
    made.set(text, known);
    return known;
  };
}

const relativeWords = once(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }),
);
const DAY = { day: 'numeric', month: 'short' } as const;
const daysOfThisYear = once((locale) => new Intl.DateTimeFormat(locale, DAY));
const daysOfYears = once((locale) => new Intl.DateTimeFormat(locale, { ...DAY, year: 'numeric' }));

/** A day as a person says it, with its year where that is another one. Times in milliseconds since 1970. */
export function dayText(at: number, now: number, locale?: string): string {
  const [then, today] = [new Date(at), new Date(now)];
  const isThisYear = then.getFullYear() === today.getFullYear();
  return (isThisYear ? daysOfThisYear : daysOfYears)(locale).format(then);
}

/** Midnight of a moment's local day, as a day number that summer time does not shift. */
const dayOf = (date: Date): number =>
  Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / (24 * HOUR);

/**
 * A moment as a person says it: `5m ago`, `yesterday`, up to a week ago; the date then, with its year when
 * that is another one. A moment in the future (another machine's clock) is now. Times in milliseconds.
 */
export function relativeDate(at: number, now: number, locale?: string): string {
  const [then, today] = [new Date(at), new Date(now)];
  const words = relativeWords(locale);
  const [days, gone] = [dayOf(today) - dayOf(then), now - at];
  if (gone < MINUTE) return words.format(0, 'second');
  if (gone < HOUR) return words.format(-Math.floor(gone / MINUTE), 'minute');
  if (days === 0) return words.format(-Math.floor(gone / HOUR), 'hour');
  if (days < WEEK) return words.format(-days, 'day');
  return dayText(at, now, locale);
}

/** Longer beginnings are cut; the row shows what has room. */
const FIRST_WORDS = 140;

/** The beginning of a note as plain words: Markdown's signs are left out, whole words only. */
export function firstWords(note: string): string {
  const plain = collapse(
    note
      .slice(0, 4 * FIRST_WORDS)
      .replace(/^\s*(?:#{1,6}\s|>\s?|[-*+]\s(?:\[[ xX]\]\s)?|\d+[.)]\s|```.*$)/gm, '')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
      .replace(/(^|\s)[*_](\S(?:.*?\S)?)[*_](?=\s|$|[.,;:!?])/g, '$1$2'),
  );
  if (plain.length <= FIRST_WORDS) return plain;
  const cut = plain.slice(0, FIRST_WORDS);
  const end = cut.lastIndexOf(' ');
  return `${end > FIRST_WORDS / 2 ? cut.slice(0, end) : cut}…`;
}

const isOpenable = (address: string): boolean => /^(?:https?|file):\/\//i.test(address);

/** Where a paper was met last; else its own page. `null` when there is nothing to open. */
export function addressOf({
  listings,
  links,
}: Pick<LibraryPaper, 'listings' | 'links'>): string | null {
  const newestFirst = listings.toSorted((a, b) => b.at - a.at).map(({ url }) => url);
  return [...newestFirst, ...links].find(isOpenable) ?? null;
}

/** The paper's own page, by its links or its ids; else where it was met. */
export const paperPageOf = ({
  keys,
  listings,
  links,
}: Pick<LibraryPaper, 'keys' | 'listings' | 'links'>): string | null =>
  links.find(isOpenable) ?? ownPageOf(keys) ?? addressOf({ listings, links });

/** An address's site as a person names it: its host without `www.`; empty for a local file. */
export function siteOf(address: string | null): string {
  if (address === null || !URL.canParse(address)) return '';
  return new URL(address).hostname.replace(/^www\./, '');
}
