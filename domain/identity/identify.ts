import type { Entry, IdentifiedEntry } from '@/domain/entry';
import { LIMITS } from '@/domain/limits';
import { appearancesIn } from '@/domain/paper/appearance';
import type { Stated } from '@/domain/paper/facts';
import type { Identity, Listing, PaperKey, PaperRef } from '@/domain/paper/paper';
import { bylineKey, isStrong, isTellingTitle, keysOf, strongestFirst, titleKey } from './paper-key';

/** Bounds of what one entry may bring along; a page that says more is cut, not believed. */
const LIMIT = {
  title: 2_000,
  abstract: 50_000,
  authors: 500,
  author: 300,
  links: 40,
  link: 2_000,
  keys: 40,
};

/**
 * Gives an entry its paper's identity. The entry itself is completed, not copied, and no key is made yet: of
 * thousands of entries somebody looks at a few.
 */
export const identify = (entry: Entry, listing: Listing): IdentifiedEntry => {
  const identified = entry as IdentifiedEntry;
  // An entry that is read once and kept keeps its identity.
  identified.identity ??= identityOf(entry, entry.ownIds ?? entry.ids);
  identified.listing ??= listing;
  return identified;
};

/** How much of an abstract tells papers of one short title apart, characters. */
const OPENING = 80;

function identityOf(entry: Entry, ids: Record<string, string>): Identity {
  const title = entry.title.slice(0, LIMIT.title);
  // An entry with ids is not identified by a translated title.
  for (const _ in ids) return { ids, title: entry.isTitleTranslated ? '' : title, opening: '' };
  const [author] = entry.authors;
  const opening = entry.abstract.slice(0, OPENING) || entry.authors.join(' ').slice(0, LIMIT.title);
  return {
    ids,
    title,
    opening,
    ...(author === undefined ? {} : { author: author.slice(0, LIMIT.author) }),
  };
}

const refs = new WeakMap<Entry, PaperRef>();

/** What a write about an entry sends; made once for each entry. */
export function refOf(entry: IdentifiedEntry): PaperRef {
  let ref = refs.get(entry);
  if (!ref) refs.set(entry, (ref = makeRef(entry)));
  return ref;
}

function makeRef(entry: IdentifiedEntry): PaperRef {
  const identity = identityOf(entry, entry.ids);
  const [author] = entry.authors;
  const { site, at } = entry.listing;
  const appearances = appearancesIn(entry, site, at).filter(
    ({ value }) => value.length <= LIMITS.fact,
  );
  return {
    keys: keysOfIdentity({ author, ...identity }).slice(0, LIMIT.keys),
    title: entry.title.slice(0, LIMIT.title),
    authors: entry.authors.slice(0, LIMIT.authors).map((name) => name.slice(0, LIMIT.author)),
    abstract: entry.abstract.slice(0, LIMIT.abstract),
    links: [...new Set(entry.links)]
      .filter((link) => link.length <= LIMIT.link)
      .slice(0, LIMIT.links),
    facts: Object.fromEntries(
      Object.entries(knownOf(entry)).filter(([, value]) => value && value.length <= LIMITS.fact),
    ),
    ...(appearances.length > 0 ? { appearances } : {}),
    ...(entry.translated?.length ? { translated: [...entry.translated] } : {}),
    listing: entry.listing,
  };
}

/** What an entry states of its paper: the date of a replacement is that of the new version. */
const knownOf = (entry: Entry): Stated =>
  entry.section === 'replacement' ? { ...statedBy(entry), published: undefined } : statedBy(entry);

/** The facts that an entry states beside its title. */
export const statedBy = (entry: Entry): Stated => {
  const { date, venue, volume, issue, pages, version, code, pdf } = entry;
  return { published: date, venue, volume, issue, pages, version, code, pdf };
};

/**
 * An entry's keys, strongest first. A short title ("Deep Sets") goes with its first author; where it is all
 * there is, the opening of the abstract makes it telling too: the entry is known again, and a namesake is
 * another paper.
 */
export function keysOfIdentity({ ids, title, opening, author }: Identity): PaperKey[] {
  const keys = keysOf(ids, title);
  if (isTellingTitle(title)) return keys;
  const byline = bylineKey(title, author);
  if (keys.some(isStrong)) return strongestFirst(byline ? [...keys, byline] : keys);
  const telling = titleKey(`${title} ${opening}`);
  const names = [byline, telling].filter((key) => key !== undefined);
  return names.length > 0 ? strongestFirst(names) : keys;
}
