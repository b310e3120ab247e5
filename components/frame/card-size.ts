import type { FromFrame } from '@/components/in-page/frame/contract';

/** Tells the page's script how large the card is, each time that it changes. */
export interface CardSize {
  /** Measures the card that was just drawn. */
  drawn: () => void;
}

/** `turn` is the number of the shown card; `null` while none is shown. */
export function createCardSize(
  root: HTMLElement,
  turn: () => number | null,
  post: (message: FromFrame) => void,
): CardSize {
  let told = '';
  let watched: Element | null = null;
  const tell = (): void => {
    const card = root.querySelector('.card');
    const shown = turn();
    if (shown === null || !card) return;
    const box = card.getBoundingClientRect();
    const [width, height] = [Math.ceil(box.width), Math.ceil(box.height)];
    const now = `${shown} ${width} ${height}`;
    if (now === told) return;
    told = now;
    post({ type: 'size', turn: shown, width, height });
  };
  const sizes = new ResizeObserver(tell);
  const watch = (): void => {
    const card = root.querySelector('.card');
    if (card === watched) return;
    sizes.disconnect();
    watched = card;
    if (card) sizes.observe(card);
  };
  return {
    drawn: () => {
      watch();
      tell();
    },
  };
}
