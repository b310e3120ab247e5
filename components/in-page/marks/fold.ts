import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Blocks } from './blocks';

/** Folds entries away, and back, without a change of the page's DOM. */
export interface Folds {
  /** Folds these entries and no others. */
  set: (items: readonly ListedEntry[]) => void;
  isFolded: (item: ListedEntry) => boolean;
}

/** Out of the way; the properties beside `display` are for browsers that do not animate it (Firefox). */
const AWAY = {
  display: 'none',
  visibility: 'hidden',
  overflow: 'hidden',
  height: '0',
  minHeight: '0',
  margin: '0',
  padding: '0',
  borderWidth: '0',
};

/**
 * A paused animation holds each element folded: it outranks the page's ordinary styles, the page's
 * attributes and text stay as they are, and cancelling it leaves no trace. Paper shows everything.
 */
export function createFolds(blocks: Blocks, signal: AbortSignal): Folds {
  const held = new Map<Element, Animation>();
  let folded = new Set<ListedEntry>();
  const release = (): void => {
    for (const animation of held.values()) animation.cancel();
    held.clear();
  };
  const hold = (elements: ReadonlySet<Element>): void => {
    for (const [element, animation] of held)
      if (!elements.has(element)) {
        animation.cancel();
        held.delete(element);
      }
    for (const element of elements) {
      if (held.has(element)) continue;
      const animation = element.animate([AWAY, AWAY], { duration: 1, fill: 'both' });
      animation.pause();
      held.set(element, animation);
    }
  };
  let wanted: ReadonlySet<Element> = new Set();
  addEventListener('beforeprint', release, { signal });
  addEventListener('afterprint', () => hold(wanted), { signal });
  signal.addEventListener('abort', release);
  return {
    set: (items) => {
      if (items.length === 0 && held.size === 0) return;
      const elements = new Set<Element>();
      folded = new Set();
      for (const item of items) {
        const own = blocks.of(item);
        if (own.length > 0) folded.add(item);
        for (const element of own) elements.add(element);
      }
      wanted = elements;
      hold(elements);
    },
    isFolded: (item) => folded.has(item),
  };
}
