import type { Scene, SceneTopic } from './scene';
import { toScreen, type ViewPort } from './view-port';

/** A name where it is drawn: the middle of its lines, px. */
export interface PlacedName {
  topic: number;
  lines: string[];
  x: number;
  y: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** From so many papers on dots are small and everywhere: a name stands in the middle of its own, if it is free. */
const CROWD = 1_500;
/** Room between a name and the papers beside it, px. */
const GAP = 6;
/** Dots that a name rather covers than stand beside its papers. */
const RATHER = 1;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

/** Where a name may stand: in the middle of its papers, above, below or beside them; never cut by the window's edge. */
function placesOf(
  port: ViewPort,
  { x, y }: SceneTopic,
  [width, height]: readonly [number, number],
): [number, number][] {
  const [left, top] = toScreen(port, x.least, y.least);
  const [right, bottom] = toScreen(port, x.most, y.most);
  const [middleX, middleY] = toScreen(port, x.middle, y.middle);
  const beside: [number, number][] = [
    [middleX, top - height / 2 - GAP],
    [middleX, bottom + height / 2 + GAP],
    [right + width / 2 + GAP, middleY],
    [left - width / 2 - GAP, middleY],
  ];
  const within = (at: number, room: number, most: number): number =>
    Math.max(room / 2 + 4, Math.min(most - room / 2 - 4, at));
  return [[middleX, middleY] as [number, number], ...beside].map(([atX, atY]) => [
    within(atX, width, port.width),
    within(atY, height, port.height),
  ]);
}

/** Places for the names of topics, `first` and then the largest first: over as few dots as can be, none over another. */
export function placeNames(
  port: ViewPort,
  scene: Scene,
  first: number,
  widthOf: (line: string) => number,
): PlacedName[] {
  const isCrowd = scene.ids.length > CROWD;
  const dots = isCrowd
    ? []
    : scene.ids.map((_, paper) =>
        toScreen(port, scene.at[2 * paper] ?? 0, scene.at[2 * paper + 1] ?? 0),
      );
  const covered = ({ left, top, right, bottom }: Box): number =>
    dots.filter(([x, y]) => x > left && x < right && y > top && y < bottom).length;
  const order = [...scene.topics.entries()].toSorted(
    ([a, one], [b, other]) =>
      Number(b === first) - Number(a === first) || other.papers - one.papers,
  );
  const taken: Box[] = [];
  return order.flatMap(([topic, one]): PlacedName[] => {
    const [x, y] = toScreen(port, one.x.middle, one.y.middle);
    if (x < 0 || y < 0 || x > port.width || y > port.height) return [];
    const lines = one.name.split(' · ').slice(0, 2);
    const size = [Math.max(...lines.map(widthOf)) + 8, 17 * lines.length] as const;
    let best: { box: Box; cost: number; x: number; y: number } | null = null;
    for (const [index, [atX, atY]] of placesOf(port, one, size).entries()) {
      const box = boxAt(atX, atY, ...size);
      if (taken.some((other) => overlap(box, other))) continue;
      const cost = covered(box) + (index === 0 ? 0 : RATHER);
      if (!best || cost < best.cost) best = { box, cost, x: atX, y: atY };
    }
    if (!best) return [];
    taken.push(best.box);
    return [{ topic, lines, x: best.x, y: best.y }];
  });
}
