import type { FirstStage } from '@/components/in-page/first/take-over';
import { createUnfinished } from '@/components/in-page/frame/unfinished';
import type { Listing, ListingOptions } from '@/components/in-page/listing/contract';
import { isOverheard } from '@/components/in-page/layer/screen';
import { createListing } from '@/components/in-page/listing/listing';
import type { IdentifiedEntry } from '@/domain/entry';
import { DEFAULT_SETTINGS, type PageSettings, settingsFor } from '@/domain/settings';
import { siteName } from '@/sites';
import type { Site } from '@/sites/site';
import type { Will } from './succession';

type ListingPorts = Pick<ListingOptions, 'catchUp' | 'turnOff' | 'renew' | 'teach' | 'report'>;

/** Holds what Gloss shows on the page, from the first entries of a site to the last. */
export function createShow(will: Will, first: FirstStage | null, ports: ListingPorts) {
  let settings = settingsFor(DEFAULT_SETTINGS, '');
  let life: AbortController | null = null;
  let listing: Listing | null = null;
  /** A person asked for triage where nothing was listed yet. */
  let isTriageDue = false;
  const unfinished = createUnfinished();
  /** It is there to be taken over once. */
  let before = first;
  /** Where the page may look into the layer, nothing private is drawn there. */
  const held = (): PageSettings =>
    import.meta.env.FIREFOX && isOverheard() ? { ...settings, isDiscreet: true } : settings;
  const leave = (): void => {
    life?.abort();
    [life, listing] = [null, null];
  };
  return {
    leave,
    /** Leaves once no note is open or unsaved. */
    leaveWhenWritten: (): void => {
      if (listing) listing.whenWritten(leave);
      else leave();
    },
    listing: (): Listing | null => listing,
    /** The same, for a person who asks for it. */
    recall: (): Listing | null => {
      listing?.recall();
      return listing;
    },
    heed: (now: PageSettings): void => {
      settings = now;
      listing?.heed(held());
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
        const goesOn = { unfinished, first: before };
        listing = createListing({ ...about, settings: held(), ...ports, ...goesOn, signal });
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
