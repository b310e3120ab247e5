import type { PageSettings } from '@/domain/settings';
import { siteFor } from '@/sites';
import { paperPageFor } from '@/sites/papers/pages';
import { proxiedSiteFor } from '@/sites/proxy/proxied';
import type { Taught } from '@/domain/taught';
import type { Site } from '@/sites/site';
import type { Detector } from './detector';

/** The address that tells one page from another: without its fragment. */
const addressOf = ({ origin, pathname, search }: URL): string => origin + pathname + search;

/** Makes readers with what was taught; the same again for the same. */
function createTaughtReaders(detector: Detector | null) {
  let last: { base: Site; taught: Taught; site: Site } | null = null;
  const reader = (base: Site | null, taught: Taught | null): Site | null => {
    if (!detector?.school || !base || !taught) return base;
    if (last?.base !== base || last.taught !== taught)
      last = { base, taught, site: detector.school.taughtSite(taught, base) };
    return last.site;
  };
  return Object.assign(reader, {
    has: (site: Site | null) => site !== null && site === last?.site,
  });
}

/**
 * Decides which reader reads the page: the adapter of its address, the digest detector where a person asked for it, or
 * none where Gloss is off.
 */
export function createReaderChoice(detector: Detector | null) {
  const isAsked = detector !== null;
  let taught: Taught | null = null;
  const withTaught = createTaughtReaders(detector);
  /** `null` until it is known. Where a person asks for Gloss it is on. */
  let isOff: boolean | null = isAsked ? false : null;
  let isForced = false;
  /** The address of a page that a person turned Gloss off for, as long as the document lives. */
  let leftAt: string | null = null;
  let address = '';

  return {
    isKnown: (): boolean => isOff !== null,
    isOff: (): boolean => isOff === true,
    /** Whether the address changed since the last call. */
    arrives(url: URL): boolean {
      const now = addressOf(url);
      if (now === address) return false;
      address = now;
      return true;
    },
    /** Makes the next call of `arrives` say yes: the page is to be read as if it had just been opened. */
    forgetAddress: (): void => {
      address = '';
    },
    readerAt(url: URL): Site | null {
      if (isOff !== false || address === leftAt) return null;
      const own = detector?.site ?? null;
      if (isForced) return withTaught(own, taught);
      const known = siteFor(url) ?? paperPageFor(url) ?? (isAsked ? proxiedSiteFor(url) : null);
      return withTaught(known ?? own, taught);
    },
    /** Takes the settings' word; gives whether it changed anything. A person's own asking outweighs it. */
    heed(now: Pick<PageSettings, 'isOff' | 'taught'>): boolean {
      const isTaughtNew = isAsked && JSON.stringify(now.taught) !== JSON.stringify(taught);
      if (isTaughtNew) taught = now.taught;
      if (isOff === now.isOff || (isAsked && isOff !== null)) return isTaughtNew;
      isOff = now.isOff;
      return true;
    },
    /** Whether a reader reads because a person asked for it: it shows where it finds nothing, too. */
    isAskedFor: (site: Site | null): boolean =>
      detector !== null && (site === detector.site || withTaught.has(site)),
    taught: (): Taught | null => taught,
    /** From now on reads by the detector alone, or by the reader that knows the page. */
    force(by: 'site' | 'digest'): void {
      isForced = by === 'digest';
      isOff = false;
    },
    leavePage: (): void => {
      leftAt = address;
    },
    /** Gives whether a person had left this page. */
    returnToPage(): boolean {
      const wasLeft = leftAt !== null;
      leftAt = null;
      return wasLeft;
    },
    turnOff: (): void => {
      isOff = true;
    },
  };
}
