import type { Box } from '@/components/in-page/layer/geometry';
import { createLayer, type Dress, type Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Drawn } from '@/components/in-page/first/take-over';
import { createMarks, type Marks } from '@/components/in-page/marks/marks';
import { listenToMarks, type MarkActs } from './mark-events';
import { createSightings } from './sightings';

/** What the script in charge of the overlay decides: what marks show, and what a person's acts on them do. */
export interface Charge extends MarkActs {
  listed: () => readonly ListedEntry[];
  /** Marks are drawn from then on: with all that is known of the papers, in one go. */
  isReady: () => boolean;
  /** Shows an entry's state on its mark. */
  showState: (mark: HTMLButtonElement, item: ListedEntry) => void;
  /** Other entries are near the window now. */
  nearChanged: (near: ReadonlySet<ListedEntry>) => void;
  /** Entries whose marks are placed, and where in the viewport. */
  placed: (shown: ReadonlyMap<ListedEntry, Box>) => void;
  /** Keys pressed outside our text fields; `true` when the key was for us. */
  onKey: (event: KeyboardEvent) => boolean;
}

interface Options {
  dress: Dress;
  /** What the first stage has drawn: it is gone on with. */
  drawn: Drawn | null;
  /** Entries were in the window for a second. */
  seen: (items: ListedEntry[]) => void;
  /** Ends the overlay: nothing of it stays on the page. */
  signal: AbortSignal;
}

/**
 * The layer with the marks, and what listens to them. Where the first stage drew them, the very elements stay: no
 * pointer, focus or half-done press is lost.
 */
export interface Overlay {
  layer: Layer;
  marks: Marks;
  /** Has one decide from now on. All that is drawn stays; its states are shown anew. */
  take: (charge: Charge) => void;
}

/** Makes an overlay that nobody is in charge of yet: it draws and hears nothing until then. */
export function createOverlay({ dress, drawn, seen, signal }: Options): Overlay {
  let charge: Charge | null = null;
  let near: ReadonlySet<ListedEntry> = new Set();
  const layer = createLayer({
    signal,
    dress,
    canvas: drawn?.canvas,
    onKey: (event) => (charge ?? drawn)?.onKey(event) ?? false,
    unsettled: () => marks.place(),
  });
  const container = layer.region('marks');
  const sightings = createSightings(seen, drawn?.counted ?? new Set(), signal);
  const marks = createMarks({
    layer,
    container,
    drawn: drawn?.marks,
    listed: () => charge?.listed() ?? [],
    isReady: () => charge?.isReady() ?? false,
    showState: (mark, item) => charge?.showState(mark, item),
    nearChanged: (now) => {
      near = now;
      charge?.nearChanged(now);
    },
    placed: (shown, height) => {
      charge?.placed(shown);
      sightings.placed(shown, height);
    },
    signal,
  });
  listenToMarks({
    layer,
    container,
    itemOf: marks.itemOf,
    enter: (item) => charge?.enter(item),
    leave: () => charge?.leave(),
    press: (item) => charge?.press(item),
    goIn: (item) => charge?.goIn(item) ?? false,
    away: () => charge?.away(),
    signal,
  });
  return {
    layer,
    marks,
    take: (next) => {
      charge = next;
      marks.observe();
      if (near.size > 0) charge.nearChanged(new Set([...near].filter(({ index }) => index >= 0)));
    },
  };
}
