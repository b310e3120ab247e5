/** The part of the map that shows: the point in the middle, and pixels for a unit. */
export interface ViewPort {
  x: number;
  y: number;
  scale: number;
  width: number;
  height: number;
}

/** The whole map within a window, with a margin. */
export const wholeMap = (width: number, height: number): ViewPort => ({
  x: 0,
  y: 0,
  scale: Math.max(20, Math.min(width, height) / 2.3),
  width,
  height,
});

export const toScreen = (port: ViewPort, x: number, y: number): [number, number] => [
  (x - port.x) * port.scale + port.width / 2,
  (y - port.y) * port.scale + port.height / 2,
];

export const toMap = (port: ViewPort, x: number, y: number): [number, number] => [
  (x - port.width / 2) / port.scale + port.x,
  (y - port.height / 2) / port.scale + port.y,
];

/** Zoomed by a factor; what is at a point of the window stays there. */
export function zoomed(port: ViewPort, factor: number, x: number, y: number): ViewPort {
  const [mx, my] = toMap(port, x, y);
  const least = Math.min(port.width, port.height) / 4;
  const scale = Math.max(least, Math.min(least * 400, port.scale * factor));
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

/** Whether a point lies within a polygon, by the crossings of a ray (W. R. Franklin, PNPOLY, 1970). */
export function isInside(polygon: readonly (readonly [number, number])[], x: number, y: number) {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [polygon[i] ?? [0, 0], polygon[j] ?? [0, 0]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
