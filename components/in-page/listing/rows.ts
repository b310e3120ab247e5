import type { FirstStage } from '@/components/in-page/first/take-over';
import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { createChips } from '@/components/in-page/marks/chips';
import { showState } from '@/components/in-page/marks/mark';
import { createMarks, type Marks } from '@/components/in-page/marks/marks';
import { pageCall } from '@/rpc/client';
import type { Looks } from './looks';
import type { LiveSettings } from './page-settings';
import type { Passages } from './passages';
import { createSightings } from './sightings';

interface Options {
  site: string;
  layer: Layer;
  container: HTMLElement;
  listed: () => readonly ListedEntry[];
  looks: Looks;
  passages: Passages;
  settings: LiveSettings;
  /** Whether the first picture is drawn. */
  isReady: () => boolean;
  /** The first stage: what it noticed in the window is not counted again. */
  first: Pick<FirstStage, 'looked'> | null;
  /** Called when marks were placed: the open card and the triage bar follow. */
  placed: () => void;
  signal: AbortSignal;
}

/** Draws at the entries near the window: their marks, and with them chips, highlights and ink. */
export function createRows(options: Options): Marks {
  const { site, layer, container, listed, looks, passages, settings, signal } = options;
  const sightings = createSightings(
    (items) => {
      const papers = items.map(({ entry }) => entry.identity);
      void pageCall('page.seen', { site, at: Date.now(), papers });
    },
    signal,
    options.first?.looked(),
  );
  const chips = createChips(layer, () => settings.now().isDiscreet);
  return createMarks({
    layer,
    container,
    listed,
    isReady: options.isReady,
    showState: (mark, item) => showState(mark, item, looks.view().seen(item)),
    nearChanged: (near) => {
      passages.paint(near);
      looks.draw(near);
    },
    placed: (shown, height) => {
      options.placed();
      chips.place(shown);
      sightings.placed(shown, height);
    },
    signal,
  });
}
