import { Bar, type Told } from '@/components/dock/bar';
import type { Layer } from '@/components/layer/layer';
import type { PageCounts } from '@/rpc/protocol';

/** How long the last action can be undone from the bar, milliseconds. */
const UNDO_SHOWN = 6_000;

export interface Dock {
  refresh: () => void;
  tell: (text: string, more?: Partial<Told>) => void;
  toggleHelp: () => void;
}

interface Options {
  layer: Layer;
  counts: () => PageCounts;
  /** The entry in triage, from 0; `null` outside of it. */
  current: () => number | null;
  startTriage: () => void;
  leaveTriage: () => void;
  undo: () => void;
  signal: AbortSignal;
}

/** The page bar with what it remembers while the page is open. */
export function createDock({ layer, counts, current, signal, ...actions }: Options): Dock {
  const region = layer.region('dock-region');
  let told: Told | null = null;
  let isCollapsed = false;
  let isHelpShown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = (): void => {
    if (signal.aborted) return;
    const at = current();
    layer.render(
      <Bar
        counts={counts()}
        told={told}
        triage={at === null ? null : at + 1}
        isCollapsed={isCollapsed}
        isHelpShown={isHelpShown && at !== null}
        collapse={(value) => {
          isCollapsed = value;
          refresh();
        }}
        {...actions}
      />,
      region,
    );
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    refresh,
    tell: (text, more) => {
      told = { text, canUndo: false, isFailure: false, ...more };
      clearTimeout(timer);
      timer = setTimeout(() => {
        told = null;
        refresh();
      }, UNDO_SHOWN);
      refresh();
    },
    toggleHelp: () => {
      isHelpShown = !isHelpShown;
      refresh();
    },
  };
}
