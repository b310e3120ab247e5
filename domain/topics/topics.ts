import { followNames } from './fit/follow';
import { leaveOut } from './fit/rests';
import { groupPapers, membersOf, type Space, spaceOf, themesOf, vectorsOf } from './grouping/group';
import { type Naming, namesOf } from './names/names';
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
  const topic = new Int32Array(group.length).fill(-1);
  for (const [name, rows] of bySize(membersOf(space, group)).entries())
    for (const row of rows) topic[row] = name;
  const themes = themesOf(space, topic);
  const names = namesOf(corpus, counts, topic, themes);
  followNames(space.places.near, topic, names.speakers);
  const groups = membersOf(space, topic);
  const order = themesBySize(themes, groups);
  const topics = bySize(groups).map((rows): Placed => {
    const own = topic[rows[0] ?? 0] ?? 0;
    return { rows, theme: order.indexOf(themes[own] ?? 0), naming: names.topics[own] ?? UNNAMED };
  });
  const list = themeList(
    corpus,
    topics,
    order.map((theme) => names.themes[theme] ?? UNNAMED),
  );
  return {
    topics: topicsOf(corpus, topics, list),
    themes: list,
    unclustered: corpus.ids.filter((_, paper) => (topic[paper] ?? -1) < 0),
  };
}

/** A topic's papers, the number of its theme, and its name. */
interface Placed {
  rows: readonly number[];
  theme: number;
  naming: Naming;
}

const UNNAMED: Naming = { label: '', keywords: [] };

/** Groups that have papers, the largest first. */
const bySize = (groups: readonly (readonly number[])[]): (readonly number[])[] =>
  groups
    .filter((rows) => rows.length > 0)
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));

function topicsOf({ ids }: Corpus, topics: readonly Placed[], list: readonly Theme[]): Topic[] {
  const shapes = new Map<number, number>();
  return topics.map(({ rows, theme, naming }): Topic => {
    const members = rows.map((paper) => ids[paper] ?? '');
    const hue = theme % HUES;
    const shape = shapes.get(hue) ?? 0;
    shapes.set(hue, shape + 1);
    const colour = (hue + HUES * shape) % TOPIC_COLOURS;
    const { label, keywords } = naming;
    return { id: idOf(members), label, colour, theme: list[theme]?.id ?? '', keywords, members };
  });
}

/** An id that the same papers give again. */
const idOf = (members: readonly string[]): string => members.toSorted()[0] ?? '';

const themeList = ({ ids }: Corpus, topics: readonly Placed[], names: readonly Naming[]): Theme[] =>
  names.map(({ label, keywords }, theme) => {
    const rows = topics.flatMap((topic) => (topic.theme === theme ? topic.rows : []));
    const id = idOf(rows.map((row) => ids[row] ?? ''));
    return { id, label, colour: theme % HUES, keywords };
  });

/** The themes by their papers, the largest first. */
function themesBySize(themes: Int32Array, groups: readonly (readonly number[])[]): number[] {
  const sizes: number[] = [];
  for (const [topic, theme] of themes.entries())
    sizes[theme] = (sizes[theme] ?? 0) + (groups[topic]?.length ?? 0);
  return [...sizes.keys()].toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
}
