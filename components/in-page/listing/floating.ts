import type { ComponentChild } from 'preact';
import { beside, type Box, inLayer, under } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';

/** A card that floats over the page, beside its anchor: the toolbar of an entry. */
export interface Floating {
  show: (vnode: ComponentChild, anchor: () => Box | null, side: 'under' | 'beside') => void;
  hide: () => void;
  /** Puts it where its anchor is now. */
  place: () => void;
  /** Whether the pointer or the focus is in it. */
  isBusy: () => boolean;
}

export function createFloating(layer: Layer): Floating {
  let region: HTMLElement | null = null;
  let isUnderPointer = false;
  const made = (): HTMLElement => {
    const floating = layer.region('floating');
    for (const type of ['pointerenter', 'pointerleave'])
      floating.addEventListener(type, () => (isUnderPointer = type === 'pointerenter'));
    return floating;
  };
  let where: { anchor: () => Box | null; side: 'under' | 'beside' } | null = null;
  const place = (): void => {
    const card = region?.firstElementChild;
    const box = where?.anchor();
    if (!where || !(card instanceof HTMLElement) || !box) return;
    const { width, height } = card.getBoundingClientRect();
    const choose = where.side === 'under' ? under : beside;
    const point = choose(box, { width, height }, layer.view());
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
  return {
    show: (vnode, anchor, side) => {
      where = { anchor, side };
      region ??= made();
      layer.render(vnode, region);
      place();
      watchSize(region.firstElementChild);
    },
    hide: () => {
      where = null;
      isUnderPointer = false;
      if (region) layer.render(null, region);
    },
    place,
    isBusy: () => isUnderPointer || (region?.contains(layer.root.activeElement) ?? false),
  };
}
