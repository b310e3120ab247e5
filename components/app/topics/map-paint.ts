import { HUES, TOPIC_COLOURS } from '@/domain/topics/types';
import { mark } from './map-shapes';
import { placeLabels, type PlacedLabel } from './map-labels';
import type { Scene } from './scene';
import { shapeOf } from './topic-dot';
import { toScreen, type ViewPort, zoomOf } from './view-port';

export interface Marked {
  hover: number;
  selected: ReadonlySet<string>;
  /** The topics that stand out; none where all do. */
  topics: ReadonlySet<number>;
}

/** A canvas of the page, or one that becomes a picture. */
type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Colours and type of the page, read once for each scheme. */
export interface Ink {
  topics: string[];
  none: string;
  ink: string;
  line: string;
  ground: string;
  accent: string;
  font: string;
}

export function readInk(element: Element): Ink {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  const hues = Array.from({ length: HUES }, (_, at) => of(`--topic-${at}`));
  return {
    topics: Array.from({ length: TOPIC_COLOURS }, (_, at) => hues[at % HUES] ?? ''),
    none: of('--topic-none'),
    ink: of('--ink'),
    line: of('--ink-2'),
    ground: of('--ground'),
    accent: of('--accent'),
    font: of('--font') || 'sans-serif',
  };
}

/** The size of a dot, px. */
export const dotSize = (port: ViewPort, papers: number): number => {
  const base = papers > 4_000 ? 2.5 : papers > 800 ? 4 : 8;
  return Math.min(12, base * Math.max(1, Math.sqrt(zoomOf(port))));
};

/** Smaller dots have no shape to see. */
const SHAPED = 4;
/** Height of a line of a label, and how thick a rim of the ground parts its letters from what is behind, px. */
const LINE = 16;
export const RIM = 5;

/** Names where they are drawn, as wide as the page's type makes them. */
export function labelsFor(
  context: Context,
  port: ViewPort,
  scene: Scene,
  topics: ReadonlySet<number>,
  { font }: Ink,
): PlacedLabel[] {
  context.font = `600 13px ${font}`;
  return placeLabels(port, scene, topics, (line) => context.measureText(line).width);
}

/** Draws the whole map: names beside their papers with a line to them, then dots by topic. */
export function paint(
  context: Context,
  port: ViewPort,
  scene: Scene,
  marked: Marked,
  ink: Ink,
): void {
  context.clearRect(0, 0, port.width, port.height);
  const size = dotSize(port, scene.ids.length);
  const labels = labelsFor(context, port, scene, marked.topics, ink);
  // Lines first: one that passes a name goes behind it.
  for (const draw of [drawTie, drawName])
    for (const label of labels) {
      const isBack =
        marked.topics.size > 0 && !label.group.topics.some((topic) => marked.topics.has(topic));
      context.globalAlpha = isBack ? 0.35 : 1;
      draw(context, label, ink);
    }
  // One path a topic: setting the colour once is what makes 10,000 dots cheap.
  for (let topic = -1; topic < scene.topics.length; topic++) {
    const isBack = marked.topics.size > 0 && !marked.topics.has(topic);
    context.globalAlpha = isBack ? 0.15 : 0.9;
    const colour = scene.topics[topic]?.colour ?? 0;
    context.fillStyle = topic < 0 ? ink.none : (ink.topics[colour] ?? ink.ink);
    dots(context, port, scene, topic, size);
  }
  context.globalAlpha = 1;
  rings(context, port, scene, marked, size, ink);
}

function dots(
  context: Context,
  port: ViewPort,
  { at, topic, topics }: Scene,
  which: number,
  size: number,
): void {
  const isSmall = size < SHAPED;
  const shape = shapeOf(topics[which]?.colour ?? null);
  context.beginPath();
  for (let paper = 0; paper < topic.length; paper++) {
    if (topic[paper] !== which) continue;
    const [x, y] = toScreen(port, at[2 * paper] ?? 0, at[2 * paper + 1] ?? 0);
    if (x < -size || y < -size || x > port.width + size || y > port.height + size) continue;
    if (isSmall) context.rect(x - size / 2, y - size / 2, size, size);
    else mark(context, shape, x, y, size);
  }
  context.fill();
}

function rings(
  context: Context,
  port: ViewPort,
  { ids, at }: Scene,
  { hover, selected }: Marked,
  size: number,
  { ink, accent }: Ink,
): void {
  const ring = (paper: number, colour: string, radius: number): void => {
    const [x, y] = toScreen(port, at[2 * paper] ?? 0, at[2 * paper + 1] ?? 0);
    context.strokeStyle = colour;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
  };
  context.lineWidth = 2;
  if (selected.size > 0)
    for (let paper = 0; paper < ids.length; paper++)
      if (selected.has(ids[paper] ?? '')) ring(paper, accent, size / 2 + 2);
  if (hover >= 0) ring(hover, ink, size / 2 + 4);
}

/** The hairline from a name to its papers. */
function drawTie(context: Context, { tie }: PlacedLabel, ink: Ink): void {
  context.strokeStyle = ink.line;
  context.lineWidth = 0.75;
  context.beginPath();
  context.moveTo(tie[0], tie[1]);
  context.lineTo(tie[2], tie[3]);
  context.stroke();
}

/** A name on a rim of the ground. */
function drawName(context: Context, { lines, strong, x, y }: PlacedLabel, ink: Ink): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = ink.ink;
  context.strokeStyle = ink.ground;
  context.lineWidth = RIM;
  context.lineJoin = 'round';
  for (const [row, line] of lines.entries()) {
    const at = y + (row - (lines.length - 1) / 2) * LINE;
    context.font = `${row < strong ? 600 : 400} 13px ${ink.font}`;
    context.strokeText(line, x, at);
    context.fillText(line, x, at);
  }
}

/** The paper nearest to a point of the window, within reach; -1 where there is none. */
export function paperAt(port: ViewPort, { at, topic }: Scene, x: number, y: number): number {
  let [best, nearest] = [-1, 14 * 14];
  for (let paper = 0; paper < topic.length; paper++) {
    const [px, py] = toScreen(port, at[2 * paper] ?? 0, at[2 * paper + 1] ?? 0);
    const distance = (px - x) ** 2 + (py - y) ** 2;
    if (distance < nearest) [best, nearest] = [paper, distance];
  }
  return best;
}
