import { regroup } from './carry-over';
import { splitTopic } from './manage';
import { mapPapers, type PaperMap } from './map';
import { placePapers } from './place';
import { clusterPapers } from './topics';
import type { Topic, TopicInput, TopicSet } from './types';

/** What a worker does with a library's papers, by name: what it is asked, what it answers. */
export interface TopicTasks {
  /** The first grouping. */
  cluster: [ask: { papers: TopicInput[] }, answer: TopicSet];
  /** New papers into the topics that are there. */
  place: [ask: { papers: TopicInput[]; before: TopicSet }, answer: TopicSet];
  /** A new grouping, of so many topics where a number is wanted; what a person made stays. */
  regroup: [
    ask: { papers: TopicInput[]; before: TopicSet; wanted: number | null },
    answer: TopicSet,
  ];
  /** A topic in two; `papers` are its members. `null` where it can't be split. */
  split: [
    ask: { papers: TopicInput[]; topic: Topic; used: number[] },
    answer: [Topic, Topic] | null,
  ];
  map: [ask: { papers: TopicInput[]; topics: TopicSet; before: PaperMap | null }, answer: PaperMap];
}

export type TopicTask = keyof TopicTasks;

/** Runs a task off the main thread; `look` is shown unfinished answers of those that have some. Rejects when it fails. */
export type RunTask = <K extends TopicTask>(
  name: K,
  ask: TopicTasks[K][0],
  look?: (part: TopicTasks[K][1]) => void,
) => Promise<TopicTasks[K][1]>;

/** What a worker says of a task: how far it is, or the answer. */
export interface TaskMessage<K extends TopicTask> {
  value: TopicTasks[K][1];
  isDone: boolean;
}

type Perform<K extends TopicTask> = (
  ask: TopicTasks[K][0],
  look: (part: TopicTasks[K][1]) => void,
) => TopicTasks[K][1];
type Performers = { [K in TopicTask]: Perform<K> };

const PERFORMERS: Performers = {
  cluster: ({ papers }) => clusterPapers(papers),
  place: ({ papers, before }) => placePapers(papers, before),
  regroup: ({ papers, before, wanted }) => regroup(papers, before, wanted),
  split: ({ papers, topic, used }) => splitTopic(papers, topic, new Set(used)),
  map: ({ papers, topics, before }, look) => mapPapers(papers, topics, before, look),
};

export const perform = <K extends TopicTask>(
  name: K,
  ask: TopicTasks[K][0],
  look: (part: TopicTasks[K][1]) => void,
): TopicTasks[K][1] => PERFORMERS[name](ask, look);
