import { type Ink, paint, paperAt, readInk } from './map-paint';
import type { Scene } from './scene';
import { isInside, toScreen, type ViewPort, wholeMap, withDots } from './view-port';

/** What the pane draws. */
export interface MapContent {
  scene: Scene;
  selected: ReadonlySet<string>;
  /** The topics that stand out; none where all do. */
  topics: ReadonlySet<number>;
}

/** A map as it shows. */
export interface Drawn {
  port: ViewPort;
  scene: Scene;
  ink: Ink;
}

/** A paper under the pointer, by its number in the scene, and the pointer's place in pixels. */
export interface Hover {
  paper: number;
  x: number;
  y: number;
}

type Outline = [number, number][];

export type MapPane = ReturnType<typeof createMapPane>;

/**
 * The picture of a map on a canvas and the part of the map that shows. It lives beside the component, because a drag
 * changes it many times between two renderings. It draws in a frame of its own, at most once a frame.
 */
export function createMapPane(content: () => MapContent, onHover: (hover: Hover | null) => void) {
  let canvas: HTMLCanvasElement | null = null;
  let [port, ink, drawn]: [ViewPort | null, Ink | null, Drawn | null] = [null, null, null];
  let outline: Outline = [];
  let [frame, hovered, isFitted] = [0, -1, true];

  function drawNow(): void {
    const context = canvas?.getContext('2d');
    if (!canvas || !context || !port) return;
    ink ??= readInk(canvas);
    const { scene, selected, topics } = content();
    drawn = { port, scene, ink };
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    paint(context, port, scene, { hover: hovered, selected, topics }, ink);
    paintOutline(context, outline, ink.accent);
  }
  function draw(): void {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(drawNow);
  }
  function point(paper: number, x: number, y: number): void {
    hovered = paper;
    onHover(paper < 0 ? null : { paper, x, y });
  }
  /** Shows another part of the map; the pointer points at nothing until it moves. */
  function look(next: ViewPort, isWhole: boolean): void {
    port = next;
    isFitted = isWhole;
    point(-1, 0, 0);
    draw();
  }
  function fit(): void {
    if (canvas) look(wholeMap(content().scene.at, canvas.clientWidth, canvas.clientHeight), true);
  }
  const show = (next: ViewPort): void => look(withDots(next, content().scene.at), false);
  const at = (x: number, y: number): number => (port ? paperAt(port, content().scene, x, y) : -1);

  function resize(element: HTMLCanvasElement): void {
    const { width, height } = sharpen(element);
    if (!port || isFitted) return fit();
    // The middle of a zoomed map stays in the middle. Its scale is measured against the whole map of the new size.
    show({ ...port, width, height, whole: wholeMap(content().scene.at, width, height).whole });
  }

  return {
    /** Draws on this canvas until the returned function is called. */
    attach(element: HTMLCanvasElement): () => void {
      canvas = element;
      const recolour = (): void => {
        ink = null;
        draw();
      };
      const unwatch = watchCanvas(element, { resize: () => resize(element), recolour });
      return () => {
        unwatch();
        cancelAnimationFrame(frame);
        canvas = null;
      };
    },
    draw,
    fit,
    show,
    point,
    /** The paper at a point of the canvas; -1 where there is none. */
    at,
    port: () => port,
    /** The map as it was last drawn, for a picture of it. */
    drawn: () => drawn,
    /** Draws anew after the scene changed: the whole map where it showed whole. */
    follow: (): void => (isFitted ? fit() : draw()),
    /** Shows the line that a person draws around papers; an empty one takes it away. */
    outline(next: Outline): void {
      outline = next;
      draw();
    },
    /** The ids of the papers within the line. */
    enclosed: (): string[] => (port ? idsWithin(content().scene, port, outline) : []),
  };
}

/** Gives a canvas a pixel for each of the screen; the size is in CSS pixels. */
function sharpen(element: HTMLCanvasElement): { width: number; height: number } {
  const { clientWidth: width, clientHeight: height } = element;
  element.width = width * devicePixelRatio;
  element.height = height * devicePixelRatio;
  return { width, height };
}

/** Calls back when a canvas has another size, and when its colours change with the scheme; returns what ends that. */
function watchCanvas(
  element: HTMLCanvasElement,
  { resize, recolour }: { resize: () => void; recolour: () => void },
): () => void {
  const watch = new ResizeObserver(resize);
  watch.observe(element);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', recolour);
  return () => {
    watch.disconnect();
    scheme.removeEventListener('change', recolour);
  };
}

const idsWithin = ({ ids, at }: Scene, port: ViewPort, outline: Outline): string[] =>
  ids.filter((_, paper) => {
    const [x, y] = toScreen(port, at[2 * paper] ?? 0, at[2 * paper + 1] ?? 0);
    return isInside(outline, x, y);
  });

function paintOutline(context: CanvasRenderingContext2D, outline: Outline, colour: string): void {
  const [first, ...rest] = outline;
  if (!first || rest.length === 0) return;
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.setLineDash([4, 3]);
  context.beginPath();
  context.moveTo(...first);
  for (const point of rest) context.lineTo(...point);
  context.closePath();
  context.stroke();
  context.setLineDash([]);
}
