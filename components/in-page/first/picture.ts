import { quiet } from '@/components/in-page/layer/first-styles';
import { createLayer, type Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { createSightings } from '@/components/in-page/listing/sightings';
import { createMarks, type Marks } from '@/components/in-page/marks/marks';
import { elementOf } from '@/components/in-page/marks/placement';
import type { PageOpened } from '@/rpc/protocol';
import { element } from './element';
import { firstBar } from './first-bar';
import { showUnstored } from './first-mark';

interface Options {
  items: () => readonly ListedEntry[];
  opened: PageOpened;
  /** Keys that a person presses outside of text fields; `true` for those that are kept. */
  onKey: (event: KeyboardEvent) => boolean;
  /** Entries were in the window for a second. */
  seen: (items: ListedEntry[]) => void;
  signal: AbortSignal;
}

/** What is drawn before a person touches anything. */
export interface Picture {
  layer: Layer;
  marks: Marks;
  /** Titles that are in the window, and since when, `performance.now()`. */
  looked: () => ReadonlyMap<Node, number>;
  /** Says on the bar that something failed. */
  tell: (text: string) => void;
}

/** Draws marks and the bar by the parts that draw them in the whole; nothing else is there yet. */
export function drawFirst({ items, opened, onKey, seen, signal }: Options): Picture {
  const layer = createLayer({
    signal,
    styles: { first: quiet, later: () => '' },
    language: opened.words.language,
    onKey,
    unsettled: () => marks.place(),
  });
  const sightings = createSightings(seen, signal);
  const earlier = new Set(opened.seen);
  const marks = createMarks({
    layer,
    container: layer.region('marks'),
    listed: items,
    isReady: () => true,
    showState: (mark, item) => showUnstored(mark, item, !earlier.has(item.index), opened.words),
    nearChanged: () => undefined,
    placed: sightings.placed,
    signal,
  });
  const region = layer.region('dock-region');
  layer.followScheme(() => elementOf(items()[0]?.entry.titlePlace ?? []));
  marks.observe();
  layer.attach();
  // The marks first: they read where titles are, and the bar is drawn after that without unsettling the layout.
  requestAnimationFrame(() => region.append(firstBar(opened)));
  return {
    layer,
    marks,
    looked: sightings.looked,
    tell: (text) => {
      const said = element('span', { class: 'drawn failed', 'data-text': text });
      region.querySelector('.saying')?.replaceChildren(said);
    },
  };
}
