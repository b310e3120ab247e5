import { leaveOut } from './fit/rests';
import { groupPapers, membersOf, type Space, spaceOf, themesOf, vectorsOf } from './grouping/group';
import { type Names, namesOf } from './names/names';
import {
  HUES,
  type Theme,
  type Topic,
  TOPIC_COLOURS,
  type TopicInput,
  type TopicSet,
} from './types';
import { type FeatureCounts, countFeatures } from './words/features';
import { type Corpus, readCorpus } from './words/tokens';

/**
 * Groups papers by what they are about, groups the topics into themes and names both; the same papers give the same
 * topics. `wanted` forces the number of topics. Papers that fit no topic stay unclustered. Topics and themes are
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
  const group = groupPapers(space, wanted);
  leaveOut(corpus, group, wanted !== null);
  return namedTopics(corpus, counts, space, group);
}

/** Topics and themes of groups, with names and members in order. */
function namedTopics(
  corpus: Corpus,
  counts: FeatureCounts,
  space: Space,
  group: Int32Array,
): TopicSet {
  const groups = membersOf(space, group)
    .filter((rows) => rows.length > 0)
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  const topic = new Int32Array(group.length).fill(-1);
  for (const [name, rows] of groups.entries()) for (const row of rows) topic[row] = name;
  const themes = bySize(themesOf(space, topic), groups);
  const names = namesOf(corpus, counts, topic, themes);
  const list = themeList(corpus, groups, themes, names);
  return {
    topics: topicsOf(corpus, groups, themes, names, list),
    themes: list,
    unclustered: corpus.ids.filter((_, paper) => (topic[paper] ?? -1) < 0),
  };
}

function topicsOf(
  { ids }: Corpus,
  groups: readonly (readonly number[])[],
  themes: Int32Array,
  names: Names,
  list: readonly Theme[],
): Topic[] {
  const shapes = new Map<number, number>();
  return groups.map((rows, index): Topic => {
    const members = rows.map((paper) => ids[paper] ?? '');
    const { label = '', keywords = [] } = names.topics[index] ?? {};
    const hue = (themes[index] ?? 0) % HUES;
    const shape = shapes.get(hue) ?? 0;
    shapes.set(hue, shape + 1);
    const colour = (hue + HUES * shape) % TOPIC_COLOURS;
    const theme = list[themes[index] ?? 0]?.id ?? '';
    return { id: idOf(members), label, colour, theme, keywords, members };
  });
}

/** An id that the same papers give again. */
const idOf = (members: readonly string[]): string => members.toSorted()[0] ?? '';

const themeList = (
  { ids }: Corpus,
  groups: readonly (readonly number[])[],
  themes: Int32Array,
  names: Names,
): Theme[] =>
  names.themes.map(({ label, keywords }, theme) => {
    const rows = groups.filter((_, topic) => themes[topic] === theme).flat();
    const id = idOf(rows.map((row) => ids[row] ?? ''));
    return { id, label, colour: theme % HUES, keywords };
  });

/** Themes numbered by their papers, the largest first. */
function bySize(themes: Int32Array, groups: readonly (readonly number[])[]): Int32Array {
  const sizes: number[] = [];
  for (const [topic, theme] of themes.entries())
    sizes[theme] = (sizes[theme] ?? 0) + (groups[topic]?.length ?? 0);
  const order = [...sizes.keys()].toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  return themes.map((theme) => order.indexOf(theme));
}
