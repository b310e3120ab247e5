import { type Box, bottomOf, intersects, rightOf } from '@/components/in-page/layer/geometry';
import { isHost } from '@/components/in-page/layer/host';
import type { Place } from '@/domain/entry';

/** The element that the page shows at a point of the viewport, beneath our layer; `null` out of the window. */
export function shownAt(x: number, y: number): Element | null {
  const at = document.elementFromPoint(x, y);
  if (!at || !isHost(at)) return at;
  return document.elementsFromPoint(x, y).find((element) => !isHost(element)) ?? null;
}

/** A line's letters end so far within its box, as a share of its height. */
const LEADING = 0.12;
/** Texts beside a title in its parent that may reach to its mark. */
const NEIGHBOURS = 6;
/** Of a text that holds a title and much more, so many characters before and after the title are looked at. */
const AROUND = 400;
/** Longer texts beside a title are asked point by point: they have too many lines to look through. */
const LONG = 2_000;

/**
 * Whether a mark may show in a box of the viewport, of which `box` is what is drawn: the page has nothing there but
 * boxes that hold the title, and no letter. Out of the window the page can't be asked; the mark is placed again when it
 * comes in.
 */
export function isClear(target: Box, box: Box, place: Place, title: Element): boolean {
  if (target.left < 0 || rightOf(target) > document.documentElement.clientWidth) return false;
  const holders = new Set<Element>();
  for (const [x, y] of pointsOf(box)) {
    const at = shownAt(x, y);
    if (!at) continue;
    if (!at.contains(title)) return false;
    holders.add(at);
  }
  const own = linesAround(place);
  return (
    !own.some((line) => intersects(lettersOf(line), box)) &&
    [...holders].every((holder) => !hasLetters(holder, title, box))
  );
}

/** The middle first: most boxes that are not free are found there. */
const pointsOf = (box: Box): [number, number][] => {
  const { left, top, width, height } = box;
  const [right, bottom] = [rightOf(box) - 1, bottomOf(box) - 1];
  return [
    [left + width / 2, top + height / 2],
    [left + 1, top + 1],
    [right, top + 1],
    [left + 1, bottom],
    [right, bottom],
  ];
};

/** Lines of the long text that a title is a stretch of, as in a page of plain text. */
function linesAround(place: Place): DOMRect[] {
  const [part] = place;
  const text = part?.node.nodeValue;
  if (!part || !text || text.length <= LONG) return [];
  const { node, start = 0, end = text.length } = part;
  const range = document.createRange();
  range.setStart(node, Math.max(0, start - AROUND));
  range.setEnd(node, Math.min(text.length, end + AROUND));
  return [...range.getClientRects()];
}

/** Whether text of an element itself, beside what holds the title, is in a box. */
function hasLetters(holder: Element, title: Element, box: Box): boolean {
  if (holder === title)
    return [...holder.childNodes].slice(0, 2 * NEIGHBOURS).some((node) => isText(node, box));
  let around: Node = title;
  while (around.parentNode && around.parentNode !== holder) around = around.parentNode;
  return (
    walk(around, (node) => node.previousSibling).some((node) => isText(node, box)) ||
    walk(around, (node) => node.nextSibling).some((node) => isText(node, box))
  );
}

function walk(from: Node, next: (node: Node) => Node | null): Node[] {
  const found: Node[] = [];
  for (let at = next(from); at && found.length < NEIGHBOURS; at = next(at)) found.push(at);
  return found;
}

function isText(node: Node, box: Box): boolean {
  if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) return false;
  if (node.nodeValue.length > LONG) return pointsOf(box).some(([x, y]) => isLetterAt(x, y));
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].some((line) => intersects(lettersOf(line), box));
}

const lettersOf = ({ left, top, width, height }: Box): Box => ({
  left,
  top: top + LEADING * height,
  width,
  height: height * (1 - 2 * LEADING),
});

/** Whether the page has a letter at a point. */
export function isLetterAt(x: number, y: number): boolean {
  const caret = document.caretPositionFromPoint?.(x, y);
  const node = caret?.offsetNode;
  if (!caret || node?.nodeType !== Node.TEXT_NODE) return false;
  const range = document.createRange();
  range.setStart(node, Math.max(0, caret.offset - 1));
  range.setEnd(node, Math.min(node.nodeValue?.length ?? 0, caret.offset + 1));
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}
