import { type Box, clamp, rightOf, bottomOf } from '@/components/in-page/layer/geometry';
import type { BarPlace } from '@/domain/settings';

/** Distance that the bar keeps from the window's edges, pixels. */
const EDGE = 8;

/** The place of a box in the window: its nearest corner, and how far from there. */
export function placeOf(box: Box, view: Box): BarPlace {
  const isRight = box.left + box.width / 2 > view.width / 2;
  const isBottom = box.top + box.height / 2 > view.height / 2;
  return {
    corner: `${isBottom ? 'bottom' : 'top'}-${isRight ? 'right' : 'left'}`,
    x: clamp(Math.round(isRight ? view.width - rightOf(box) : box.left), EDGE, view.width),
    y: clamp(Math.round(isBottom ? view.height - bottomOf(box) : box.top), EDGE, view.height),
  };
}

/** A place as a style; in a window that has become smaller the bar stays within reach. */
export function styleOf({ corner, x, y }: BarPlace): Record<string, string> {
  const [vertical = 'bottom', horizontal = 'right'] = corner.split('-');
  return {
    [vertical]: `clamp(${EDGE}px, ${y}px, calc(100vh - 48px))`,
    [horizontal]: `clamp(${EDGE}px, ${x}px, calc(100vw - 160px))`,
  };
}
