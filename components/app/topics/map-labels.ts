import type { Scene, SceneGroup } from './scene';
import { toScreen, type ViewPort, zoomOf } from './view-port';

/** A name where it is drawn: the middle of its lines, and the line that ties it to its papers, px. */
export interface PlacedLabel {
  group: SceneGroup;
  lines: string[];
  /** How many of the lines are the first phrase. */
  strong: number;
  x: number;
  y: number;
  /** From the label's edge to the nearest of its papers. */
  tie: Tie;
}
type Tie = readonly [fromX: number, fromY: number, toX: number, toY: number];

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** From this zoom on topics have names, below it themes; so few topics have names at any zoom. */
export const TOPICS_FROM = 1.8;
const FEW_TOPICS = 14;
/** Height of a line, and room around a label, px. */
const [LINE, GAP] = [16, 5];
/** Longer lines are broken, characters. */
const LONGEST = 26;
/** Side of the cells in which dots are counted, px. */
const CELL = 6;
/** Greatest distance of a label from its papers, and the steps of the search for a place, px. */
const [FARTHEST, STEP, TURNS] = [340, 14, 20];
/** Longest line from a label to its papers, as a share of the map's shorter side. */
const LONGEST_TIE = 1 / 6;
/** Room of the buttons that zoom, at the lower right, px. */
const [BUTTONS_WIDTH, BUTTONS_HEIGHT] = [112, 48];
/** Papers of a group that a line may end at. */
const TIED = 240;

/** Which groups are named at a zoom. */
const groupsAt = (port: ViewPort, { themes, topics }: Scene): readonly SceneGroup[] =>
  zoomOf(port) < TOPICS_FROM && topics.length > FEW_TOPICS ? themes : topics;

/**
 * Places for names: each beside its papers, on no dot, no other name and no line of one, as near as there is room;
 * those in `first` choose before the largest. A group without a place near enough has no name at this zoom.
 */
export function placeLabels(
  port: ViewPort,
  scene: Scene,
  first: ReadonlySet<number>,
  widthOf: (line: string) => number,
): PlacedLabel[] {
  const dots = countDots(port, scene);
  const { width: right, height: bottom } = port;
  const taken: Box[] = [
    { left: right - BUTTONS_WIDTH, top: bottom - BUTTONS_HEIGHT, right, bottom },
  ];
  const ties: Tie[] = [];
  const isFirst = ({ topics }: SceneGroup): boolean => topics.some((topic) => first.has(topic));
  const order = groupsAt(port, scene).toSorted(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || b.papers - a.papers,
  );
  return order.flatMap((group): PlacedLabel[] => {
    const { lines, strong } = linesOf(group.name);
    const width = Math.max(...lines.map(widthOf)) + 2 * GAP;
    const height = LINE * lines.length + GAP;
    const spot = freeSpot(
      port,
      group,
      width,
      height,
      (box) => dots(box) === 0 && isFree(box, taken) && !ties.some((tie) => crosses(tie, box)),
    );
    if (!spot) return [];
    const [x, y] = spot;
    const box = boxAt(x, y, width, height);
    const tie = tieOf(port, scene, group, box);
    const isFar =
      Math.hypot(tie[2] - tie[0], tie[3] - tie[1]) > LONGEST_TIE * Math.min(right, bottom);
    if (isFar || taken.some((other) => crosses(tie, other))) return [];
    taken.push(box);
    ties.push(tie);
    return [{ group, lines, strong, x, y, tie }];
  });
}

/** The first two phrases, each a line, or two where it is long; `strong` lines are the first phrase. */
function linesOf(name: string): { lines: string[]; strong: number } {
  const [first = [], second = []] = name
    .split(' · ')
    .slice(0, 2)
    .map((phrase) => {
      if (phrase.length <= LONGEST) return [phrase];
      const words = phrase.split(' ');
      const half = Math.ceil(words.length / 2);
      return [words.slice(0, half).join(' '), words.slice(half).join(' ')].filter(Boolean);
    });
  return { lines: [...first, ...second].slice(0, 3), strong: first.length };
}

const isFree = (box: Box, taken: readonly Box[]): boolean =>
  !taken.some(
    (other) =>
      box.left < other.right &&
      other.left < box.right &&
      box.top < other.bottom &&
      other.top < box.bottom,
  );

const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

/** Whether a line goes through a box: what is left of it is cut at the box's four sides. */
function crosses([fromX, fromY, toX, toY]: Tie, { left, top, right, bottom }: Box): boolean {
  let [begin, end] = [0, 1];
  for (const [from, by, least, most] of [
    [fromX, toX - fromX, left, right],
    [fromY, toY - fromY, top, bottom],
  ] as const) {
    if (by === 0) {
      if (from <= least || from >= most) return false;
      continue;
    }
    const [enters, leaves] = [(least - from) / by, (most - from) / by].toSorted((a, b) => a - b);
    begin = Math.max(begin, enters ?? 0);
    end = Math.min(end, leaves ?? 1);
  }
  return begin < end;
}

/** The free place nearest to the middle of a group: in ever wider rounds about it. */
function freeSpot(
  port: ViewPort,
  { x, y }: SceneGroup,
  width: number,
  height: number,
  isOpen: (box: Box) => boolean,
): [number, number] | null {
  const [middleX, middleY] = toScreen(port, x.middle, y.middle);
  if (middleX < 0 || middleY < 0 || middleX > port.width || middleY > port.height) return null;
  for (let far = 0; far <= FARTHEST; far += STEP)
    for (let turn = 0; turn < TURNS; turn++) {
      const angle = (2 * Math.PI * turn) / TURNS;
      // A label is wide: beside its papers it must go farther than above them.
      const atX = middleX + (far + width / 2) * Math.cos(angle);
      const atY = middleY + (far + height / 2) * Math.sin(angle);
      const box = boxAt(atX, atY, width, height);
      const isInside =
        box.left >= 2 &&
        box.top >= 2 &&
        box.right <= port.width - 2 &&
        box.bottom <= port.height - 2;
      if (isInside && isOpen(box)) return [atX, atY];
    }
  return null;
}

/** The line from a label to the nearest of its papers. */
function tieOf(port: ViewPort, { at, topic }: Scene, group: SceneGroup, box: Box): Tie {
  const own = new Set(group.topics);
  const papers = [...topic.keys()].filter((paper) => own.has(topic[paper] ?? -1));
  const every = Math.ceil(papers.length / TIED);
  let best: Tie = [0, 0, 0, 0];
  let nearest = Infinity;
  for (let one = 0; one < papers.length; one += every) {
    const paper = papers[one] ?? 0;
    const [px, py] = [at[2 * paper] ?? 0, at[2 * paper + 1] ?? 0];
    // A paper far from the others would tie the name to somewhere else.
    if (px < group.x.least || px > group.x.most || py < group.y.least || py > group.y.most)
      continue;
    const [toX, toY] = toScreen(port, px, py);
    const fromX = Math.max(box.left, Math.min(box.right, toX));
    const fromY = Math.max(box.top, Math.min(box.bottom, toY));
    const distance = Math.hypot(toX - fromX, toY - fromY);
    if (distance < nearest) [nearest, best] = [distance, [fromX, fromY, toX, toY]];
  }
  return best;
}

/** Counts the dots in a box of the window, a little too many rather than too few: by sums over cells. */
function countDots(port: ViewPort, { at, topic }: Scene): (box: Box) => number {
  const [columns, rows] = [Math.ceil(port.width / CELL) + 1, Math.ceil(port.height / CELL) + 1];
  const sums = new Int32Array((columns + 1) * (rows + 1));
  const place = (column: number, row: number): number => row * (columns + 1) + column;
  for (let paper = 0; paper < topic.length; paper++) {
    const [x, y] = toScreen(port, at[2 * paper] ?? 0, at[2 * paper + 1] ?? 0);
    if (x < 0 || y < 0 || x >= port.width || y >= port.height) continue;
    const to = place(Math.floor(x / CELL) + 1, Math.floor(y / CELL) + 1);
    sums[to] = (sums[to] ?? 0) + 1;
  }
  for (let row = 1; row <= rows; row++)
    for (let column = 1; column <= columns; column++) {
      const to = place(column, row);
      sums[to] =
        (sums[to] ?? 0) +
        (sums[place(column - 1, row)] ?? 0) +
        (sums[place(column, row - 1)] ?? 0) -
        (sums[place(column - 1, row - 1)] ?? 0);
    }
  const within = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  return ({ left, top, right, bottom }) => {
    const [from, to] = [
      within(Math.floor(left / CELL), columns),
      within(Math.ceil(right / CELL), columns),
    ];
    const [above, below] = [
      within(Math.floor(top / CELL), rows),
      within(Math.ceil(bottom / CELL), rows),
    ];
    return (
      (sums[place(to, below)] ?? 0) -
      (sums[place(from, below)] ?? 0) -
      (sums[place(to, above)] ?? 0) +
      (sums[place(from, above)] ?? 0)
    );
  };
}
