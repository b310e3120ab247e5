import type { Entry, Place } from '@/domain/entry';
import { around, type Box } from '@/components/in-page/layer/geometry';

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

/** Where an entry's abstract shows: as a whole, or the part that the page shows while it hides the whole. */
export const shownAbstract = ({ abstractPlace, excerptPlace }: Entry): Place =>
  excerptPlace && excerptPlace.length > 0 && linesOf(abstractPlace).length === 0
    ? excerptPlace
    : abstractPlace;

/** The box around a place in the viewport. */
export const boxOf = (place: Place): Box | null => around(linesOf(place));
