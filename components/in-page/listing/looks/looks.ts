import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { FirstStage } from '@/components/in-page/first/take-over';
import type { Scheme } from '@/components/in-page/layer/scheme';
import { createBlocks } from '@/components/in-page/marks/blocks';
import { createFolds } from '@/components/in-page/marks/fold';
import { createInk } from '@/components/in-page/marks/ink';
import type { PageSettings } from '@/domain/settings';
import { createFolding } from './folding';
import { createView, type View } from './view';

/** Dims, folds and underlines the page's entries by settings and states. */
export interface Looks {
  view: () => View;
  isFolded: (item: ListedEntry) => boolean;
  /** Draws the entries near the window. */
  draw: (near: Iterable<ListedEntry>) => void;
  /** Takes in new settings: folds all that they fold, also entries that were decided just now. */
  setUp: () => void;
  /** Takes in changed entries: folds no entry that a person was just looking at. */
  update: (items: readonly ListedEntry[]) => void;
  /** Entries that were seen until now count as seen before; `null` takes that back. */
  takeAsSeen: (now: number | null) => void;
  /** Brings everything folded back, for this visit. */
  unfold: () => void;
}

interface Options {
  listed: () => readonly ListedEntry[];
  settings: () => PageSettings;
  scheme: () => Scheme;
  /** The first stage, with which the visit began. */
  first: Pick<FirstStage, 'opened'> | null;
  signal: AbortSignal;
}

export function createLooks({ listed, settings, scheme, first, signal }: Options): Looks {
  const opened = first?.opened ?? Date.now();
  let visit = opened;
  const blocks = createBlocks(listed);
  const folds = createFolds(blocks, signal);
  const make = (): View => createView({ settings: settings(), visit, isFolded: folds.isFolded });
  let view = make();
  const folding = createFolding(listed);
  let near: readonly ListedEntry[] = [];

  const ink = createInk({ blocks, words: () => view.watched, scheme, signal });
  const draw = (): void => {
    const items = near.filter(({ index }) => index >= 0);
    ink.draw({
      dimmed: items.filter((item) => !folds.isFolded(item) && view.treatmentOf(item) !== 'show'),
      watched: items.filter((item) => view.isWatched(item)),
    });
  };
  const fold = (): void => folds.set(folding.due(view));
  return {
    view: () => view,
    isFolded: folds.isFolded,
    draw: (items) => {
      near = [...items];
      draw();
    },
    setUp: () => {
      view = make();
      folding.begin();
      fold();
      draw();
    },
    update: (items) => {
      folding.changed(items, folds.isFolded);
      fold();
      draw();
    },
    takeAsSeen: (now) => {
      visit = now ?? opened;
      view = make();
      draw();
    },
    unfold: () => {
      folding.unfold();
      fold();
      draw();
    },
  };
}
