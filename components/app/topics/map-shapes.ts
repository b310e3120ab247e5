/** What a shape is drawn by: a canvas's context, or an SVG path that is being written. */
export interface Pen {
  moveTo: (x: number, y: number) => void;
  lineTo: (x: number, y: number) => void;
  arc: (x: number, y: number, radius: number, from: number, to: number, back?: boolean) => void;
  closePath: () => void;
}

const TURN = 2 * Math.PI;
/** A plus within -1 and 1. */
const PLUS = [
  [-0.34, -1],
  [0.34, -1],
  [0.34, -0.34],
  [1, -0.34],
  [1, 0.34],
  [0.34, 0.34],
  [0.34, 1],
  [-0.34, 1],
  [-0.34, 0.34],
  [-1, 0.34],
  [-1, -0.34],
  [-0.34, -0.34],
] as const;

function polygon(pen: Pen, x: number, y: number, corners: readonly (readonly [number, number])[]) {
  for (const [at, [dx, dy]] of corners.entries())
    if (at === 0) pen.moveTo(x + dx, y + dy);
    else pen.lineTo(x + dx, y + dy);
  pen.closePath();
}

function circle(pen: Pen, x: number, y: number, radius: number, isHole = false): void {
  pen.moveTo(x + radius, y);
  pen.arc(x, y, radius, 0, TURN, isHole);
  pen.closePath();
}

/** Adds a topic's mark to a path: circle, square, triangle, diamond, plus, ring, as `TopicDot` shows them. */
export function mark(pen: Pen, shape: number, x: number, y: number, size: number): void {
  const r = size / 2;
  const scaled = (corners: readonly (readonly [number, number])[], by: number) =>
    polygon(
      pen,
      x,
      y,
      corners.map(([dx, dy]) => [by * dx, by * dy] as const),
    );
  if (shape === 1)
    scaled(
      [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ],
      0.88 * r,
    );
  else if (shape === 2)
    scaled(
      [
        [0, -1.1],
        [1.1, 0.9],
        [-1.1, 0.9],
      ],
      r,
    );
  else if (shape === 3)
    scaled(
      [
        [0, -1.2],
        [1.2, 0],
        [0, 1.2],
        [-1.2, 0],
      ],
      r,
    );
  else if (shape === 4) scaled(PLUS, 1.1 * r);
  else {
    circle(pen, x, y, r);
    if (shape === 5) circle(pen, x, y, 0.5 * r, true);
  }
}
