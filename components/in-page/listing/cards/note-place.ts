import {
  beside,
  bottomOf,
  type Box,
  type Point,
  rightOf,
  type Size,
  within,
} from '@/components/in-page/layer/geometry';

/** A note card with its border, and how far it keeps from the paper and the window's edge, pixels. */
const WIDTH = 362;
const GAP = 16;
const EDGE = 8;
/** In less height nobody writes, pixels. */
const LEAST = 220;

/** A place for a note card, and how high it may grow there, pixels. */
export interface NotePlace {
  room: number;
  choose: (paper: Box, size: Size, view: Box) => Point;
}

const under = (paper: Box, size: Size, view: Box): Point =>
  within({ left: paper.left, top: bottomOf(paper) + GAP / 2 }, size, view);

const over = (paper: Box, size: Size, view: Box): Point =>
  within({ left: paper.left, top: paper.top - GAP / 2 - size.height }, size, view);

const inCorner = (_: Box, size: Size, view: Box): Point =>
  within({ left: rightOf(view), top: bottomOf(view) }, size, view);

/**
 * Where the card of a note goes so that it never covers the paper that it is about, however long the note gets: beside
 * the paper, under it, over it; in the window's corner where the paper fills the window.
 */
export function notePlace(paper: Box, view: Box): NotePlace {
  const besides = Math.max(rightOf(view) - rightOf(paper), paper.left - view.left);
  if (besides >= WIDTH + GAP + EDGE) return { room: view.height - 2 * EDGE, choose: beside };
  const below = bottomOf(view) - bottomOf(paper) - GAP / 2 - EDGE;
  if (below >= LEAST) return { room: below, choose: under };
  const above = paper.top - view.top - GAP / 2 - EDGE;
  if (above >= LEAST) return { room: above, choose: over };
  return { room: Math.max(LEAST, view.height / 2), choose: inCorner };
}
