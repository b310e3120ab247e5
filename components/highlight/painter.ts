import { COLOURS, type Colour } from '@/domain/paper';
import type { Scheme } from './contract';

/** A passage to paint. */
export interface Paint {
  colour: Colour;
  ranges: Range[];
  /** How many painted passages it overlaps that were made before it. */
  depth: number;
}

/** Passages over each other are told apart up to so many. */
const DEPTHS = [0, 1, 2] as const;

/** The registry is shared with the page: our names begin with ours (see `highlight.css`). */
const nameOf = (colour: Colour, scheme: Scheme, depth: number): string =>
  `gloss${scheme === 'dark' ? '-dark' : ''}-${colour}${depth === 0 ? '' : `-${depth + 1}`}`;

/** Paints passages in their colours, and nothing else: what was painted before is gone. The DOM is not touched. */
export function paint(passages: Iterable<Paint>, scheme: Scheme): void {
  clear();
  const byName = new Map<string, Highlight>();
  for (const { colour, ranges, depth } of passages) {
    const level = Math.min(depth, DEPTHS.length - 1);
    const name = nameOf(colour, scheme, level);
    let highlight = byName.get(name);
    if (!highlight) {
      byName.set(name, (highlight = new Highlight()));
      highlight.priority = level;
    }
    for (const range of ranges) highlight.add(range);
  }
  for (const [name, highlight] of byName) CSS.highlights.set(name, highlight);
}

/** Takes all our paint off the page. */
export function clear(): void {
  for (const colour of COLOURS)
    for (const scheme of ['light', 'dark'] as const)
      for (const depth of DEPTHS) CSS.highlights.delete(nameOf(colour, scheme, depth));
}
