import { type Canvas, createCanvas } from '@/components/in-page/layer/canvas';
import { createFollower } from '@/components/in-page/layer/scheme';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { elementOf } from '@/components/in-page/marks/placement';
import type { Picture, Tree } from '@/rpc/protocol';
import { build } from './build';
import { drawMarks, type FirstMarks } from './first-marks';

interface Options {
  items: readonly ListedEntry[];
  picture: Picture;
  /** Entries were in the window for a second. */
  seen: (items: ListedEntry[]) => void;
  /** Ends the drawing: the whole goes on with what is drawn. */
  signal: AbortSignal;
}

/** What is drawn before a person touches anything. */
export interface Drawing {
  canvas: Canvas;
  marks: FirstMarks;
  /** Says on the bar that the whole can't be loaded. */
  tellStuck: () => void;
}

/** Draws marks and the bar. */
export function drawFirst({ items, picture, seen, signal }: Options): Drawing {
  const canvas = createCanvas(picture.styles);
  const region = (className: string): HTMLElement => {
    const made = document.createElement('div');
    [made.className, made.lang] = [className, picture.language];
    canvas.root.append(made);
    return made;
  };
  const [container, dock] = [region('marks'), region('dock-region')];
  createFollower(canvas.setScheme, signal)(() => elementOf(items[0]?.entry.titlePlace ?? []));
  const marks = drawMarks({ canvas, container, items, picture, seen, signal });
  canvas.unsettled = marks.place;
  canvas.attach();
  // The marks first: they read where titles are, and the bar is drawn after that without unsettling the layout.
  requestAnimationFrame(() => dock.append(build(picture.bar)));
  return {
    canvas,
    marks,
    // In place of the controls, which do nothing any more.
    tellStuck: () => dock.querySelector('.card')?.replaceWith(build(lineOf(picture.stuck))),
  };
}

const lineOf = (said: Tree): Tree => [
  'div',
  { class: 'card dock-line' },
  [['div', { class: 'saying' }, [said]]],
];
