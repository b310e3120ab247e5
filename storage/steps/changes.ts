import type { Status } from '@/domain/paper/paper';
import type { PaperKey } from '@/domain/paper/paper';
import type { HighlightRecord, PaperRecord, TagRecord } from '@/domain/paper/record';
import type { Step } from './step';
import type { Change, HighlightPatch, TagPatch } from '@/storage/rows';

/*
 * The single changes that steps are made of. Each stamps what it changes and returns its journal entry; the
 * caller puts the paper and logs. Actions, bulk actions and undo all go through these.
 */

/** Sets a status; when the paper was saved goes with it, unless it is told. */
export function setStatus(
  { stamp, now }: Step,
  paper: PaperRecord,
  status: Status | null,
  savedAt?: number | null,
): Change {
  const before = { status: paper.status, savedAt: paper.savedAt };
  const isKept = status === 'saved' || status === 'read';
  paper.status = status;
  paper.savedAt = savedAt === undefined ? (isKept ? (paper.savedAt ?? now) : null) : savedAt;
  paper.stamps = { ...paper.stamps, status: stamp };
  const after = { status, savedAt: paper.savedAt };
  return { field: 'status', paperId: paper.id, item: '', before, after };
}

/** Puts a tag on a paper or takes it off. */
export function setTag({ stamp }: Step, paper: PaperRecord, id: string, on: boolean): Change {
  const before = paper.tags.includes(id);
  const others = paper.tags.filter((tag) => tag !== id);
  paper.tags = on ? [...others, id].toSorted() : others;
  paper.stamps = { ...paper.stamps, [`tag:${id}`]: stamp };
  return { field: 'tag', paperId: paper.id, item: id, before, after: on };
}

/** Puts a paper into the trash or takes it out. */
export function setRemoved({ stamp }: Step, paper: PaperRecord, removed: boolean): Change {
  const before = paper.removed;
  paper.removed = removed;
  paper.stamps = { ...paper.stamps, removed: stamp };
  return { field: 'removed', paperId: paper.id, item: '', before, after: removed };
}

/** A paper that something is done to is not deleted any more. */
export function revive(step: Step, paper: PaperRecord, via?: PaperKey): void {
  if (paper.removed) step.log(setRemoved(step, paper, false), via);
}

/** Those of a record's values that a patch names. */
function named<T extends object>(record: T, patch: Partial<T>): Partial<T> {
  const names = Object.keys(patch) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, record[name]])) as Partial<T>;
}

const stampAll = (
  stamps: Record<string, string>,
  patch: object,
  stamp: string,
): Record<string, string> => ({
  ...stamps,
  ...Object.fromEntries(Object.keys(patch).map((name) => [name, stamp])),
});

/** Changes a highlight, and puts it. */
export function patchHighlight(
  step: Step,
  highlight: HighlightRecord,
  patch: HighlightPatch,
): Change {
  const before = named<HighlightPatch>(highlight, patch);
  const stamps = stampAll(highlight.stamps, patch, step.stamp);
  step.putHighlight({ ...highlight, ...patch, stamps });
  const { id: item, paperId } = highlight;
  return { field: 'highlight', paperId, item, before, after: patch };
}

/** Changes a tag itself, and puts it. */
export function patchTag(step: Step, tag: TagRecord, patch: TagPatch): Change {
  const before = named<TagPatch>(tag, patch);
  step.putTag({ ...tag, ...patch, stamps: stampAll(tag.stamps, patch, step.stamp) });
  return { field: 'tags', paperId: '', item: tag.id, before, after: patch };
}
