import { type Facts, YEAR } from './facts';
import { isVenue } from './venues';

/** That a list showed a version of a paper, or showed the paper at a venue. */
export interface Appearance {
  kind: 'version' | 'venue';
  /** `v3`, or empty where a list says that the paper was replaced and not by which version; a venue as it was stated. */
  value: string;
  /** The id of the site's adapter, `digest`, or the id of a file format. */
  site: string;
  /** When it was so first, as far as known: the list's own date, else when the list was met. Milliseconds since 1970. */
  at: number;
}

/** Milliseconds. */
export const DAY = 86_400_000;

/** What makes two appearances one. Replacements without a number are told apart by their day. */
const nameOf = ({ kind, value, at }: Appearance): string =>
  `${kind} ${value || Math.floor(at / DAY)}`;

const inOrder = (a: Appearance, b: Appearance): number =>
  a.at - b.at || compare(nameOf(a), nameOf(b)) || compare(a.site, b.site);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Appearances of two records, each once with its first time, in the order of time: commutative, associative, idempotent. */
export function mergeAppearances(a: Appearance[], b: Appearance[]): Appearance[] {
  const first = new Map<string, Appearance>();
  for (const appearance of [...a, ...b].toSorted(inOrder)) {
    const name = nameOf(appearance);
    if (!first.has(name)) first.set(name, appearance);
  }
  return [...first.values()];
}

/** A venue as a notice names it, with the year where a publisher's list states one; `undefined` for an archive or a submission. */
function venueOf({ venue = '', date = '' }: Listed, isPreprint: boolean): string | undefined {
  const name = venue.trim();
  if (!isVenue(name)) return undefined;
  // The date that a preprint list gives is that of the preprint.
  const year = isPreprint || YEAR.test(name) ? undefined : YEAR.exec(date)?.[0];
  return year === undefined ? name : `${name} ${year}`;
}

/** What a list says of one paper, as far as it tells where and in which version the paper appeared. */
interface Listed {
  /** Why the list has the entry: `new`, `cross-list` or `replacement`. */
  section?: string | undefined;
  version?: string | undefined;
  venue?: string | undefined;
  /** ISO 8601. */
  date?: string | undefined;
}

/**
 * The appearances that an entry of a list tells, met by `site` at a time (milliseconds since 1970). A new submission is
 * the first version, whether the list numbers it or not.
 */
export function appearancesIn(entry: Listed, site: string, met: number): Appearance[] {
  const { section, version } = entry;
  const isPreprint = section !== undefined || version !== undefined;
  const listed = section === undefined ? Number.NaN : Date.parse(entry.date ?? '');
  // A list's date is worth less than the clock where it lies in the future.
  const at = listed <= met ? listed : met;
  const number = /^v?(\d{1,3})$/i.exec(version ?? '')?.[1];
  const value = number ? `v${Number(number)}` : section === 'new' ? 'v1' : '';
  const venue = venueOf(entry, isPreprint || site === 'arxiv');
  return [
    // That a paper was replaced is news also where no number is known to compare with.
    ...(section === 'replacement' ? [{ kind: 'version' as const, value: '', site, at }] : []),
    ...(value === '' ? [] : [{ kind: 'version' as const, value, site, at }]),
    ...(venue === undefined ? [] : [{ kind: 'venue' as const, value: venue, site, at: met }]),
  ];
}

/** A record, as far as its appearances go. */
interface Known {
  appearances?: Appearance[];
  facts?: Facts;
  createdAt: number;
}

/** Whether an appearance tells something; what an earlier version took for a venue may be an archive. */
const isTelling = ({ kind, value }: Pick<Appearance, 'kind' | 'value'>): boolean =>
  kind !== 'venue' || isVenue(value);

/**
 * A record's appearances, with the version and venue of its facts first: those of a file are no news when a list
 * states them too.
 */
export function appearancesOf({ appearances = [], facts = {}, createdAt }: Known): Appearance[] {
  const telling = appearances.filter(isTelling);
  const ofFacts = (['version', 'venue'] as const).flatMap((kind) => {
    const fact = facts[kind];
    const isTold = telling.some((appearance) => appearance.kind === kind);
    return isTold || !fact || !isTelling({ kind, value: fact.value })
      ? []
      : { kind, value: fact.value, site: fact.source, at: createdAt };
  });
  return mergeAppearances(telling, ofFacts);
}
