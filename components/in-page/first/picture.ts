import { quiet } from '@/components/in-page/layer/first-styles';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { elementOf } from '@/components/in-page/marks/placement';
import { createOverlay, type Overlay } from '@/components/in-page/overlay/overlay';
import type { PageOpened } from '@/rpc/protocol';
import { type Acts, type Kept, keepActs } from './acts';
import { element } from './element';
import { firstBar } from './first-bar';
import { showUnstored } from './first-mark';

interface Options extends Pick<Kept, 'touched' | 'mayMean' | 'isTriageDue'> {
  items: readonly ListedEntry[];
  opened: PageOpened;
  /** Entries were in the window for a second. */
  seen: (items: ListedEntry[]) => void;
  /** Ends what is drawn. */
  signal: AbortSignal;
  /** Ends what is kept for the whole. */
  passed: AbortSignal;
}

/** What is drawn before a person touches anything. */
export interface Picture {
  overlay: Overlay;
  acts: Acts;
  /** Says on the bar that something failed. */
  tell: (text: string) => void;
}

/** Draws marks and the bar; what a person does on them is kept for the whole. */
export function drawFirst(options: Options): Picture {
  const { items, opened, seen, signal, passed } = options;
  const { words } = opened;
  const dress = { styles: { first: quiet, later: '' }, language: words.language };
  const overlay = createOverlay({ dress, seen, signal });
  const { layer } = overlay;
  const region = layer.region('dock-region');
  const acts = keepActs({ ...options, layer, signal: passed });
  const earlier = new Set(opened.seen);
  layer.followScheme(() => elementOf(items[0]?.entry.titlePlace ?? []));
  overlay.take({
    ...acts,
    listed: () => items,
    isReady: () => true,
    showState: (mark, item) => showUnstored(mark, item, !earlier.has(item.index), words),
    nearChanged: () => undefined,
    placed: () => undefined,
  });
  layer.attach();
  // The marks first: they read where titles are, and the bar is drawn after that without unsettling the layout.
  requestAnimationFrame(() => region.append(firstBar(opened)));
  return {
    overlay,
    acts,
    tell: (text) => {
      const said = element('span', { class: 'drawn failed', 'data-text': text });
      region.querySelector('.saying')?.replaceChildren(said);
    },
  };
}
