import type { Scheme } from '@/components/in-page/layer/scheme';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { type Anchors, hasVersions } from './anchored';
import { clear, paint } from './painter';

/** Decides whose highlights are painted: those of the entries near the window, and on paper those of the whole page. */
export interface Repaint {
  near: () => ReadonlySet<ListedEntry>;
  setNear: (items: ReadonlySet<ListedEntry>) => void;
  /** Paints again what changed. */
  again: () => void;
  /** The page may show other versions of abstracts now. */
  follow: () => void;
}

interface Options {
  entries: () => readonly ListedEntry[];
  anchors: Anchors;
  scheme: () => Scheme;
  /** Whether a person wants highlights on paper, too. */
  isPrinted: () => boolean;
  signal: AbortSignal;
}

/** Whether an entry has highlights: the text of others is never read. */
export const hasHighlights = ({ state }: ListedEntry): boolean => state.highlights.length > 0;

export function createRepaint({ entries, anchors, scheme, isPrinted, signal }: Options): Repaint {
  let near: ReadonlySet<ListedEntry> = new Set();
  let isOnPaper = false;
  const again = (): void => {
    const passages = [...(isOnPaper ? entries() : near)]
      .filter(hasHighlights)
      .flatMap((item) => anchors.of(item).painted)
      .map(({ highlight: { colour }, ranges, depth }) => ({ colour, ranges, depth }));
    if (passages.length > 0) paint(passages, isOnPaper ? 'paper' : scheme());
    else clear();
  };
  const print = ({ type }: Event): void => {
    if (!isOnPaper && !isPrinted()) return;
    isOnPaper = type === 'beforeprint';
    again();
  };
  addEventListener('beforeprint', print, { signal });
  addEventListener('afterprint', print, { signal });
  signal.addEventListener('abort', clear);
  return {
    near: () => near,
    setNear: (items) => {
      near = items;
      again();
    },
    again,
    follow: () => {
      if ([...near].some((item) => hasHighlights(item) && hasVersions(item.entry))) again();
    },
  };
}
