import { placeNames } from './map-names';
import type { Scene } from './scene';
import { toScreen, type ViewPort } from './view-port';

export interface Marked {
  hover: number;
  selected: ReadonlySet<string>;
  /** The topic that stands out; -1 where none does. */
  topic: number;
}

/** Colours and type of the page, read once for each scheme. */
export interface Ink {
  topics: string[];
  none: string;
  ink: string;
  ground: string;
  accent: string;
  font: string;
}

export function readInk(element: Element, colours: number): Ink {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    topics: Array.from({ length: colours }, (_, at) => of(`--topic-${at}`)),
    none: of('--topic-none'),
    ink: of('--ink'),
    ground: of('--ground'),
    accent: of('--accent'),
    font: of('--font') || 'sans-serif',
  };
}

const dotSize = (port: ViewPort, papers: number): number => {
  const base = papers > 4_000 ? 2.5 : papers > 800 ? 4 : 8;
  const zoom = port.scale / (Math.min(port.width, port.height) / 2.3);
  return Math.min(12, base * Math.max(1, Math.sqrt(zoom)));
};

/** Draws the whole map: dots by topic, then names where there is room. */
export function paint(
  context: CanvasRenderingContext2D,
  port: ViewPort,
  scene: Scene,
  marked: Marked,
  ink: Ink,
): void {
  context.clearRect(0, 0, port.width, port.height);
  const size = dotSize(port, scene.ids.length);
  // One path a topic: setting the colour once is what makes 10,000 dots cheap.
  for (let topic = -1; topic < scene.topics.length; topic++) {
    const isBack = marked.topic >= 0 && marked.topic !== topic;
    context.globalAlpha = isBack ? 0.15 : 0.85;
    context.fillStyle =
      topic < 0 ? ink.none : (ink.topics[scene.topics[topic]?.colour ?? 0] ?? ink.ink);
    dots(context, port, scene, topic, size);
  }
  context.globalAlpha = 1;
  rings(context, port, scene, marked, size, ink);
  names(context, port, scene, marked, ink);
}

function dots(
  context: CanvasRenderingContext2D,
  port: ViewPort,
  { at, topic }: Scene,
  which: number,
  size: number,
): void {
  const isSmall = size < 4;
  context.beginPath();
  for (let paper = 0; paper < topic.length; paper++) {
    if (topic[paper] !== which) continue;
    const [x, y] = toScreen(port, at[2 * paper] ?? 0, at[2 * paper + 1] ?? 0);
    if (x < -size || y < -size || x > port.width + size || y > port.height + size) continue;
    if (isSmall) context.rect(x - size / 2, y - size / 2, size, size);
    else {
      context.moveTo(x + size / 2, y);
      context.arc(x, y, size / 2, 0, 2 * Math.PI);
    }
  }
  context.fill();
}

function rings(
  context: CanvasRenderingContext2D,
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

/** Names of topics, each with a rim of the ground's colour that keeps it apart from the dots. */
function names(
  context: CanvasRenderingContext2D,
  port: ViewPort,
  scene: Scene,
  marked: Marked,
  ink: Ink,
): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.font = `600 13px ${ink.font}`;
  const widthOf = (line: string): number => context.measureText(line).width;
  for (const { topic, lines, x, y } of placeNames(port, scene, marked.topic, widthOf)) {
    context.globalAlpha = marked.topic >= 0 && marked.topic !== topic ? 0.4 : 1;
    for (const [row, line] of lines.entries()) {
      const baseline = y + (row - (lines.length - 1) / 2) * 16;
      context.font = `${row === 0 ? 600 : 400} 13px ${ink.font}`;
      context.strokeStyle = ink.ground;
      context.lineWidth = 4;
      context.strokeText(line, x, baseline);
      context.fillStyle = ink.ink;
      context.fillText(line, x, baseline);
    }
  }
  context.globalAlpha = 1;
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
