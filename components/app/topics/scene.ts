import type { Level } from '@/domain/topics/levels';
import type { PaperMap } from '@/domain/topics/map/map';
import { topicName } from '@/domain/topics/types';

/** What the map shows, in parallel arrays: 10,000 papers are drawn in every frame. */
export interface Scene {
  ids: readonly string[];
  /** x and y of each, in turn. */
  at: readonly number[];
  /** The topic of each; -1 of none. */
  topic: Int32Array;
  topics: SceneGroup[];
  /** The themes, where they are fewer than the topics; else the topics themselves. */
  themes: SceneGroup[];
}

/** A topic or a theme on the map. */
export interface SceneGroup {
  id: string;
  colour: number;
  name: string;
  papers: number;
  /** Its topics, by number. */
  topics: readonly number[];
  /** Where most of its papers are. */
  x: Extent;
  y: Extent;
}

export interface Extent {
  least: number;
  middle: number;
  most: number;
}

/** What is drawn: papers of the library that have a place, by topic and theme. */
export function sceneOf(
  map: PaperMap,
  levels: readonly Level[],
  known: { has: (id: string) => boolean },
): Scene {
  const topics = levels.flatMap((level) => level.topics);
  const topicOf = new Map<string, number>();
  for (const [at, { members }] of topics.entries()) for (const id of members) topicOf.set(id, at);
  const isWhole = map.ids.every((id) => known.has(id));
  const { ids, at } = isWhole ? map : partOf(map, known);
  const topic = Int32Array.from(ids, (id) => topicOf.get(id) ?? -1);
  const own: Points[] = topics.map(() => ({ x: [], y: [] }));
  for (const [paper, which] of topic.entries()) {
    own[which]?.x.push(at[2 * paper] ?? 0);
    own[which]?.y.push(at[2 * paper + 1] ?? 0);
  }
  const groups = topics.map((one, index) => ({
    id: one.id,
    colour: one.colour,
    name: topicName(one),
    papers: one.members.length,
    topics: [index],
    ...extentsOf([own[index]]),
  }));
  const number = new Map(topics.map(({ id }, index) => [id, index]));
  const themes = levels.map(({ theme, topics: parts, members }) => {
    const numbers = parts.map(({ id }) => number.get(id) ?? -1);
    return {
      id: theme.id,
      colour: theme.colour,
      name: topicName(theme),
      papers: members.length,
      topics: numbers,
      ...extentsOf(numbers.map((one) => own[one])),
    };
  });
  return {
    ids,
    at,
    topic,
    topics: groups,
    themes: levels.length < topics.length ? themes : groups,
  };
}

interface Points {
  x: number[];
  y: number[];
}

function extentsOf(points: readonly (Points | undefined)[]): { x: Extent; y: Extent } {
  const extent = (values: readonly number[]): Extent => {
    const sorted = Float64Array.from(values).toSorted();
    const [least = 0, middle = 0, most = 0] = [0.04, 0.5, 0.96].map(
      (share) => sorted[Math.floor(share * sorted.length)] ?? 0,
    );
    return { least, middle, most };
  };
  return {
    x: extent(points.flatMap((one) => one?.x ?? [])),
    y: extent(points.flatMap((one) => one?.y ?? [])),
  };
}

/** The papers of a map that are known. */
function partOf(map: PaperMap, known: { has: (id: string) => boolean }): PaperMap {
  const shown = map.ids.flatMap((id, index) => (known.has(id) ? index : []));
  return {
    ids: shown.map((index) => map.ids[index] ?? ''),
    at: shown.flatMap((index) => [map.at[2 * index] ?? 0, map.at[2 * index + 1] ?? 0]),
  };
}
