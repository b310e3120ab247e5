import type { Entry } from '@/domain/entry';
import { idsFromLink } from '@/domain/identity/identity-links';
import { hrefOf } from '@/sites/read/links';
import { textOf } from '@/sites/read/place';
import type { Site } from '@/sites/site';

/** The number of entries a page seems to hold, against the number that was read. */
export interface Promised {
  read: number;
  about: number;
}

/** Fewer than that are a sidebar, a footnote or an example, and no list that was missed. */
const FEWEST = 5;
/** Links that are looked at most, so that a look is short on any page. */
const MOST_LINKS = 3_000;
/** On longer lists half cannot have been missed without anybody seeing it, and a look costs more. */
const LONGEST = 400;
/** A row of a list says more than that; what says less is a reference mark or a badge. Characters. */
const TELLING = 25;

/**
 * Whether a page of a known site promises far more papers than its adapter read: none where there seems to be a
 * list, or no more than half. `null` where all seems well, above all where a search found nothing.
 * `detector` reads a page without knowing its site; where it is there, it is asked when nothing was read.
 */
export function promisedBy(
  page: Document,
  url: URL,
  entries: readonly Entry[],
  detector: Site | null,
): Promised | null {
  const read = entries.length;
  if (read > LONGEST) return null;
  const beyond = namedBeyond(page, url, entries);
  if (beyond >= FEWEST && beyond >= read) return { read, about: read + beyond };
  if (read > 0 || !detector) return null;
  const about = detector.entries(page, url).length;
  return about >= FEWEST ? { read, about } : null;
}

/** How many papers that were not read the links of one repeated structure name. */
function namedBeyond(page: Document, url: URL, entries: readonly Entry[]): number {
  const known = new Set(entries.flatMap(({ ids }) => namesOf(ids)));
  const groups = new Map<string, Set<string>>();
  let looked = 0;
  for (const link of page.querySelectorAll('a[href]')) {
    if ((looked += 1) > MOST_LINKS) break;
    const href = hrefOf(link, url);
    const names = href ? namesOf(idsFromLink(href)) : [];
    const [name] = names;
    if (name === undefined || names.some((one) => known.has(one)) || isAside(link)) continue;
    const path = pathOf(link);
    const group = groups.get(path);
    if (group) group.add(name);
    else groups.set(path, new Set([name]));
  }
  return Math.max(0, ...[...groups.values()].map(({ size }) => size));
}

const namesOf = (ids: Readonly<Record<string, string>>): string[] =>
  Object.entries(ids).map(([scheme, id]) => `${scheme}:${id}`.toLowerCase());

/** Links that belong to no list of the page's own: its frame, references, and lone links without words. */
function isAside(link: Element): boolean {
  if (
    link.closest(
      'nav, header, footer, aside, sup, cite, [class*="reference" i], [id*="reference" i]',
    )
  )
    return true;
  return textOf(link.parentElement?.parentElement ?? link).length < TELLING;
}

const pathOf = (element: Element): string => {
  const names: string[] = [];
  for (let at: Element | null = element; at && names.length < 4; at = at.parentElement)
    names.push(`${at.localName}.${at.getAttribute('class') ?? ''}`);
  return names.join('<');
};
