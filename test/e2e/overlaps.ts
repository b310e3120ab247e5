import type { Layer } from '@/scripts/browser/layer';
import { HOST, MATCHES } from '@/scripts/browser/layer-reading';

/** A mark that lies on a letter of the page. */
export interface Overlap {
  entry: string;
  /** The text that it lies on. */
  text: string;
  mark: { x: number; y: number; width: number; height: number };
}

/** What marks are on the window, and which of them lie on letters. */
export interface Look {
  marks: number;
  overlaps: Overlap[];
}

/** Glyphs end so far within the box of their line, as a share of its height above and below. */
const LEADING = 0.15;

/**
 * Reads the boxes of all text that shows in the window and the ink of all marks: the middle of a mark's target, where
 * its ring is drawn.
 */
const LOOK = `(() => {
  const shown = (x, y) => document.elementsFromPoint(x, y).find((element) => !element.matches('${HOST}'));
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.trim() === '' || !node.parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const spare = ${LEADING} * (bottom - top);
      if (right - left > 1 && bottom > 0 && top < innerHeight)
        lines.push({ node, left, right, top: top + spare, bottom: bottom - spare });
    }
  }
  const marks = (${MATCHES})('[data-gloss="mark"]').map((mark) => ({ mark, box: mark.querySelector('svg').getBoundingClientRect() }));
  const inWindow = marks.filter(({ box }) => box.top >= 0 && box.bottom <= innerHeight);
  return {
    marks: inWindow.length,
    overlaps: inWindow.flatMap(({ mark, box }) => {
      const on = lines.find((line) => {
        const left = Math.max(line.left, box.left), right = Math.min(line.right, box.right);
        const top = Math.max(line.top, box.top), bottom = Math.min(line.bottom, box.bottom);
        if (right - left <= 1 || bottom - top <= 1) return false;
        // Text that another box hides, or that is cut off, is no text to cover.
        const at = shown((left + right) / 2, (top + bottom) / 2);
        return at !== undefined && (at.contains(line.node) || line.node.parentElement.contains(at));
      });
      if (!on) return [];
      const { x, y, width, height } = box;
      return [{ entry: mark.dataset.entry, text: on.node.data.trim().slice(0, 60), mark: { x, y, width, height } }];
    }),
  };
})()`;

/** Looks at the marks in the window as they are now. */
export async function lookAt(layer: Layer): Promise<Look> {
  return (await layer.evaluate<Look>(LOOK)) ?? { marks: 0, overlaps: [] };
}
