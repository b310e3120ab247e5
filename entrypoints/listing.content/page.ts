import type { ContentScriptContext } from '#imports';
import type { FirstStage } from '@/components/in-page/first/take-over';
import type { Listing } from '@/components/in-page/listing/contract';
import { createListing } from '@/components/in-page/listing/listing';
import { identify } from '@/domain/identity/identify';
import type { IdentifiedEntry } from '@/domain/entry';
import { MOST_ENTRIES } from '@/domain/limits';
import { fail, ok, type Result } from '@/domain/result';
import { DEFAULT_SETTINGS, type PageSettings, settingsFor } from '@/domain/settings';
import type { ListingDescription } from '@/rpc/protocol';
import { siteName } from '@/sites';
import { keepEntries } from '@/sites/read/kept';
import type { Site } from '@/sites/site';
import { describe } from './describe';
import { createOwnWords } from './own-words';
import { createReaderChoice } from './reader-choice';
import { watchShortfall } from './shortfall';
import type { Will } from './succession';
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
  /** Starts or leaves triage; brings Gloss back where a person had turned it off for this page. */
  triage: () => void;
  /** Takes Gloss off the page. */
  leave: () => void;
}

/** What is there when the script starts on a page. */
interface Before {
  /** Reads a page without knowing its site, where a person asked for that. */
  detector: Site | null;
  will: Will;
  /** The first stage, where one runs. */
  first: FirstStage | null;
}

/** Reads entries of a page; those whose rows did not change stay as they were. */
function createReading() {
  let kept = keepEntries(document, MOST_ENTRIES);
  const counts = { readings: 0, ms: 0 };
  return {
    counts,
    forget: (entry: IdentifiedEntry): void => kept.forget(entry),
    /** Forgets the page that was read: another one has come. */
    reset: (): void => {
      kept = keepEntries(document, MOST_ENTRIES);
    },
    entriesBy(site: Site, url: URL): IdentifiedEntry[] {
      const begun = performance.now();
      const from = { site: site.id, url: url.href, title: document.title, at: Date.now() };
      kept.begin();
      const found = site
        .entries(document, url)
        .slice(0, MOST_ENTRIES)
        .map((entry) => identify(entry, from));
      counts.ms = performance.now() - begun;
      counts.readings += 1;
      return found;
    },
  };
}

/** Holds what Gloss shows on the page, from the first entries of a site to the last. */
function createShow(
  { will, first }: Pick<Before, 'will' | 'first'>,
  ports: { catchUp: () => void; turnOff: () => void },
) {
  let settings = settingsFor(DEFAULT_SETTINGS, '');
  let life: AbortController | null = null;
  let listing: Listing | null = null;
  /** A person asked for triage where nothing was listed yet. */
  let isTriageDue = false;
  let before = first;
  const leave = (): void => {
    life?.abort();
    [life, listing] = [null, null];
  };
  return {
    leave,
    listing: (): Listing | null => listing,
    heed: (now: PageSettings): void => {
      settings = now;
      listing?.heed(settings);
    },
    /** Starts or leaves triage; on a page that lists nothing yet it starts with the first entries. */
    triage: (): void => {
      if (listing) listing.triage();
      else isTriageDue = !isTriageDue;
    },
    /** Takes in that another page has come: triage is off there until a person asks for it. */
    arrive: (): void => {
      isTriageDue = false;
    },
    /** Shows the entries that a site's reader found. */
    show({ id, isPaper }: Site, entries: IdentifiedEntry[]): ReturnType<Listing['show']> {
      if (!listing) {
        life = new AbortController();
        const { signal } = life;
        const about = { site: id, siteName, isPaper: isPaper ?? false };
        // It is there to be taken over once.
        listing = createListing({ ...about, settings, ...ports, first: before, signal });
        before = null;
        will.keepIn(listing.layer.root, leave);
      }
      const shown = listing.show(entries);
      if (isTriageDue) listing.triage();
      isTriageDue = false;
      return shown;
    },
  };
}

/**
 * Reads the page and shows the states of its papers, now and whenever it changes. What no adapter knows
 * the detector reads, where there is one: where a person asked for it.
 */
export function createPage(ctx: ContentScriptContext, { detector, will, first }: Before): Page {
  const choice = createReaderChoice(detector);
  const reading = createReading();
  const keepWords = createOwnWords(ctx);
  let site: Site | null = null;
  let entries: IdentifiedEntry[] = [];
  let known: Promise<unknown> = Promise.resolve();

  const show = createShow(
    { will, first },
    {
      catchUp: () => watch.catchUp(),
      turnOff: () => {
        choice.leavePage();
        begin();
      },
    },
  );
  /** Another address is another page, though the document may be the same. */
  const arrive = (url: URL): void => {
    reading.reset();
    show.arrive();
    const now = choice.readerAt(url);
    if (now !== site) show.leave();
    site = now;
    shortfall.forget();
  };
  const read = (): boolean => {
    const url = new URL(location.href);
    if (choice.arrives(url)) arrive(url);
    entries = site ? reading.entriesBy(site, url) : [];
    if (site && site !== detector && !site.isPaper) shortfall.look(site, entries);
    const isEmpty = entries.length === 0 && site !== detector;
    if (!site || (isEmpty && !show.listing()?.isInUse())) {
      const hadListing = show.listing() !== null;
      show.leave();
      return hadListing;
    }
    keepWords(entries);
    const shown = show.show(site, entries);
    ({ known } = shown);
    return shown.hasChanged;
  };
  const watch = watchPage({
    ctx,
    list: () => site && (site.list?.(document) ?? document.body),
    entries: () => entries,
    forget: reading.forget,
    read,
    moved: () => show.listing()?.follow(),
  });
  const shortfall = watchShortfall({ ctx, layer: () => show.listing()?.layer ?? null, detector });
  /** Reads the page as if it had just been opened. */
  const begin = (): void => {
    choice.forgetAddress();
    watch.read();
  };
  const describePage = async (): Promise<ListingDescription> => {
    watch.catchUp();
    await known;
    const is = choice.isOff() ? 'off' : !site ? 'unread' : site.isPaper ? 'paper' : 'read';
    return describe(show.listing(), { is, site: site?.id ?? 'digest', ...reading.counts });
  };
  // Text that can't be saved any more stays where it can be copied.
  ctx.onInvalidated(() => {
    const listing = show.listing();
    if (listing) listing.whenWritten(show.leave);
    else show.leave();
  });
  if (choice.isKnown()) begin();
  return {
    listing: show.listing,
    describe: describePage,
    ...orders(choice, { show, begin, hasDetector: detector !== null }),
  };
}

/** Orders of a person or of the settings: each reads the page again where it changes anything. */
const orders = (
  choice: ReturnType<typeof createReaderChoice>,
  page: { show: ReturnType<typeof createShow>; begin: () => void; hasDetector: boolean },
): Pick<Page, 'readBy' | 'heed' | 'triage' | 'leave'> => ({
  readBy: (by) => {
    if (by === 'digest' && !page.hasDetector)
      return fail('missing', 'The digest detector is not on this page.');
    choice.force(by);
    page.begin();
    return ok(null);
  },
  heed: (now) => {
    page.show.heed(now);
    if (choice.heed(now.isOff)) page.begin();
  },
  triage: () => {
    if (choice.returnToPage()) page.begin();
    page.show.triage();
  },
  leave: () => {
    choice.turnOff();
    page.begin();
  },
});
