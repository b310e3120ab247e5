import type { Place } from '@/domain/entry';
import { around, type Box } from '@/components/in-page/layer/geometry';
import { isHost } from '@/components/in-page/layer/host';

/** The element that a place's text begins in. */
export function elementOf(place: Place): Element | null {
  const node = place[0]?.node;
  if (!node) return null;
  return node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
}

/** A text node and an offset in it, `offset` characters into a node's text. */
function pointAt(node: Node, offset: number): [Node, number] {
  if (node.nodeType === Node.TEXT_NODE) return [node, offset];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Node | null = null;
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const length = text.nodeValue?.length ?? 0;
    if (left <= length) return [text, left];
    left -= length;
    last = text;
  }
  return last ? [last, last.nodeValue?.length ?? 0] : [node, 0];
}

/** The page's text that a place is, as one range. */
export function rangeOf(place: Place): Range | null {
  const [first, last] = [place[0], place.at(-1)];
  if (!first || !last || !first.node.isConnected || !last.node.isConnected) return null;
  const range = document.createRange();
  if (first.start === undefined) range.setStart(first.node, 0);
  else range.setStart(...pointAt(first.node, first.start));
  if (last.end === undefined)
    range.setEnd(last.node, last.node.childNodes.length || (last.node.nodeValue?.length ?? 0));
  else range.setEnd(...pointAt(last.node, last.end));
  return range;
}

/** Lines of a place in the viewport; empty where it is not shown. */
export function linesOf(place: Place): Box[] {
  const range = rangeOf(place);
  return range
    ? [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
    : [];
}

/** The box around a place in the viewport. */
export const boxOf = (place: Place): Box | null => around(linesOf(place));

/** Sizes of a mark's target, pixels. */
export const MARK = 24;
const SMALL = 16;
const GAP = 4;

/** Where a mark goes, in the viewport. */
export interface Spot extends Box {
  small: boolean;
}

/** Whether a box in the viewport shows nothing but the box that holds the title. */
function isFree({ left, top, width, height }: Box, title: Element): boolean {
  if (left < 0 || left + width > document.documentElement.clientWidth) return false;
  // Out of the window the page can't be asked; the mark is placed again when it comes in.
  const at = shownAt(left + width / 2, top + height / 2);
  return at === null || (at.contains(title) && at !== title);
}

/** The element that the page shows at a point of the viewport, beneath our layer; `null` out of the window. */
export function shownAt(x: number, y: number): Element | null {
  const at = document.elementFromPoint(x, y);
  if (!at || !isHost(at)) return at;
  return document.elementsFromPoint(x, y).find((element) => !isHost(element)) ?? null;
}

/**
 * Where the mark of a title goes: in the margin at its left; after its last line where something else is
 * in the margin; else small, over the corner. `scale`: how many viewport pixels one of the layer's is.
 */
export function spotFor(place: Place, scale: number): Spot | null {
  const lines = linesOf(place);
  const title = elementOf(place);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || !title) return null;
  const [side, gap, small] = [MARK * scale, GAP * scale, SMALL * scale];
  const size = { width: side, height: side };
  const margin = {
    left: first.left - side - gap,
    top: first.top + (first.height - side) / 2,
    ...size,
  };
  // Before a label within the title's box ("Title:"), where marks of all entries are in line.
  const { left: edge } = title.getBoundingClientRect();
  const bullet = bulletBefore(title, edge) * scale;
  const margins =
    first.left - edge > gap ? [{ ...margin, left: edge - side - gap }, margin] : [margin];
  for (const spot of margins) {
    const beside = { ...spot, left: spot.left - bullet };
    if (isFree(beside, title)) return { ...beside, small: false };
  }
  const after = {
    left: last.left + last.width + gap,
    top: last.top + (last.height - side) / 2,
    ...size,
  };
  const isInside = after.left + side <= document.documentElement.clientWidth;
  if (isInside && (isFree(after, title) || isAfterInside(after, title)))
    return { ...after, small: false };
  const left = Math.max(0, first.left - small);
  return { left, top: first.top - small / 2, width: small, height: small, small: true };
}

/** Room that a list item's bullet or number takes before it, pixels; no element measures it. */
const BULLET = 20;
const NUMBER = 32;

function bulletBefore(title: Element, edge: number): number {
  const item = title.closest('li');
  if (!item || Math.abs(item.getBoundingClientRect().left - edge) > GAP) return 0;
  const { display, listStyleType, listStylePosition } = getComputedStyle(item);
  if (display !== 'list-item' || listStyleType === 'none' || listStylePosition === 'inside')
    return 0;
  return /^(?:disc|circle|square)$/.test(listStyleType) ? BULLET : NUMBER;
}

/** The title's own box often runs on behind its last word: nothing is there to cover. */
const isAfterInside = ({ left, top, width, height }: Box, title: Element): boolean =>
  shownAt(left + width / 2, top + height / 2) === title;
