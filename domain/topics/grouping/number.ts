import { modularityOf, tiesOf } from './communities';
import type { Graph } from './neighbours';
import { joinedTo, type Joins, namesAt } from './ward';

/** Most topics when no number is asked for: a longer list is no help. */
const MOST_TOPICS = 80;
/** Papers that a topic has at the least, in the mean. */
const MEAN_SIZE = 7;
/** Of so few papers every cut is coarse already. */
const HANDFUL = 30;
/** Between these numbers of papers the resolution falls from `OF_FEW` to `OF_MANY`: of a hundred papers modularity sees too few subjects. */
const [SCANT, PLENTY] = [100, 700];
const [OF_HANDFUL, OF_FEW, OF_MANY] = [0.8, 2.3, 2];

/** Themes of a library, at the least and at the most. */
const [FEWEST_THEMES, MOST_THEMES] = [5, 12];
/** So few topics need no themes over them. */
const FLAT = 7;
/** The resolution at which topics are joined into themes. */
const WIDE = 1;

function resolutionFor(papers: number): number {
  if (papers < HANDFUL) return OF_HANDFUL;
  const lack = 1 - Math.log(papers / SCANT) / Math.log(PLENTY / SCANT);
  return OF_MANY + (OF_FEW - OF_MANY) * Math.max(0, Math.min(1, lack));
}

/** How many topics the papers make by themselves: the number of pieces joined that has the highest modularity. */
export function ownNumber(graph: Graph, pieces: Int32Array, joins: Joins, papers: number): number {
  const most = Math.min(MOST_TOPICS, Math.ceil(papers / (papers < HANDFUL ? 2 : MEAN_SIZE)));
  return clearestNumber(graph, pieces, joins, [1, most], resolutionFor(papers));
}

/** How many themes topics make: as many as there are topics where those are few. */
export function themeNumber(graph: Graph, topics: Int32Array, joins: Joins): number {
  if (joins.groups <= FLAT) return joins.groups;
  const most = Math.min(MOST_THEMES, Math.ceil(joins.groups / 2));
  return clearestNumber(graph, topics, joins, [Math.min(FEWEST_THEMES, most), most], WIDE);
}

/** The number of groups within limits at which joining them has the highest modularity. */
function clearestNumber(
  graph: Graph,
  group: Int32Array,
  joins: Joins,
  [least, most]: readonly [number, number],
  resolution: number,
): number {
  const found = Math.min(joins.groups, most);
  const names = namesAt(joins, found);
  const ties = tiesOf(graph, joinedTo(group, joins, found), found);
  let [best, highest] = [found, modularityOf(ties, found, resolution)];
  let left = found;
  for (const { into, gone } of joins.steps.slice(joins.groups - found)) {
    join(ties, found, names[into] ?? 0, names[gone] ?? 0);
    left--;
    if (left < least) break;
    const value = modularityOf(ties, found, resolution);
    if (value > highest) [best, highest] = [left, value];
  }
  return best;
}

/** Lays the ties of one group to another's, and leaves it none. */
function join(ties: Float64Array, groups: number, into: number, gone: number): void {
  for (let other = 0; other < groups; other++) {
    const [from, to] = [gone * groups + other, into * groups + other];
    ties[to] = (ties[to] ?? 0) + (ties[from] ?? 0);
    ties[from] = 0;
  }
  for (let other = 0; other < groups; other++) {
    const [from, to] = [other * groups + gone, other * groups + into];
    ties[to] = (ties[to] ?? 0) + (ties[from] ?? 0);
    ties[from] = 0;
  }
}
