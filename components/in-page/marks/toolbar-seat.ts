import {
  type Box,
  bottomOf,
  intersects,
  type Point,
  rightOf,
  type Size,
  within,
} from '@/components/in-page/layer/geometry';

/** How far a toolbar reaches beside the lower half of its mark: the pointer crosses no gap, pixels. */
const TOUCH = 2;

/**
 * Where the toolbar of a mark opens, in the viewport: beside the column of marks, under the mark or above it, so that it
 * covers no other mark. Where marks trail their titles it goes where it covers the fewest.
 */
export function besideMark(mark: Box, size: Size, view: Box, others: readonly Box[]): Point {
  const [right, left] = [rightOf(mark), mark.left - size.width];
  const [below, above] = [bottomOf(mark) - TOUCH, mark.top + TOUCH - size.height];
  const points: Point[] = [
    { left: right, top: below },
    { left: right, top: above },
    { left, top: below },
    { left, top: above },
    { left: mark.left, top: below + 2 * TOUCH },
    { left: mark.left, top: above - 2 * TOUCH },
  ];
  const judged = points.map((wished) => {
    const point = within(wished, size, view);
    const card = { ...point, ...size };
    const covered = others.filter((other) => intersects(card, other)).length;
    // At the window's edge it was moved, and may lie on its own mark.
    return { point, cost: 2 * covered + Number(intersects(card, mark)) };
  });
  const least = Math.min(...judged.map(({ cost }) => cost));
  return judged.find(({ cost }) => cost === least)?.point ?? { left: right, top: below };
}
