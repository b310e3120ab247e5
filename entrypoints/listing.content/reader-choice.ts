import { siteFor } from '@/sites';
import { paperPageFor } from '@/sites/papers/pages';
import { proxiedSiteFor } from '@/sites/proxy/proxied';
import type { Site } from '@/sites/site';

/** The address that tells one page from another: without its fragment. */
const addressOf = ({ origin, pathname, search }: URL): string => origin + pathname + search;

/**
 * Decides which reader reads the page: the adapter of its address, the digest detector where a person asked for it, or
 * none where Gloss is off.
 */
export function createReaderChoice(detector: Site | null) {
  const isAsked = detector !== null;
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
      if (isForced) return detector;
      return (
        siteFor(url) ?? paperPageFor(url) ?? (isAsked ? proxiedSiteFor(url) : null) ?? detector
      );
    },
    /** Takes the settings' word; gives whether it changed anything. A person's own asking outweighs it. */
    heed(isOffHere: boolean): boolean {
      if (isOff === isOffHere || (isAsked && isOff !== null)) return false;
      isOff = isOffHere;
      return true;
    },
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
