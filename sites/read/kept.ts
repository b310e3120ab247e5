import type { Entry } from '@/domain/entry';

/**
 * Entries of a page's items that were read before. Reading an item again returns the kept entry, until
 * the watcher of the page says that it changed.
 */
export interface Kept {
  /** What is kept of an item, or what `read` gives. */
  of: (item: Element, read: () => Entry | undefined) => Entry | undefined;
  /** A reading of the page begins: it may have as many entries as any. */
  begin: () => void;
  /** An entry's row changed: it is read again. */
  forget: (entry: Entry) => void;
}

/** A memo by document, not a state: nothing is kept for a document before `keepEntries`. */
const pages = new WeakMap<Document, Kept>();

/**
 * Begins to keep entries of a page; forgets all that was kept before. The caller says what changes. Once a
 * reading has `most` entries, the page's other items are not read.
 */
export function keepEntries(page: Document, most = Number.POSITIVE_INFINITY): Kept {
  let given = 0;
  const byItem = new WeakMap<Element, Entry>();
  const stale = new WeakSet<Entry>();
  const isCurrent = (entry: Entry): boolean =>
    !stale.has(entry) && entry.titlePlace.every(({ node }) => node.isConnected);
  const kept: Kept = {
    of: (item, read) => {
      if (given >= most) return undefined;
      const known = byItem.get(item);
      const entry = known && isCurrent(known) ? known : inOwnWords(read(), known);
      if (entry) given += 1;
      if (entry && entry !== known) byItem.set(item, entry);
      return entry;
    },
    begin: () => {
      given = 0;
    },
    forget: (entry) => void stale.add(entry),
  };
  pages.set(page, kept);
  return kept;
}

/** An entry whose texts a translator has replaced, with those that were read before: the page's own. */
function inOwnWords(entry: Entry | undefined, before: Entry | undefined): Entry | undefined {
  if (!entry || !before) return entry;
  const { translated = [] } = entry;
  if (translated.length === 0 || !isSamePaper(entry, before)) return entry;
  // Text that was replaced before it was read is read as the translation now.
  const own = translated.filter((field) => before[field] !== '' && before[field] !== entry[field]);
  return Object.create(entry, {
    ...Object.fromEntries(own.map((field) => [field, { value: before[field] }])),
    translated: { value: translated.filter((field) => !own.includes(field)) },
    isTitleTranslated: { value: translated.includes('title') && !own.includes('title') },
  }) as Entry;
}

const isSamePaper = (a: Entry, b: Entry): boolean =>
  Object.entries(a.ids).every(([scheme, value]) => (b.ids[scheme] ?? value) === value);

const NONE: Kept = {
  of: (_, read) => read(),
  begin: () => undefined,
  forget: () => undefined,
};

/** The kept entries of a page; none before `keepEntries`. */
export const keptOf = (page: Document | null | undefined): Kept =>
  (page && pages.get(page)) ?? NONE;
