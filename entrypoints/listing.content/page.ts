import type { ContentScriptContext } from '#imports';
import type { FirstStage } from '@/components/in-page/first/take-over';
import type { Listing } from '@/components/in-page/listing/contract';
import { identify } from '@/domain/identity/identify';
import type { IdentifiedEntry } from '@/domain/entry';
import { MOST_ENTRIES } from '@/domain/limits';
import { fail, ok, type Result } from '@/domain/result';
import type { PageSettings } from '@/domain/settings';
import type { ListingDescription } from '@/rpc/protocol';
import { keepEntries } from '@/sites/read/kept';
import type { Lesson } from '@/domain/taught';
import type { Site } from '@/sites/site';
import type { Detector } from './detector';
import { describeListing } from './describe';
import { createLessons } from './lessons';
import { createOwnWords } from './own-words';
import { createReaderChoice } from './reader-choice';
import { reportOn } from './report';
import { createShow } from './show';
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
  /** Takes the selected text as an example of what the site's lists hold; says so in the page bar. */
  teach: (lesson: Lesson | 'forget') => Promise<Result<null>>;
  /** Starts or leaves triage; brings Gloss back where a person had turned it off for this page. */
  triage: () => void;
  /** Takes Gloss off the page. */
  leave: () => void;
}

/** What is there when the script starts on a page. */
interface Before {
  /** Reads a page without knowing its site, where a person asked for that. */
  detector: Detector | null;
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

  const show = createShow(will, first, {
    catchUp: () => watch.catchUp(),
    turnOff: () => {
      choice.leavePage();
      begin();
    },
    renew: () => {
      show.leave();
      begin();
    },
    teach: detector && !detector.school ? null : (lesson) => void acts.teach(lesson),
    report: (withTitles) => reportOn({ site, entries, taught: choice.taught(), withTitles }),
  });
  /** Another address is another page, though the document may be the same. */
  const arrive = (url: URL): void => {
    reading.reset();
    show.arrive();
    const now = choice.readerAt(url);
    // A reader that was taught more is the same one.
    if (now?.id !== site?.id) show.leave();
    site = now;
    shortfall.forget();
  };
  const read = (): boolean => {
    const url = new URL(location.href);
    if (choice.arrives(url)) arrive(url);
    entries = site ? reading.entriesBy(site, url) : [];
    const isAsked = choice.isAskedFor(site);
    if (site && !isAsked && !site.isPaper) shortfall.look(site, entries);
    const isEmpty = entries.length === 0 && !isAsked;
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
    list: () => site && (site.list?.(document) ?? document.body ?? document.documentElement),
    entries: () => entries,
    forget: reading.forget,
    read,
    moved: () => show.listing()?.follow(),
  });
  const shortfall = watchShortfall({
    ctx,
    layer: () => show.listing()?.layer ?? null,
    detector: detector?.site ?? null,
  });
  /** Reads the page as if it had just been opened. */
  const begin = (): void => {
    choice.forgetAddress();
    watch.read();
  };
  const acts = orders(choice, { show, begin, detector, entries: () => entries });
  const describePage = async (): Promise<ListingDescription> => {
    watch.catchUp();
    await known;
    const is = choice.isOff() ? 'off' : !site ? 'unread' : site.isPaper ? 'paper' : 'read';
    return describeListing(show.recall(), { is, site: site?.id ?? 'digest', ...reading.counts });
  };
  // Text that can't be saved any more stays where it can be copied.
  ctx.onInvalidated(show.leaveWhenWritten);
  if (choice.isKnown()) begin();
  return { listing: show.listing, describe: describePage, ...acts };
}

interface Ordered {
  show: ReturnType<typeof createShow>;
  begin: () => void;
  detector: Detector | null;
  entries: () => IdentifiedEntry[];
}

/** Orders of a person or of the settings: each reads the page again where it changes anything. */
function orders(
  choice: ReturnType<typeof createReaderChoice>,
  { show, begin, detector, entries }: Ordered,
): Pick<Page, 'readBy' | 'heed' | 'teach' | 'triage' | 'leave'> {
  const heed = (now: PageSettings): void => {
    show.heed(now);
    if (choice.heed(now)) begin();
  };
  return {
    heed,
    readBy: (by) => {
      if (by === 'digest' && !detector)
        return fail('missing', 'The digest detector is not on this page.');
      choice.force(by);
      begin();
      return ok(null);
    },
    teach: createLessons({
      school: detector?.school ?? null,
      taught: choice.taught,
      entries,
      heed,
      tell: (text, isFailure) => show.listing()?.tell(text, isFailure),
    }),
    triage: () => {
      if (choice.returnToPage()) begin();
      show.triage();
    },
    leave: () => {
      choice.turnOff();
      begin();
    },
  };
}
