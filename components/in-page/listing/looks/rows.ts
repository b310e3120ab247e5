import type { Layer } from '@/components/in-page/layer/layer';
import { createChips } from '@/components/in-page/marks/chips';
import { showState } from '@/components/in-page/marks/mark';
import type { Charge } from '@/components/in-page/overlay/overlay';
import type { Looks } from './looks';
import type { LiveSettings } from '@/components/in-page/listing/page-settings';
import type { Passages } from '@/components/in-page/listing/passages';

interface Options {
  layer: Layer;
  looks: Looks;
  passages: Passages;
  settings: LiveSettings;
  /** Called when marks were placed: the open card and the triage bar follow. */
  placed: () => void;
}

/** Draws at the entries near the window: the states on their marks, and with them chips, highlights and ink. */
export function createRows({
  layer,
  looks,
  passages,
  settings,
  placed,
}: Options): Pick<Charge, 'showState' | 'nearChanged' | 'placed'> {
  const chips = createChips(layer, () => settings.now().isDiscreet);
  return {
    showState: (mark, item) => showState(mark, item, looks.view().seen(item)),
    nearChanged: (near) => {
      passages.paint(near);
      looks.draw(near);
    },
    placed: (shown) => {
      placed();
      chips.place(shown);
    },
  };
}
