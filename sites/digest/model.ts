import type { Place } from '@/domain/entry';
import { collapse } from '@/domain/text';
import type { Below } from './fields';

/** A block-level element of the page, or a box that plain text draws (a table row); `element` is `null` there. */
export interface Frame {
  element: Element | null;
  /** Its name; a cell's says its column too (`td2`). */
  tag: string;
  /** Whether markup says that it can't be seen now. */
  isClosed: boolean;
  parent: Frame | null;
  depth: number;
  /** The blocks within are `first` up to, but not including, `end`. */
  first: number;
  end: number;
  /** How many cells, and how many blocks of its own, it has had so far. */
  cells: number;
  lines: number;
}

/** A stretch of a node's `textContent`, and where it begins in its block's raw text. */
export interface Piece {
  node: Node;
  from: number;
  at: number;
  length: number;
}

/** A stretch of a block's raw text in one style. */
export interface Run {
  start: number;
  end: number;
  /** Letters: `a` link, `b` bold, `i` italic; empty for plain. */
  style: string;
  /** What tells its role where the markup does: class or style of the element around it. */
  mark: string;
  href?: string;
}

/** A unit of text: a paragraph (of plain text too), a heading, a cell, a line between `<br>`. */
export interface Block {
  index: number;
  raw: string;
  pieces: Piece[];
  runs: Run[];
  frame: Frame;
  /** Which block it is of those directly in its frame, from 0. */
  line: number;
  /** 1 to 6, 0 for text that is no heading. */
  heading: number;
  /** Whether an empty line, a rule or a box edge parts it from the block before. */
  apart: boolean;
  /** What the head of its table says of its column. */
  column?: Below;
}

/** A stretch of a block: what a field of an entry is read from. */
export interface Span {
  block: Block;
  start: number;
  end: number;
}

/** The text of a span, with white space collapsed. */
export const textOf = ({ block, start, end }: Span): string =>
  collapse(block.raw.slice(start, end));

/** The place of a block's stretch on the page. Pieces that touch are glued, others are apart. */
export function placeOf({ block, start, end }: Span): Place {
  const parts: { node: Node; start: number; end: number; glued?: true }[] = [];
  let reached = start;
  for (let index = firstPiece(block.pieces, start); index < block.pieces.length; index += 1) {
    const piece = block.pieces[index];
    if (!piece || piece.at >= end) break;
    const from = Math.max(piece.at, start);
    const to = Math.min(piece.at + piece.length, end);
    if (to <= from) continue;
    const offset = piece.from - piece.at;
    const part = { node: piece.node, start: from + offset, end: to + offset };
    parts.push(parts.length > 0 && from === reached ? { ...part, glued: true } : part);
    reached = to;
  }
  return parts;
}

/** The first piece that ends behind a place in the raw text, by halving. */
function firstPiece(pieces: readonly Piece[], start: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && piece.at + piece.length <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The pieces of a stretch of raw text, counted from its start. */
export function slicePieces(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const sliced: Piece[] = [];
  for (let index = firstPiece(pieces, start); index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece || piece.at >= end) break;
    const from = Math.max(piece.at, start);
    const to = Math.min(piece.at + piece.length, end);
    sliced.push({
      node: piece.node,
      from: piece.from + from - piece.at,
      at: from - start,
      length: to - from,
    });
  }
  return sliced;
}
