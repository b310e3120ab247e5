import type { Failure } from '@/domain/result';
import type { StoredTopics, Topic } from '@/domain/topics/types';
import type { GroupingPorts } from './grouping';

/** What the views of topics need beside the calls. */
export interface TopicsPorts extends GroupingPorts {
  /** Says what was done; `undo` takes it back. */
  tell: (text: string, undo?: () => void) => void;
  /** Takes a step back, and says so. */
  undoStep: (step: string) => Promise<void>;
  refuse: (what: string, failure: Failure) => void;
}

/** Everything of a stored grouping but its topics. */
export type GroupingHead = Omit<StoredTopics, 'topics'>;

/** Topics to write and topics to remove, in one step. */
export interface TopicsEdit {
  put: Topic[];
  remove: string[];
  head?: GroupingHead;
}

/** Writes an edit, says `text`, and offers to undo it; runs `undone` after an undo. Tells whether it was written. */
export type ChangeTopics = (
  text: string,
  edit: TopicsEdit,
  undone?: () => Promise<void>,
) => Promise<boolean>;

/** The answer of a worker; `undefined` when the worker failed, after saying `what` could not be done. */
export type Attempt = <T>(what: string, work: () => Promise<T>) => Promise<T | undefined>;
