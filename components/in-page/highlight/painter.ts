import { COLOURS, type Colour } from '@/domain/paper/paper';
import type { Scheme } from '@/components/in-page/layer/scheme';

/** A passage to paint. */
export interface Paint {
  colour: Colour;
  ranges: Range[];
  /** How many painted passages it overlaps that were made before it. */
  depth: number;
}

/** Passages over each other are told apart up to so many. */
const DEPTHS = [0, 1, 2] as const;

/** The surface to paint on: a light page, a dark page, or paper. */
export type Surface = Scheme | 'paper';
const SURFACES: readonly Surface[] = ['light', 'dark', 'paper'];

/** The registry is shared with the page: our names begin with ours (see `highlight.css`). */
const nameOf = (colour: Colour, surface: Surface, depth: number): string =>
  `gloss${surface === 'light' ? '' : `-${surface}`}-${colour}${depth === 0 ? '' : `-${depth + 1}`}`;

/** Paints these passages in their colours and no others. Leaves the DOM as it is. */
export function paint(passages: Iterable<Paint>, surface: Surface): void {
  clear();
  const byName = new Map<string, Highlight>();
  for (const { colour, ranges, depth } of passages) {
    const level = surface === 'paper' ? 0 : Math.min(depth, DEPTHS.length - 1);
    const name = nameOf(colour, surface, level);
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
    for (const surface of SURFACES)
      for (const depth of DEPTHS) CSS.highlights.delete(nameOf(colour, surface, depth));
}
