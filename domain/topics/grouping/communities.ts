import type { Graph } from './neighbours';
import { type Random, shuffled } from '@/domain/topics/numbers/random';

/** Sizes and weights of a partition while it is being improved. */
interface Level {
  graph: Graph;
  /** Weight of the edges at each node, its own loop included. */
  strength: Float64Array;
  /** Twice the weight of all edges. */
  total: number;
  resolution: number;
}

/**
 * Communities of a weighted graph: the modularity with resolution (J. Reichardt and S. Bornholdt, 2006) is
 * improved by moving nodes, the communities are split into well-connected parts, and the graph of the parts is
 * treated alike (V. A. Traag, L. Waltman and N. J. van Eck, "From Louvain to Leiden", Scientific Reports 9,
 * 2019). Answers the community of each node, from 0.
 */
export function communitiesOf(graph: Graph, resolution: number, random: Random): Int32Array {
  let level = levelOf(graph, resolution);
  let community = Int32Array.from({ length: graph.rows }, (_, node) => node);
  let nodeOf = community.slice();
  for (let depth = 0; depth < 20; depth++) {
    const isMoved = moveNodes(level, community, random);
    const parts = refine(level, community, random);
    const count = renumber(parts);
    if (!isMoved || count === level.graph.rows) break;
    const above = new Int32Array(count);
    for (let node = 0; node < parts.length; node++) above[parts[node] ?? 0] = community[node] ?? 0;
    renumber(above);
    nodeOf = nodeOf.map((node) => parts[node] ?? 0);
    level = levelOf(aggregate(level.graph, parts, count), resolution);
    community = above;
  }
  const out = nodeOf.map((node) => community[node] ?? 0);
  renumber(out);
  return out;
}

/**
 * The weight of the edges from each group to each, `groups` x `groups` by rows, those within counted from both
 * ends. Rows of no group (-1) are left out.
 */
export function tiesOf(graph: Graph, group: Int32Array, groups: number): Float64Array {
  const { rows, start, index, value } = graph;
  const ties = new Float64Array(groups * groups);
  for (let node = 0; node < rows; node++) {
    const own = group[node] ?? -1;
    if (own < 0) continue;
    for (let edge = start[node] ?? 0; edge < (start[node + 1] ?? 0); edge++) {
      const other = group[index[edge] ?? 0] ?? -1;
      if (other < 0) continue;
      const tie = own * groups + other;
      ties[tie] = (ties[tie] ?? 0) + (value[edge] ?? 0);
    }
  }
  return ties;
}

/**
 * The modularity of groups by the ties between them, which communities are found by: 1 where all edges are within
 * groups, less what chance would put there.
 */
export function modularityOf(ties: Float64Array, groups: number, resolution: number): number {
  let [inside, total, squares] = [0, 0, 0];
  for (let own = 0; own < groups; own++) {
    let strength = 0;
    for (let other = 0; other < groups; other++) strength += ties[own * groups + other] ?? 0;
    inside += ties[own * groups + own] ?? 0;
    total += strength;
    squares += strength * strength;
  }
  return total === 0 ? 0 : inside / total - (resolution * squares) / (total * total);
}

/** Numbers groups from 0 in the order of their first members, -1 apart; answers how many there are. */
export function renumber(community: Int32Array): number {
  const names = new Map<number, number>();
  for (let node = 0; node < community.length; node++) {
    const old = community[node] ?? 0;
    if (old < 0) continue;
    let name = names.get(old);
    if (name === undefined) names.set(old, (name = names.size));
    community[node] = name;
  }
  return names.size;
}

function levelOf(graph: Graph, resolution: number): Level {
  const strength = new Float64Array(graph.rows);
  let total = 0;
  for (let node = 0; node < graph.rows; node++) {
    let sum = 0;
    for (let edge = graph.start[node] ?? 0; edge < (graph.start[node + 1] ?? 0); edge++)
      sum += graph.value[edge] ?? 0;
    strength[node] = sum;
    total += sum;
  }
  return { graph, strength, total: total || 1, resolution };
}

/** Moves each node to the neighbouring community that gains most, until none gains. Whether any moved. */
function moveNodes(
  { graph, strength, total, resolution }: Level,
  community: Int32Array,
  random: Random,
): boolean {
  const { rows, start, index, value } = graph;
  const weight = new Float64Array(rows);
  for (let node = 0; node < rows; node++) {
    const own = community[node] ?? 0;
    weight[own] = (weight[own] ?? 0) + (strength[node] ?? 0);
  }
  const queue = shuffled(rows, random);
  const isQueued = new Uint8Array(rows).fill(1);
  const towards = new Float64Array(rows);
  const near = new Int32Array(rows);
  let isMoved = false;
  // A ring: a node whose neighbour moved waits again.
  for (let head = 0, waiting = rows; waiting > 0; head = (head + 1) % rows, waiting--) {
    const node = queue[head] ?? 0;
    isQueued[node] = 0;
    const own = community[node] ?? 0;
    let met = 0;
    for (let edge = start[node] ?? 0; edge < (start[node + 1] ?? 0); edge++) {
      const other = index[edge] ?? 0;
      if (other === node) continue;
      const there = community[other] ?? 0;
      if (towards[there] === 0) near[met++] = there;
      towards[there] = (towards[there] ?? 0) + (value[edge] ?? 0);
    }
    const pull = (resolution * (strength[node] ?? 0)) / total;
    weight[own] = (weight[own] ?? 0) - (strength[node] ?? 0);
    let best = own;
    let most = (towards[own] ?? 0) - pull * (weight[own] ?? 0);
    for (let at = 0; at < met; at++) {
      const there = near[at] ?? 0;
      const gain = (towards[there] ?? 0) - pull * (weight[there] ?? 0);
      if (gain > most + 1e-12) [best, most] = [there, gain];
    }
    weight[best] = (weight[best] ?? 0) + (strength[node] ?? 0);
    for (let at = 0; at < met; at++) towards[near[at] ?? 0] = 0;
    if (best === own) continue;
    isMoved = true;
    community[node] = best;
    for (let edge = start[node] ?? 0; edge < (start[node + 1] ?? 0); edge++) {
      const other = index[edge] ?? 0;
      if (isQueued[other] === 1 || community[other] === best) continue;
      isQueued[other] = 1;
      queue[(head + waiting) % rows] = other;
      waiting++;
    }
  }
  return isMoved;
}

/** Parts of the communities: nodes that are alone join the best part of their community. */
function refine(level: Level, community: Int32Array, random: Random): Int32Array {
  const { graph, strength, total, resolution } = level;
  const { rows, start, index, value } = graph;
  const part = Int32Array.from({ length: rows }, (_, node) => node);
  const weight = strength.slice();
  const size = new Int32Array(rows).fill(1);
  const towards = new Float64Array(rows);
  const near = new Int32Array(rows);
  for (const node of shuffled(rows, random)) {
    if (size[part[node] ?? 0] !== 1) continue;
    let met = 0;
    for (let edge = start[node] ?? 0; edge < (start[node + 1] ?? 0); edge++) {
      const other = index[edge] ?? 0;
      if (other === node || community[other] !== community[node]) continue;
      const there = part[other] ?? 0;
      if (towards[there] === 0) near[met++] = there;
      towards[there] = (towards[there] ?? 0) + (value[edge] ?? 0);
    }
    const own = part[node] ?? 0;
    const pull = (resolution * (strength[node] ?? 0)) / total;
    let [best, most] = [own, 0];
    for (let at = 0; at < met; at++) {
      const there = near[at] ?? 0;
      const gain = (towards[there] ?? 0) - pull * (weight[there] ?? 0);
      towards[there] = 0;
      if (gain > most) [best, most] = [there, gain];
    }
    if (best === own) continue;
    part[node] = best;
    size[best] = (size[best] ?? 0) + 1;
    size[own] = 0;
    weight[best] = (weight[best] ?? 0) + (strength[node] ?? 0);
    weight[own] = 0;
  }
  return part;
}

/** The graph whose nodes are the parts. */
function aggregate(graph: Graph, part: Int32Array, count: number): Graph {
  const members: number[][] = Array.from({ length: count }, () => []);
  for (let node = 0; node < part.length; node++) members[part[node] ?? 0]?.push(node);
  const start = new Int32Array(count + 1);
  const [index, value] = [new Int32Array(graph.index.length), new Float32Array(graph.index.length)];
  const sums = new Float64Array(count);
  let edges = 0;
  for (let name = 0; name < count; name++) {
    const from = edges;
    for (const node of members[name] ?? [])
      for (let edge = graph.start[node] ?? 0; edge < (graph.start[node + 1] ?? 0); edge++) {
        const there = part[graph.index[edge] ?? 0] ?? 0;
        if (sums[there] === 0) index[edges++] = there;
        sums[there] = (sums[there] ?? 0) + (graph.value[edge] ?? 0);
      }
    for (let at = from; at < edges; at++) {
      const there = index[at] ?? 0;
      value[at] = sums[there] ?? 0;
      sums[there] = 0;
    }
    start[name + 1] = edges;
  }
  return { rows: count, start, index: index.slice(0, edges), value: value.slice(0, edges) };
}
