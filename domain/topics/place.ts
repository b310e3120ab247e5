import type { Located, Space } from '@/domain/topics/grouping/group';
import { dot } from '@/domain/topics/numbers/matrix';
import { centroidsOf, nearestTo } from '@/domain/topics/grouping/space';
import type { Topic, TopicSet } from './types';

/** A paper leaves its topic only for one that is nearer by this (cosine): less is noise of the newest paper. */
const CLEARLY = 0.04;

/**
 * The topics of a library that has changed since they were made: new papers go to the topic they are nearest
 * to, papers that are gone leave, others move only for clear gain, and never out of a topic that is pinned or
 * named. Ids, labels and colours stay. Topics that lost all their papers go, unless a person named or pinned
 * them.
 */
export function placePapers({ ids, space }: Located, before: TopicSet): TopicSet {
  const group = groupsOf(ids, before);
  place(space, group, before.topics);
  return regrouped(ids, space, group, before.topics);
}

/** The topic of each paper by its number; -1 of none, -2 of a paper that is new. */
function groupsOf(ids: readonly string[], { topics, unclustered }: TopicSet): Int32Array {
  const known = new Map(unclustered.map((id) => [id, -1]));
  for (const [index, { members }] of topics.entries())
    for (const id of members) known.set(id, index);
  return Int32Array.from(ids, (id) => known.get(id) ?? -2);
}

function place({ places: { near }, graph }: Space, group: Int32Array, topics: readonly Topic[]) {
  const centroids = centroidsOf(near, group, topics.length);
  const isEmpty = topics.map((_, index) => !group.includes(index));
  for (let row = 0; row < group.length; row++) {
    const own = group[row] ?? -1;
    const hasNeighbours = graph.start[row] !== graph.start[row + 1];
    if (!hasNeighbours) {
      if (own < 0) group[row] = -1;
      continue;
    }
    const topic = topics[own];
    if (topic?.pinned || topic?.name !== undefined) continue;
    const nearest = nearestTo(near, row, centroids);
    if (nearest.group < 0 || isEmpty[nearest.group]) continue;
    const isClear = own < 0 || nearest.cosine > dot(near, row, centroids, own) + CLEARLY;
    if (isClear) group[row] = nearest.group;
  }
  for (let row = 0; row < group.length; row++) if (group[row] === -2) group[row] = -1;
}

/** The topics with the members that a grouping gives them, the most central first. */
export function regrouped(
  ids: readonly string[],
  { places: { near } }: Space,
  group: Int32Array,
  topics: readonly Topic[],
): TopicSet {
  const centroids = centroidsOf(near, group, topics.length);
  const rows: number[][] = topics.map(() => []);
  for (const [row, own] of group.entries()) rows[own]?.push(row);
  return {
    topics: topics.flatMap((topic, index) => {
      const members = rows[index] ?? [];
      if (members.length === 0 && !topic.pinned && topic.name === undefined) return [];
      const cosine = new Map(members.map((row) => [row, dot(near, row, centroids, index)]));
      const ordered = members.toSorted(
        (a, b) => (cosine.get(b) ?? 0) - (cosine.get(a) ?? 0) || a - b,
      );
      return { ...topic, members: ordered.map((row) => ids[row] ?? '') };
    }),
    unclustered: ids.filter((_, row) => (group[row] ?? -1) < 0),
  };
}
