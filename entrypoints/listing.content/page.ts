import type { ContentScriptContext } from '#imports';
import type { Listing } from '@/components/in-page/listing/contract';
import { createListing } from '@/components/in-page/listing/listing';
import { identify } from '@/domain/identity/identify';
import type { IdentifiedEntry } from '@/domain/entry';
import { MOST_ENTRIES } from '@/domain/limits';
import { fail, ok, type Result } from '@/domain/result';
import { DEFAULT_SETTINGS, type PageSettings, settingsFor } from '@/domain/settings';
import type { ListingDescription } from '@/rpc/protocol';
import { siteFor, siteName } from '@/sites';
import { paperPageFor } from '@/sites/papers/pages';
import { keepEntries } from '@/sites/read/kept';
import type { Site } from '@/sites/site';
import { describe } from './describe';
import { watchHealth } from './shortfall';
import { watchPage } from './watch-page';

/** The page that the content script runs on, from the first reading to the last. */
export interface Page {
  /** What Gloss shows there; `null` where there is nothing to show. */
  listing: () => Listing | null;
  describe: () => Promise<ListingDescription>;
  /** Reads the page by the digest detector, whatever its address, or by what knows it. */
  readBy: (by: 'site' | 'digest') => Result<null>;
  /** The settings as they hold on this site, and whether a person wants Gloss there; nothing is read before. */
  heed: (settings: PageSettings) => void;
  /** Shows Gloss again where a person had turned it off for this page. */
  turnOn: () => void;
  /** Takes Gloss off the page. */
  leave: () => void;
}

/**
 * Reads the page and shows what is known of its papers, now and whenever it changes. What no adapter knows
 * the detector reads, where there is one: where a person asked for it.
 */
export function createPage(ctx: ContentScriptContext, detector: Site | null): Page {
  const isAsked = detector !== null;
  let site: Site | null = null;
  /** `null` until it is known. Where a person asks for Gloss it is on. */
  let isOff: boolean | null = isAsked ? false : null;
  let isForced = false;
  let settings = settingsFor(DEFAULT_SETTINGS, '');
  /** The address of a page that a person turned Gloss off for, as long as the document lives. */
  let leftAt: string | null = null;
  let address = '';
  let kept = keepEntries(document, MOST_ENTRIES);
  let life: AbortController | null = null;
  let listing: Listing | null = null;
  let entries: IdentifiedEntry[] = [];
  let readings = 0;
  let took = 0;
  let known: Promise<unknown> = Promise.resolve();

  const leave = (): void => {
    life?.abort();
    [life, listing] = [null, null];
  };
  /** Reads all entries; those whose rows did not change are as they were. */
  const entriesOf = (at: Site, url: URL): IdentifiedEntry[] => {
    const begun = performance.now();
    const from = { site: at.id, url: url.href, title: document.title, at: Date.now() };
    kept.begin();
    const found = at
      .entries(document, url)
      .slice(0, MOST_ENTRIES)
      .map((entry) => identify(entry, from));
    took = performance.now() - begun;
    readings += 1;
    return found;
  };
  /** Another address is another page, though the document may be the same. */
  const arrive = (url: URL): void => {
    address = addressOf(url);
    kept = keepEntries(document, MOST_ENTRIES);
    const adapter = isForced ? undefined : (siteFor(url) ?? paperPageFor(url));
    const isOn = isOff === false && address !== leftAt;
    const now = isOn ? (adapter ?? detector) : null;
    if (now !== site) leave();
    site = now;
    health.forget();
  };
  const read = (): boolean => {
    const url = new URL(location.href);
    if (addressOf(url) !== address) arrive(url);
    entries = site ? entriesOf(site, url) : [];
    if (site && site !== detector && !site.isPaper) health.look(site, entries);
    const isEmpty = entries.length === 0 && site !== detector;
    // What a person types in goes on being there while a list is emptied to be filled again.
    if (!site || (isEmpty && !listing?.isTyping())) {
      const hadListing = listing !== null;
      leave();
      return hadListing;
    }
    if (!listing) {
      life = new AbortController();
      listing = createListing({
        site: site.id,
        siteName,
        isPaper: site.isPaper ?? false,
        settings,
        catchUp: () => watch.catchUp(),
        turnOff: () => {
          leftAt = address;
          begin();
        },
        signal: life.signal,
      });
    }
    const shown = listing.show(entries);
    ({ known } = shown);
    return shown.hasChanged;
  };
  const watch = watchPage({
    ctx,
    list: () => site && (site.list?.(document) ?? document.body),
    entries: () => entries,
    forget: (entry) => kept.forget(entry),
    read,
    moved: () => listing?.follow(),
  });
  const health = watchHealth({
    ctx,
    layer: () => listing?.layer ?? null,
    detector,
  });
  /** What is known of the page is other than before: it is read as if it had just been opened. */
  const begin = (): void => {
    address = '';
    watch.read();
  };
  // Text that can't be saved any more stays where it can be copied.
  ctx.onInvalidated(() => (listing ? listing.whenWritten(leave) : leave()));
  if (isOff !== null) begin();
  return {
    listing: () => listing,
    describe: async () => {
      watch.catchUp();
      await known;
      const is = isOff ? 'off' : !site ? 'unread' : site.isPaper ? 'paper' : 'read';
      return describe(listing, { is, site: site?.id ?? 'digest', readings, ms: took });
    },
    readBy: (by) => {
      if (by === 'digest' && !detector)
        return fail('missing', 'The digest detector is not on this page.');
      isForced = by === 'digest';
      isOff = false;
      begin();
      return ok(null);
    },
    heed: (now) => {
      settings = now;
      listing?.heed(settings);
      if (isOff === now.isOff || (isAsked && isOff !== null)) return;
      isOff = now.isOff;
      begin();
    },
    turnOn: () => {
      if (leftAt === null) return;
      leftAt = null;
      begin();
    },
    leave: () => {
      isOff = true;
      begin();
    },
  };
}

/** What makes a page another one: a fragment does not. */
const addressOf = ({ origin, pathname, search }: URL): string => origin + pathname + search;
