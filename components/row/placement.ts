import type { Place } from '@/domain/entry';
import { around, type Box } from '@/components/layer/geometry';

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

/** Whether a box in the viewport shows nothing but what the title stands in. */
function isFree({ left, top, width, height }: Box, title: Element): boolean {
  if (left < 0 || left + width > document.documentElement.clientWidth) return false;
  // Out of the window nothing can be asked; the place is taken again when it comes in.
  const at = document.elementFromPoint(left + width / 2, top + height / 2);
  return at === null || at.localName === 'gloss-layer' || (at.contains(title) && at !== title);
}

/**
 * Where the mark of a title goes: in the margin at its left; after its last line where something else is
 * in the margin; else small, over the corner.
 */
export function spotFor(place: Place): Spot | null {
  const lines = linesOf(place);
  const title = elementOf(place);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || !title) return null;
  const size = { width: MARK, height: MARK };
  const margin = {
    left: first.left - MARK - GAP,
    top: first.top + (first.height - MARK) / 2,
    ...size,
  };
  if (isFree(margin, title)) return { ...margin, small: false };
  const after = {
    left: last.left + last.width + GAP,
    top: last.top + (last.height - MARK) / 2,
    ...size,
  };
  const isInside = after.left + MARK <= document.documentElement.clientWidth;
  if (isInside && (isFree(after, title) || isAfterInside(after, title)))
    return { ...after, small: false };
  const left = Math.max(0, first.left - SMALL);
  return { left, top: first.top - SMALL / 2, width: SMALL, height: SMALL, small: true };
}

/** The title's own box often runs on behind its last word: nothing is there to cover. */
const isAfterInside = ({ left, top, width, height }: Box, title: Element): boolean =>
  document.elementFromPoint(left + width / 2, top + height / 2) === title;
