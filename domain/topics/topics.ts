import { type Counts, countFeatures } from '@/domain/topics/words/features';
import { groupPapers, type Space, spaceOf, vectorsOf } from '@/domain/topics/grouping/group';
import { labelsOf } from '@/domain/topics/names/labels';
import { dot } from '@/domain/topics/numbers/matrix';
import { centroidsOf } from '@/domain/topics/grouping/space';
import { type Corpus, readCorpus } from '@/domain/topics/words/tokens';
import { type Topic, TOPIC_COLOURS, type TopicInput, type TopicSet } from './types';

/**
 * Groups papers by what they are about and names the groups; the same papers give the same topics. `wanted`
 * forces the number of topics. Papers that have nothing in common with any other stay unclustered. Topics are
 * sorted by size, members by how central they are. The method and its sources: docs/topics.md.
 */
export function clusterPapers(
  papers: readonly TopicInput[],
  { wanted = null }: { wanted?: number | null } = {},
): TopicSet {
  return clusterCorpus(readCorpus(papers), wanted);
}

/** The same of papers that were read already. */
export function clusterCorpus(corpus: Corpus, wanted: number | null): TopicSet {
  const counts = countFeatures(corpus);
  const space = spaceOf(vectorsOf(counts));
  return namedTopics(corpus, counts, space, groupPapers(space, wanted));
}

/** Topics of groups, with labels and members in order. */
export function namedTopics(
  corpus: Corpus,
  counts: Counts,
  space: Space,
  group: Int32Array,
): TopicSet {
  const groups = membersOf(space, group);
  const order = new Int32Array(group.length).fill(-1);
  for (const [name, rows] of groups.entries()) for (const row of rows) order[row] = name;
  const topics = labelsOf(corpus, counts, order, groups.length).map(
    ({ label, keywords }, index): Topic => {
      const members = (groups[index] ?? []).map((paper) => corpus.ids[paper] ?? '');
      return {
        id: members.toSorted()[0] ?? label,
        label,
        colour: index % TOPIC_COLOURS,
        keywords,
        members,
      };
    },
  );
  const unclustered = corpus.ids.filter((_, paper) => (group[paper] ?? -1) < 0);
  return { topics, unclustered };
}

/** The rows of each group, the most central first; groups by size. */
function membersOf({ places: { near } }: Space, group: Int32Array): number[][] {
  const count = group.reduce((most, name) => Math.max(most, name + 1), 0);
  const centroids = centroidsOf(near, group, count);
  const groups: number[][] = Array.from({ length: count }, () => []);
  for (const [row, name] of group.entries()) groups[name]?.push(row);
  return groups
    .map((rows, name) => {
      const cosine = new Map(rows.map((row) => [row, dot(near, row, centroids, name)]));
      return rows.toSorted((a, b) => (cosine.get(b) ?? 0) - (cosine.get(a) ?? 0) || a - b);
    })
    .filter((rows) => rows.length > 0)
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}
