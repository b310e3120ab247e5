import { COLOURS, type Colour } from '@/domain/paper';
import type { Scheme } from './contract';

/** A passage to paint. */
export interface Paint {
  colour: Colour;
  ranges: Range[];
}

/** The registry is shared with the page: our names begin with ours (see `highlight.css`). */
const nameOf = (colour: Colour, scheme: Scheme): string =>
  scheme === 'dark' ? `gloss-dark-${colour}` : `gloss-${colour}`;

/** Paints passages in their colours, and nothing else: what was painted before is gone. The DOM is not touched. */
export function paint(passages: Iterable<Paint>, scheme: Scheme): void {
  clear();
  const byColour = new Map<Colour, Highlight>();
  for (const { colour, ranges } of passages) {
    let highlight = byColour.get(colour);
    if (!highlight) byColour.set(colour, (highlight = new Highlight()));
    for (const range of ranges) highlight.add(range);
  }
  for (const [colour, highlight] of byColour) CSS.highlights.set(nameOf(colour, scheme), highlight);
}

/** Takes all our paint off the page. */
export function clear(): void {
  for (const colour of COLOURS)
    for (const scheme of ['light', 'dark'] as const) CSS.highlights.delete(nameOf(colour, scheme));
}
