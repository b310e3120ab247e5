import type { Place } from '@/domain/entry';
import { bottomOf, type Box, rightOf } from '@/components/in-page/layer/geometry';
import { isClear } from './clear';
import { elementOf, linesOf } from './placement';

export type MarkSize = 'full' | 'small' | 'tiny';

/** Sides of marks, and how far they keep from what they are beside, pixels. */
const SIDES: Record<MarkSize, number> = { full: 24, small: 16, tiny: 8 };
const GAPS: Record<MarkSize, number> = { full: 4, small: 2, tiny: 0 };
/** How far within its box a mark's ring ends, as a share of its side. */
const RIMS: Record<MarkSize, number> = { full: 1 / 8, small: 1 / 16, tiny: 0 };

/** Where a mark goes, in the viewport. */
export interface Spot extends Box {
  size: MarkSize;
}

/** What decides where the mark of a title goes. All boxes are of the viewport. */
interface Seat {
  title: Element;
  lines: readonly Box[];
  /** The first and the last line of the title. */
  first: Box;
  last: Box;
  /** The title's own box, and the block that its lines break in. */
  own: Box;
  block: Box;
  /** Room that a bullet or number takes before the title, pixels. */
  bullet: number;
  /** Text runs from right to left: so do margins. */
  isRtl: boolean;
  /** How many viewport pixels one of the layer's is. */
  scale: number;
}

/**
 * Where the mark of a title goes: in the margin before it, in one column with the others; before the block of a
 * title that begins within a line; after its last line; or small, where there is less room. It never lies on
 * letters or pictures while the page leaves any room.
 */
export function spotFor(place: Place, scale: number): Spot | null {
  const seat = seatOf(place, scale);
  if (!seat) return null;
  return (
    spotsOf(seat).find((spot) => isClear(spot, inkOf(spot), place, seat.title)) ?? lastResort(seat)
  );
}

function inkOf({ left, top, width, height, size }: Spot): Box {
  const rim = RIMS[size] * width;
  return { left: left + rim, top: top + rim, width: width - 2 * rim, height: height - 2 * rim };
}

function seatOf(place: Place, scale: number): Seat | null {
  const lines = linesOf(place);
  const title = elementOf(place);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || !title) return null;
  const own = title.getBoundingClientRect();
  const block = blockAround(title);
  return {
    title,
    lines,
    first,
    last,
    own,
    block: block === title ? own : block.getBoundingClientRect(),
    bullet: bulletBefore(title, own.left) * scale,
    isRtl: getComputedStyle(title).direction === 'rtl',
    scale,
  };
}

/** The box that a title's lines break in. */
export function blockAround(title: Element): Element {
  let at = title;
  while (at.parentElement && getComputedStyle(at).display.startsWith('inline'))
    at = at.parentElement;
  return at;
}

/** Wished places, the best first. */
function* spotsOf(seat: Seat): Generator<Spot> {
  const { first, last, own, block, bullet, scale } = seat;
  // Before a label within the title's box ("Title:"), where marks of all entries are in line.
  const isLabelled = startOf(first, seat) - startOf(own, seat) > GAPS.full * scale;
  for (const size of ['full', 'small'] as const) {
    if (isLabelled) yield before(seat, own, first, size, bullet);
    yield before(seat, first, first, size, bullet);
    if (bullet > 0) yield before(seat, first, first, size, 0);
    yield before(seat, block, first, size, bullet);
    yield after(seat, last, last, size);
    yield after(seat, block, first, size);
  }
  yield over(seat, first.top - SIDES.small * scale);
  yield over(seat, bottomOf(last));
  // Where lines break, one of them ends early.
  for (const line of seat.lines) yield atEnd(seat, line);
  yield atEdge(seat);
}

/** How far a box begins from where lines begin, in the direction of reading. */
const startOf = (box: Box, { isRtl }: Pick<Seat, 'isRtl'>): number =>
  isRtl ? -rightOf(box) : box.left;

const sidesOf = (size: MarkSize, scale: number): [side: number, gap: number] => [
  SIDES[size] * scale,
  GAPS[size] * scale,
];

const spotAt = (left: number, line: Box, side: number, size: MarkSize): Spot => ({
  left,
  top: line.top + (line.height - side) / 2,
  width: side,
  height: side,
  size,
});

/** In the line of a box, before another: at its left where text runs from left to right. */
function before({ isRtl, scale }: Seat, box: Box, line: Box, size: MarkSize, room: number): Spot {
  const [side, gap] = sidesOf(size, scale);
  const left = isRtl ? rightOf(box) + gap + room : box.left - side - gap - room;
  return spotAt(left, line, side, size);
}

function after({ isRtl, scale }: Seat, box: Box, line: Box, size: MarkSize): Spot {
  const [side, gap] = sidesOf(size, scale);
  return spotAt(isRtl ? box.left - side - gap : rightOf(box) + gap, line, side, size);
}

/** Small, over or under the beginning of the title. */
function over({ first, isRtl, scale }: Seat, top: number): Spot {
  const side = SIDES.small * scale;
  const left = isRtl ? rightOf(first) - side : first.left;
  return { left, top, width: side, height: side, size: 'small' };
}

/** Small, in the block, where a line of the title ends before it. */
function atEnd({ block, isRtl, scale }: Seat, line: Box): Spot {
  const side = SIDES.small * scale;
  return spotAt(isRtl ? block.left : rightOf(block) - side, line, side, 'small');
}

/** At the edge of the window, where pages leave a few pixels. */
function atEdge({ first, isRtl, scale }: Seat): Spot {
  const side = SIDES.tiny * scale;
  const left = isRtl ? document.documentElement.clientWidth - side : 0;
  return spotAt(left, first, side, 'tiny');
}

/** Where the page leaves no room the corner of the title shows that there is a mark. */
function lastResort(seat: Seat): Spot {
  const { first, isRtl, scale } = seat;
  const side = SIDES.small * scale;
  const spot = over(seat, first.top - side / 2);
  const edge = document.documentElement.clientWidth - side;
  return {
    ...spot,
    left: isRtl ? Math.min(edge, rightOf(first)) : Math.max(0, first.left - side),
  };
}

/** Room that a list item's bullet or number takes before it, pixels; no element measures it. */
const BULLET = 20;
const NUMBER = 32;

function bulletBefore(title: Element, edge: number): number {
  const item = title.closest('li');
  if (!item || Math.abs(item.getBoundingClientRect().left - edge) > GAPS.full) return 0;
  const { display, listStyleType, listStylePosition } = getComputedStyle(item);
  if (display !== 'list-item' || listStyleType === 'none' || listStylePosition === 'inside')
    return 0;
  return /^(?:disc|circle|square)$/.test(listStyleType) ? BULLET : NUMBER;
}
