import { find } from '@/domain/anchor/find';
import type { Highlight } from '@/domain/paper/paper';
import { type TextStretch, stretches } from '@/domain/text/formulas';

/** Cuts a text at the ends of its highlights; each piece has the highlight that begins first. */
function painted(
  text: string,
  highlights: readonly Highlight[],
): { text: string; highlight: Highlight | null }[] {
  const places = highlights
    .flatMap((highlight) => {
      const found = find(text, highlight.quote, highlight.position);
      return found ? [{ highlight, start: found.start, end: found.end }] : [];
    })
    .toSorted((a, b) => a.start - b.start);
  const pieces: { text: string; highlight: Highlight | null }[] = [];
  let at = 0;
  for (const { highlight, start, end } of places) {
    const from = Math.max(at, start);
    if (from >= end) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), highlight: null });
    pieces.push({ text: text.slice(from, end), highlight });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), highlight: null });
  return pieces;
}

/** A stretch of a text that is drawn as one: words or a formula, within a highlight or without. */
export interface Segment extends TextStretch {
  /** Where it begins in the text, UTF-16 units. */
  at: number;
  highlight: Highlight | null;
}

/** A text as it is drawn: cut at the ends of its highlights and of its formulas. */
export function segments(text: string, highlights: readonly Highlight[]): Segment[] {
  let at = 0;
  return painted(text, highlights).flatMap(({ text: piece, highlight }) =>
    stretches(piece).map((stretch) => {
      const segment = { ...stretch, at, highlight };
      at += stretch.text.length;
      return segment;
    }),
  );
}

/**
 * The part of a text that a range covers, where the elements of `root` with `data-at` hold its segments, in order: a
 * formula, which is drawn by more than its text, counts whole. `null` where it covers none of it.
 */
export function coveredBy(root: Element, range: Range): { start: number; end: number } | null {
  let [start, end] = [Number.POSITIVE_INFINITY, -1];
  for (const element of root.querySelectorAll<HTMLElement>('[data-at]')) {
    if (!range.intersectsNode(element)) continue;
    const { at, length } = element.dataset;
    const words = element.dataset.is === 'words' ? element.firstChild : null;
    const isFirst = words !== null && range.startContainer === words;
    const isLast = words !== null && range.endContainer === words;
    const from = Number(at) + (isFirst ? range.startOffset : 0);
    const to = Number(at) + (isLast ? range.endOffset : Number(length));
    if (to <= from) continue;
    start = Math.min(start, from);
    end = Math.max(end, to);
  }
  return end > start ? { start, end } : null;
}
