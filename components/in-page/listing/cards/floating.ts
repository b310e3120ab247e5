import type { ComponentChild } from 'preact';
import { type Box, inLayer, type Point, type Size } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';

/** Chooses the point of the viewport that a card of a size opens at; `null` while its anchor does not show. */
export type Choose = (size: Size, view: Box) => Point | null;

/** A card that floats over the page: the toolbar of an entry. */
export interface Floating {
  show: (vnode: ComponentChild, choose: Choose) => void;
  hide: () => void;
  /** Puts it where it belongs now. */
  place: () => void;
  /** Whether the pointer or the focus is in it. */
  isBusy: () => boolean;
  hasFocus: () => boolean;
  /** Moves the focus to its first button. */
  focus: () => void;
}

interface Options {
  layer: Layer;
  /** A key is pressed while the focus is in the card. */
  onKey: (event: KeyboardEvent) => void;
}

export function createFloating({ layer, onKey }: Options): Floating {
  let region: HTMLElement | null = null;
  let isUnderPointer = false;
  const made = (): HTMLElement => {
    const floating = layer.region('floating');
    for (const type of ['pointerenter', 'pointerleave'])
      floating.addEventListener(type, () => (isUnderPointer = type === 'pointerenter'));
    // A click leaves the focus where it was: a button that has it would hold the card open.
    floating.addEventListener('mousedown', (event) => event.preventDefault());
    floating.addEventListener('keydown', onKey);
    return floating;
  };
  let choose: Choose | null = null;
  const place = (): void => {
    const card = region?.firstElementChild;
    if (!choose || !(card instanceof HTMLElement)) return;
    const { width, height } = card.getBoundingClientRect();
    const point = choose({ width, height }, layer.view());
    if (!point) return;
    const { left, top } = inLayer({ ...point, width, height }, layer.origin());
    // A transform moves nothing in the page's layout.
    card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  };
  /** A card that grows is put where it fits. */
  let sizes: ResizeObserver | null = null;
  let watched: Element | null = null;
  const watchSize = (card: Element | null): void => {
    if (card === watched) return;
    watched = card;
    sizes?.disconnect();
    sizes ??= new ResizeObserver(place);
    if (card) sizes.observe(card);
  };
  const hasFocus = (): boolean => region?.contains(layer.root.activeElement) ?? false;
  return {
    show: (vnode, chosen) => {
      choose = chosen;
      region ??= made();
      layer.render(vnode, region);
      place();
      watchSize(region.firstElementChild);
    },
    hide: () => {
      choose = null;
      isUnderPointer = false;
      if (region) layer.render(null, region);
    },
    place,
    isBusy: () => isUnderPointer || hasFocus(),
    hasFocus,
    focus: () => region?.querySelector('button')?.focus({ preventScroll: true }),
  };
}
