/** The part of the map that shows: the point in the middle, and pixels for a unit. */
export interface ViewPort {
  x: number;
  y: number;
  scale: number;
  width: number;
  height: number;
  /** The scale at which the whole map shows. */
  whole: number;
}

/** Room for names beside the map, px: left and right of it, above and below. */
const [BESIDE, ABOVE] = [150, 34];
/** Narrower windows place names where there is room. */
const WIDE = 640;
/** How far one can zoom in from the whole map, and out. */
const [CLOSEST, FARTHEST] = [60, 0.6];

/** The whole map within a window, with room for names. `at` are x and y of each dot, in turn. */
export function wholeMap(at: readonly number[], width: number, height: number): ViewPort {
  const [left, right] = reach(at, 0);
  const [top, bottom] = reach(at, 1);
  const beside = width > WIDE ? BESIDE : 24;
  const scale = Math.max(
    20,
    Math.min((width - 2 * beside) / (right - left), (height - 2 * ABOVE) / (bottom - top)),
  );
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale, width, height, whole: scale };
}

/** The least and the most of one coordinate. */
function reach(at: readonly number[], which: number): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (let index = which; index < at.length; index += 2) {
    least = Math.min(least, at[index] ?? 0);
    most = Math.max(most, at[index] ?? 0);
  }
  return least < most ? [least, most] : [(least || 0) - 1, (least || 0) + 1];
}

/** How much closer than the whole map a window is. */
export const zoomOf = ({ scale, whole }: ViewPort): number => scale / whole;

export const toScreen = (port: ViewPort, x: number, y: number): [number, number] => [
  (x - port.x) * port.scale + port.width / 2,
  (y - port.y) * port.scale + port.height / 2,
];

const toMap = (port: ViewPort, x: number, y: number): [number, number] => [
  (x - port.width / 2) / port.scale + port.x,
  (y - port.height / 2) / port.scale + port.y,
];

/** Zoomed by a factor; what is at a point of the window stays there. */
export function zoomed(port: ViewPort, factor: number, x: number, y: number): ViewPort {
  const [mx, my] = toMap(port, x, y);
  const scale = Math.max(
    FARTHEST * port.whole,
    Math.min(CLOSEST * port.whole, port.scale * factor),
  );
  return {
    ...port,
    scale,
    x: mx - (x - port.width / 2) / scale,
    y: my - (y - port.height / 2) / scale,
  };
}

/** Moved by pixels. */
export const moved = (port: ViewPort, dx: number, dy: number): ViewPort => ({
  ...port,
  x: port.x - dx / port.scale,
  y: port.y - dy / port.scale,
});

/** A dot is in view when it is so far within the window, px. */
const EDGE = 24;

/** The window where it is, or moved as little as brings a dot into it: one can't get lost beside the map. */
export function withDots(port: ViewPort, at: readonly number[]): ViewPort {
  const halfX = Math.max(1, port.width / 2 - EDGE) / port.scale;
  const halfY = Math.max(1, port.height / 2 - EDGE) / port.scale;
  let [nearest, dx, dy] = [Infinity, 0, 0];
  for (let index = 0; index < at.length; index += 2) {
    const [x, y] = [(at[index] ?? 0) - port.x, (at[index + 1] ?? 0) - port.y];
    const outX = x - Math.max(-halfX, Math.min(halfX, x));
    const outY = y - Math.max(-halfY, Math.min(halfY, y));
    const distance = outX * outX + outY * outY;
    if (distance >= nearest) continue;
    [nearest, dx, dy] = [distance, outX, outY];
    if (distance === 0) return port;
  }
  return { ...port, x: port.x + dx, y: port.y + dy };
}

/** Whether a point lies within a polygon, by the crossings of a ray (W. R. Franklin, PNPOLY, 1970). */
export function isInside(polygon: readonly (readonly [number, number])[], x: number, y: number) {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [polygon[i] ?? [0, 0], polygon[j] ?? [0, 0]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
