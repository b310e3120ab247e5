import { type Appearance, DAY } from './appearance';

/** That a list shows a newer version of a kept paper, or shows the paper at a venue, and the person has not seen it yet. */
export interface Notice {
  kind: Appearance['kind'];
  /** `v3`, empty for a replacement without a number; a venue. */
  value: string;
  /** When it was first so, milliseconds since 1970. */
  since: number;
  /** The version that the person knows: `v1`; empty where none is known. Of venues always empty. */
  had: string;
  /** Who said so: the id of a site's adapter, or `digest`. */
  site: string;
}

export const NOTICE_KINDS = ['version', 'venue'] as const satisfies readonly Notice['kind'][];

/** Whether a time is the date of a list: dates are whole days, and visits hardly ever begin at midnight. */
const isDated = (at: number): boolean => at % DAY === 0;

/** Listings within so long of each other are one event, milliseconds: over a weekend lists lag behind each other. */
const SAME_EVENT = 4 * DAY;

/** That a version came, as far as lists tell. */
interface VersionEvent {
  at: number;
  site: string;
  /** `null` where no number leads to it. */
  number: number | null;
  /** Whether a list stated the number, which else is one more than the last. */
  isStated: boolean;
}

/** The versions of a paper as they came. Appearances are in the order of time. */
function eventsOf(versions: readonly Appearance[]): VersionEvent[] {
  const events: VersionEvent[] = [];
  for (const { value, at, site } of versions) {
    const last = events.at(-1);
    const isNear = last !== undefined && at - last.at <= SAME_EVENT;
    const known = last?.number ?? null;
    if (value === '') {
      // A list without a date may speak of what another list has told, or of what it said the day before.
      if (isNear && !isDated(at) && events.length > 1) continue;
      events.push({ at, site, number: known === null ? null : known + 1, isStated: false });
      continue;
    }
    const number = Number(value.slice(1));
    if (last && isNear && !last.isStated && number >= (known ?? 0))
      Object.assign(last, { number, isStated: true });
    else if (known === null || number > known) events.push({ at, site, number, isStated: true });
  }
  return events;
}

/** The newest version that a person does not know; `seenAt` is up to when they know the paper's versions. */
function versionNotice(versions: readonly Appearance[], seenAt: number): Notice | null {
  const events = eventsOf(versions);
  const had = events.findLast(({ at }) => at <= seenAt);
  const last = events.at(-1);
  if (!last || last.at <= seenAt) return null;
  // Where no version was known, the count begins at the first number: nothing shows that it is newer.
  if (last === events[0] && last.isStated && versions[0]?.value !== '') return null;
  return {
    kind: 'version',
    value: last.isStated ? `v${last.number}` : '',
    since: last.at,
    had: had?.number ? `v${had.number}` : '',
    site: last.site,
  };
}

const isWorkshop = (venue: string): boolean => /\bworkshop\b/i.test(venue);

/** The first venue of a paper that was known at none, or at a workshop. */
function venueNotice(venues: readonly Appearance[], seenAt: number): Notice | null {
  const seen = venues.filter(({ at }) => at <= seenAt);
  if (!seen.every(({ value }) => isWorkshop(value))) return null;
  const fresh = venues.filter(({ at }) => at > seenAt);
  const told = fresh.find(({ value }) => !isWorkshop(value)) ?? (seen.length > 0 ? null : fresh[0]);
  return told
    ? { kind: 'venue', value: told.value, since: told.at, had: '', site: told.site }
    : null;
}

/**
 * What lists tell of a kept paper that a person has not seen. `appearances` are in the order of time; `seenAt` is when
 * the person kept the paper, or saw its notices last, milliseconds since 1970.
 */
export function noticesOf(appearances: readonly Appearance[], seenAt: number): Notice[] {
  const of = (kind: Appearance['kind']): Appearance[] =>
    appearances.filter((appearance) => appearance.kind === kind);
  return [versionNotice(of('version'), seenAt), venueNotice(of('venue'), seenAt)].flatMap(
    (notice) => notice ?? [],
  );
}
