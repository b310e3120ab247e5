import { dotSize, type Ink, labelsFor, paint, RIM } from './map-paint';
import { mark, type Pen } from './map-shapes';
import type { Scene } from './scene';
import { shapeOf } from './topic-dot';
import { toScreen, type ViewPort } from './view-port';

/** Pixels of a picture for one of the window. */
const SHARP = 2;
const NOTHING: ReadonlySet<number> = new Set();

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
const short = (value: number): string => String(Math.round(value * 10) / 10);

/** Writes what is drawn as the data of an SVG path; arcs are whole circles. */
class PathPen implements Pen {
  data = '';
  moveTo = (x: number, y: number): void => {
    this.data += `M${short(x)} ${short(y)}`;
  };
  lineTo = (x: number, y: number): void => {
    this.data += `L${short(x)} ${short(y)}`;
  };
  arc = (x: number, y: number, radius: number, _from: number, _to: number, back = false): void => {
    const half = `A${short(radius)} ${short(radius)} 0 1 ${back ? 0 : 1} `;
    this.data += `${half}${short(x - radius)} ${short(y)}${half}${short(x + radius)} ${short(y)}`;
  };
  closePath = (): void => {
    this.data += 'Z';
  };
}

/** The map as it shows, as an SVG file. */
export function svgOf(port: ViewPort, scene: Scene, ink: Ink): string {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  const labels = context ? labelsFor(context, port, scene, NOTHING, ink) : [];
  const size = dotSize(port, scene.ids.length);
  const paths = [-1, ...scene.topics.keys()].map((topic) => {
    const pen = new PathPen();
    const colour = scene.topics[topic]?.colour ?? null;
    for (let paper = 0; paper < scene.topic.length; paper++) {
      if (scene.topic[paper] !== topic) continue;
      const [x, y] = toScreen(port, scene.at[2 * paper] ?? 0, scene.at[2 * paper + 1] ?? 0);
      mark(pen, shapeOf(colour), x, y, size);
    }
    const fill = colour === null ? ink.none : (ink.topics[colour] ?? ink.ink);
    const name = scene.topics[topic]?.name ?? '';
    return `<path fill="${escaped(fill)}" d="${pen.data}"><title>${escaped(name)}</title></path>`;
  });
  const names = labels.map(({ lines, strong, x, y }) => {
    const texts = lines.map((line, row) => {
      const at = short(y + (row - (lines.length - 1) / 2) * 16);
      const weight = row < strong ? 600 : 400;
      return `<text x="${short(x)}" y="${at}" font-weight="${weight}">${escaped(line)}</text>`;
    });
    return texts.join('');
  });
  const ties = labels.map(({ tie }) => {
    const [fromX, fromY, toX, toY] = tie.map(short);
    return `<path d="M${fromX} ${fromY}L${toX} ${toY}"/>`;
  });
  const { width, height } = port;
  const type = `font-family="${escaped(ink.font)}" font-size="13" text-anchor="middle" dominant-baseline="middle"`;
  const rim = `stroke="${escaped(ink.ground)}" stroke-width="${RIM}" stroke-linejoin="round" paint-order="stroke"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(height)}">`,
    `<rect width="100%" height="100%" fill="${escaped(ink.ground)}"/>`,
    `<g stroke="${escaped(ink.line)}" stroke-width=".75">${ties.join('')}</g>`,
    `<g ${type} fill="${escaped(ink.ink)}" ${rim}>${names.join('')}</g>`,
    ...paths,
    '</svg>',
  ].join('\n');
}

/** The map as it shows, as a PNG file of twice its size. */
export async function pngOf(port: ViewPort, scene: Scene, ink: Ink): Promise<Blob> {
  const map = new OffscreenCanvas(port.width * SHARP, port.height * SHARP);
  const context = map.getContext('2d');
  if (context) {
    context.scale(SHARP, SHARP);
    paint(context, port, scene, { hover: -1, selected: new Set(), topics: NOTHING }, ink);
    // Below what is drawn: painting clears the ground.
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = ink.ground;
    context.fillRect(0, 0, port.width, port.height);
  }
  return map.convertToBlob({ type: 'image/png' });
}
