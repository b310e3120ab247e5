import { judgeActs } from '@/components/in-page/first/judging';
import { wholeDress } from '@/components/in-page/layer/whole-dress';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { createOverlay, type Overlay } from '@/components/in-page/overlay/overlay';
import { pageCall } from '@/rpc/client';
import type { ListingOptions } from './contract';

/** What a listing begins with. */
interface Beginning {
  overlay: Overlay;
  /** Entries that have marks already. */
  drawn: readonly ListedEntry[];
}

/** Begins with what the first stage has drawn, where it has; that stage ends with the listing at the latest. */
export function begin({ first, site, signal }: ListingOptions): Beginning {
  const drawn = first?.drawn(judgeActs) ?? null;
  signal.addEventListener('abort', () => first?.end());
  const seen = (items: ListedEntry[]): void => {
    const papers = items.map(({ entry }) => entry.identity);
    void pageCall('page.seen', { site, at: Date.now(), papers });
  };
  const overlay = createOverlay({ dress: wholeDress(), drawn, seen, signal });
  return { overlay, drawn: drawn?.items ?? [] };
}
