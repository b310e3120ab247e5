import type { ContentScriptContext } from '#imports';
import { createShortfall } from '@/components/in-page/shortfall/shortfall';
import type { Layer } from '@/components/in-page/layer/layer';
import type { Entry } from '@/domain/entry';
import { pageCall } from '@/rpc/client';
import { outlineOf } from '@/sites/shortfall/outline';
import { type Promised, promisedBy } from '@/sites/shortfall/promise';
import type { Site } from '@/sites/site';
import { headOf } from './report';

/** A page that has not changed for so long is as it will be, milliseconds. */
const SETTLED = 2_500;

interface Watched {
  ctx: ContentScriptContext;
  layer: () => Layer | null;
  /** The detector that reads a page without knowing its site, where it is loaded. */
  detector: Site | null;
}

/** Compares what an adapter read with what its page seems to hold, once the page has come to rest. */
export interface ShortfallWatch {
  /** The page was read by an adapter. */
  look: (site: Site, entries: readonly Entry[]) => void;
  /** Takes in that another page has come, or that Gloss has left. */
  forget: () => void;
}

export function watchShortfall({ ctx, layer, detector }: Watched): ShortfallWatch {
  const shortfall = createShortfall(layer);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDismissed = false;
  const look = (site: Site, entries: readonly Entry[]): void => {
    if (!ctx.isValid || isDismissed) return;
    const url = new URL(location.href);
    const promised = promisedBy(document, url, entries, detector);
    const shown = shortfall.shown();
    if (!promised) return shortfall.hide();
    if (shown?.read === promised.read && shown.about === promised.about) return;
    shortfall.show({
      ...promised,
      report: () => reportOf(site, promised),
      readAsDigest: async () => (await pageCall('page.digest', null)).ok,
      dismissed: () => {
        isDismissed = true;
      },
    });
  };
  const forget = (): void => {
    clearTimeout(timer);
    shortfall.hide();
    isDismissed = false;
  };
  ctx.onInvalidated(forget);
  return {
    look: (site, entries) => {
      clearTimeout(timer);
      timer = setTimeout(() => ctx.requestIdleCallback(() => look(site, entries)), SETTLED);
    },
    forget,
  };
}

/** A report for the person who mends an adapter: no text of the page, no query, nothing about the reader. */
const reportOf = (site: Site, { read, about }: Promised): string =>
  [...headOf(site), `Entries: ${read} read, about ${about} expected`, '', outlineOf(document)].join(
    '\n',
  );
