import type { Located, Space } from '@/domain/topics/grouping/group';
import { layOut, type Positions } from './layout';
import { seeded } from '@/domain/topics/numbers/random';
import { topicsByPaper } from '@/domain/topics/manage';
import type { TopicSet } from '@/domain/topics/types';

/** A place on the map for each paper: x and y within -1 and 1 (a few lone papers a little outside). */
export interface PaperMap {
  ids: readonly string[];
  /** x and y of each, in turn. */
  at: number[];
}

/** A map is drawn anew when so much of the library is not on it. */
const MOSTLY_NEW = 0.3;

/**
 * The map of a library. Papers of the earlier map stay in their places; new ones are put beside their
 * neighbours. Drawn anew when there was none, or when many papers are new; `look` is shown it while it is drawn.
 */
export function mapPapers(
  { ids, space }: Located,
  topics: TopicSet,
  before: PaperMap | null,
  look?: (map: PaperMap) => void,
): PaperMap {
  const known = new Map(before?.ids.map((id, index) => [id, index]));
  const isNew = ids.map((id) => !known.has(id));
  const isKept = before !== null && isNew.filter(Boolean).length <= MOSTLY_NEW * ids.length;
  const start = isKept
    ? besideNeighbours(ids, space, known, before.at)
    : byTopic(ids, space, topics);
  const fixed = isKept ? Uint8Array.from(isNew, (fresh) => (fresh ? 0 : 1)) : null;
  const mapOf = (at: Positions): PaperMap => ({
    ids,
    at: Array.from(at, (value) => Math.round(value * 10_000) / 10_000),
  });
  return mapOf(layOut(space.graph, start, fixed, look && ((at) => look(mapOf(at)))));
}

/** Topics on a circle, those alike beside each other, each paper near its topic's place. */
function byTopic(ids: readonly string[], { places }: Space, topics: TopicSet): Positions {
  const topicOf = topicsByPaper(topics);
  const { data, width } = places.far;
  // The angle by the two leading directions after the first, which is much the same for all papers.
  const angle = topics.topics.map(({ members }) => {
    const inside = new Set(members);
    let [x, y] = [0, 0];
    for (const [row, id] of ids.entries()) {
      if (!inside.has(id)) continue;
      x += data[row * width + Math.min(1, width - 1)] ?? 0;
      y += data[row * width + Math.min(2, width - 1)] ?? 0;
    }
    return Math.atan2(y, x);
  });
  const order = [...angle.keys()].toSorted((a, b) => (angle[a] ?? 0) - (angle[b] ?? 0));
  const place = new Map(
    order.map((topic, at) => [topics.topics[topic], (2 * Math.PI * at) / order.length]),
  );
  const random = seeded(2);
  const out = new Float32Array(ids.length * 2);
  for (const [row, id] of ids.entries()) {
    const turn = place.get(topicOf.get(id));
    const [x, y] = turn === undefined ? [0, 0] : [Math.cos(turn), Math.sin(turn)];
    out[2 * row] = 0.7 * x + 0.3 * (random() - 0.5);
    out[2 * row + 1] = 0.7 * y + 0.3 * (random() - 0.5);
  }
  return out;
}

/** Known papers where they were, new ones at the middle of their neighbours. */
function besideNeighbours(
  ids: readonly string[],
  { graph }: Space,
  known: ReadonlyMap<string, number>,
  at: readonly number[],
): Positions {
  const random = seeded(3);
  const out = new Float32Array(ids.length * 2);
  const old = ids.map((id) => known.get(id));
  for (let row = 0; row < ids.length; row++) {
    const index = old[row];
    if (index !== undefined) {
      out[2 * row] = at[2 * index] ?? 0;
      out[2 * row + 1] = at[2 * index + 1] ?? 0;
      continue;
    }
    let [x, y, sum] = [0, 0, 0];
    for (let edge = graph.start[row] ?? 0; edge < (graph.start[row + 1] ?? 0); edge++) {
      const other = old[graph.index[edge] ?? 0];
      if (other === undefined) continue;
      const weight = graph.value[edge] ?? 0;
      x += weight * (at[2 * other] ?? 0);
      y += weight * (at[2 * other + 1] ?? 0);
      sum += weight;
    }
    out[2 * row] = (sum > 0 ? x / sum : 0) + 0.02 * (random() - 0.5);
    out[2 * row + 1] = (sum > 0 ? y / sum : 0) + 0.02 * (random() - 0.5);
  }
  return out;
}
