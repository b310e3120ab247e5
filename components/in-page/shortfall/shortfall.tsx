import { createLayer, type Layer } from '@/components/in-page/layer/layer';
import { wholeDress } from '@/components/in-page/layer/whole-dress';
import { ShortfallCard } from './shortfall-card';

interface Shown {
  read: number;
  about: number;
  report: () => string;
  /** Has the page read by the digest detector; `false` where the browser wants a person to ask at its own button. */
  readAsDigest: () => Promise<boolean>;
  /** Called when a person puts the card away. */
  dismissed: () => void;
}

/** The card that says a page was not read as it should be. Made with the first message. */
export interface Shortfall {
  show: (shown: Shown) => void;
  hide: () => void;
  /** The message that is shown now; `null` without one. */
  shown: () => Shown | null;
}

function ownLayer(signal: AbortSignal): Layer {
  const layer = createLayer({ signal, dress: wholeDress(), onKey: () => false });
  layer.attach();
  layer.followScheme(() => document.body);
  return layer;
}

/** `layer` is where Gloss draws on the page already, if it does. */
export function createShortfall(layer: () => Layer | null): Shortfall {
  let life: AbortController | null = null;
  let now: { shown: Shown; region: Element } | null = null;
  const hide = (): void => {
    life?.abort();
    [life, now] = [null, null];
  };
  return {
    hide,
    // The layer under the card goes away with the page's entries.
    shown: () => (now?.region.isConnected ? now.shown : null),
    show: (shown) => {
      hide();
      const { dismissed, ...rest } = shown;
      life = new AbortController();
      const { signal } = life;
      const at = layer() ?? ownLayer(signal);
      const region = at.region('shortfall-region');
      now = { shown, region };
      const close = (): void => {
        hide();
        dismissed();
      };
      at.render(<ShortfallCard {...rest} close={close} />, region);
      signal.addEventListener('abort', () => {
        at.render(null, region);
        region.remove();
      });
    },
  };
}
