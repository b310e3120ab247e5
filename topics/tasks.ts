import type { Profiles } from '@/domain/topics/fit/profiles';
import type { TopicChange } from '@/domain/topics/carry-over';
import type { PaperMap } from '@/domain/topics/map/map';
import type { StoredTopics, Topic, TopicInput, TopicSet } from '@/domain/topics/types';

/** A paper as the views of topics list it; its abstract stays in the worker. */
export interface ListedPaper {
  id: string;
  title: string;
  /** When it came into the library, milliseconds since 1970. */
  at: number;
}

/** The topics of a library and its papers. */
export interface Grouping {
  stored: StoredTopics;
  papers: ListedPaper[];
}

/** What a worker does, by name: what it is asked, what it answers. It reads the library itself, and only reads. */
export interface TopicTasks {
  /** The current topics, with later papers placed in them; with `profiles` where that has yet to be kept. */
  current: [ask: null, answer: Grouping & { profiles: Profiles | null }];
  /** What a new grouping would be, of so many topics where a number is wanted; what a person made stays. */
  regroup: [ask: { wanted: number | null }, answer: { after: StoredTopics; change: TopicChange }];
  /** A topic in two; `used` are the colours of all topics. `null` where it can't be split. */
  split: [ask: { topic: Topic; used: number[] }, answer: [Topic, Topic] | null];
  /** Places on the map: as last time, new papers beside their neighbours; `isNew` where that has yet to be kept. */
  map: [ask: null, answer: { map: PaperMap; isNew: boolean }];
  /** Papers that are in no library, grouped: what the benchmarks time. */
  cluster: [ask: { papers: TopicInput[] }, answer: TopicSet];
}

export type TopicTask = keyof TopicTasks;

/** Runs a task off the main thread; `look` is shown unfinished answers of those that have some. Rejects when it fails. */
export type RunTask = <K extends TopicTask>(
  name: K,
  ask: TopicTasks[K][0],
  look?: (part: TopicTasks[K][1]) => void,
) => Promise<TopicTasks[K][1]>;

/** What a worker says of a task: how far it is, the answer, or why there is none. */
export type TaskMessage<K extends TopicTask> =
  | { value: TopicTasks[K][1]; isDone: boolean }
  | { error: string };
