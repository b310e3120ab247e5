import { normalise, type Normalised } from '@/domain/anchor/normalise';
import type { Place } from '@/domain/entry';

/** A stretch of a text node, and where it begins in the field's raw text. */
interface Piece {
  node: Text;
  from: number;
  to: number;
  at: number;
}

/** A field's text with the way to the page's nodes and back. */
export interface TextMap {
  /** Normalised: what offsets of highlights count in. */
  text: string;
  /** The page's text between two offsets: a range for each text node, in order. */
  ranges: (start: number, end: number) => Range[];
  /** The offsets that a range of the page covers; `null` where it touches none of the field. */
  offsets: (range: Range) => { start: number; end: number } | null;
}

/** Reads the text of a place on the page. Keeps only its text nodes. */
export function textMap(place: Place): TextMap {
  const { pieces, raw } = piecesOf(place);
  const normal: Normalised = normalise(raw);
  return {
    text: normal.text,
    ranges: (start, end) => {
      const [from, to] = [normal.toRaw(start), normal.toRaw(end - 1) + 1];
      return pieces.flatMap((piece) => rangeWithin(piece, from, to) ?? []);
    },
    offsets: (range) => {
      let [low, high] = [Number.POSITIVE_INFINITY, -1];
      for (const piece of pieces) {
        const part = partOf(piece, range);
        if (!part) continue;
        low = Math.min(low, part.start);
        high = Math.max(high, part.end);
      }
      if (high <= low) return null;
      return { start: normal.fromRaw(low), end: normal.fromRaw(high) };
    },
  };
}

function piecesOf(place: Place): { pieces: Piece[]; raw: string } {
  const pieces: Piece[] = [];
  let raw = '';
  for (const { node, start = 0, end = Number.POSITIVE_INFINITY, glued } of place) {
    if (!glued) raw += ' ';
    let at = 0;
    for (const text of textNodes(node)) {
      const from = Math.max(0, start - at);
      const to = Math.min(text.data.length, end - at);
      at += text.data.length;
      if (to <= from) continue;
      pieces.push({ node: text, from, to, at: raw.length });
      raw += text.data.slice(from, to);
    }
  }
  return { pieces, raw };
}

function textNodes(root: Node): Text[] {
  if (root.nodeType === Node.TEXT_NODE) return [root as Text];
  const found: Text[] = [];
  const walker = (root.ownerDocument ?? document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text);
  return found;
}

function rangeWithin({ node, from, to, at }: Piece, start: number, end: number): Range | null {
  const first = Math.max(from, from + start - at);
  const last = Math.min(to, from + end - at);
  if (last <= first || !node.isConnected || last > node.data.length) return null;
  const range = node.ownerDocument.createRange();
  range.setStart(node, first);
  range.setEnd(node, last);
  return range;
}

/** What a range covers of a piece, in raw offsets. */
function partOf(
  { node, from, to, at }: Piece,
  range: Range,
): { start: number; end: number } | null {
  if (!range.intersectsNode(node)) return null;
  const first = range.startContainer === node ? Math.max(from, range.startOffset) : from;
  const last = range.endContainer === node ? Math.min(to, range.endOffset) : to;
  return last > first ? { start: at + first - from, end: at + last - from } : null;
}
