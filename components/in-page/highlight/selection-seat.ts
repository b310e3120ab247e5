import { type ComponentChild, render } from 'preact';
import { type Box, type Size, under } from '@/components/in-page/layer/geometry';

/** Between a passage and its bar, pixels. */
const GAP = 8;

/** Where a bar of a size goes: under its passage. */
export const below = (box: Box, size: Size, view: Box) => under(box, size, view, GAP);

/** Holds the bar of a selection, under the selected passage. */
export interface SelectionSeat {
  show: (bar: ComponentChild, box: () => Box | null) => void;
  hide: () => void;
  /** Puts the bar where its passage is now. */
  place: () => void;
  /** Moves the keyboard's focus to the bar; `false` where none is shown. */
  focus: () => boolean;
  has: (element: Element | null) => boolean;
}

export function createSelectionSeat(container: Element): SelectionSeat {
  let anchor: (() => Box | null) | null = null;
  const place = (): void => {
    const card = container.firstElementChild;
    const box = anchor?.();
    if (!(card instanceof HTMLElement) || !box) return;
    const { width, height } = card.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    const view = { left: 0, top: 0, width: clientWidth, height: innerHeight };
    const { left, top } = below(box, { width, height }, view);
    card.style.left = `${Math.round(left)}px`;
    card.style.top = `${Math.round(top)}px`;
  };
  return {
    show: (bar, box) => {
      anchor = box;
      render(bar, container);
      place();
    },
    hide: () => {
      anchor = null;
      render(null, container);
    },
    place,
    focus: () => {
      const button = container.querySelector('button');
      button?.focus({ preventScroll: true });
      return button !== null;
    },
    has: (element) => container.contains(element),
  };
}
