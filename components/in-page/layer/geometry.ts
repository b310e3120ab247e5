/** A rectangle in CSS pixels; of the viewport unless told otherwise. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Point {
  left: number;
  top: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Where the layer's own coordinates begin in the viewport, and how many viewport pixels one of its pixels is. */
export interface Origin extends Point {
  scale: number;
}

export const rightOf = ({ left, width }: Box): number => left + width;
export const bottomOf = ({ top, height }: Box): number => top + height;

/** A box in the coordinates that elements of the layer are positioned in. */
export const inLayer = (box: Box, { left, top, scale }: Origin): Box => ({
  left: (box.left - left) / scale,
  top: (box.top - top) / scale,
  width: box.width / scale,
  height: box.height / scale,
});

/** The smallest box around all of them; `null` around none. */
export function around(boxes: readonly Box[]): Box | null {
  const [first, ...others] = boxes;
  if (!first) return null;
  return others.reduce((all, box) => {
    const left = Math.min(all.left, box.left);
    const top = Math.min(all.top, box.top);
    return {
      left,
      top,
      width: Math.max(rightOf(all), rightOf(box)) - left,
      height: Math.max(bottomOf(all), bottomOf(box)) - top,
    };
  }, first);
}

export const intersects = (a: Box, b: Box): boolean =>
  a.left < rightOf(b) && b.left < rightOf(a) && a.top < bottomOf(b) && b.top < bottomOf(a);

/** `value` between two bounds; the lower one wins where they cross. */
export const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, high));

/** Distance of floating things from the window's edges. */
const EDGE = 8;

/** A point at which a thing of a size lies within the window. */
export const within = (point: Point, size: Size, view: Box): Point => ({
  left: clamp(point.left, view.left + EDGE, rightOf(view) - size.width - EDGE),
  top: clamp(point.top, view.top + EDGE, bottomOf(view) - size.height - EDGE),
});

/** Under the anchor, above it where there is no room; its near edges aligned. Never outside the window. */
export function under(anchor: Box, size: Size, view: Box, gap = 4): Point {
  const below = bottomOf(anchor) + gap;
  const above = anchor.top - gap - size.height;
  const fits = below + size.height + EDGE <= bottomOf(view) || above < view.top + EDGE;
  return within({ left: anchor.left, top: fits ? below : above }, size, view);
}

/** Beside the anchor, on the right before the left; under it where the window is too narrow for either. */
export function beside(anchor: Box, size: Size, view: Box, gap = 16): Point {
  const right = rightOf(anchor) + gap;
  if (right + size.width + EDGE <= rightOf(view))
    return within({ left: right, top: anchor.top }, size, view);
  const left = anchor.left - gap - size.width;
  if (left >= view.left + EDGE) return within({ left, top: anchor.top }, size, view);
  return under(anchor, size, view);
}
