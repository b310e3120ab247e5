import {
  type MarkName,
  markStamp,
  marksOf,
  putMarks,
  putStamped,
  type StampedName,
  stampedRow,
  type StampedValue,
} from '@/domain/paper/fields';
import type { Status } from '@/domain/paper/paper';
import type { PaperKey } from '@/domain/paper/paper';
import type { HighlightRecord, PaperRecord, TagRecord } from '@/domain/paper/record';
import type { Step } from './step';
import type { Change, HighlightPatch, MarkedChange, StampedChange, TagPatch } from '@/storage/rows';

/*
 * The single changes that steps are made of. Each stamps what it changes and returns its journal entry; the
 * caller puts the paper and logs. Actions, bulk actions and undo all go through these.
 */

/** Sets a field. */
export function setStamped<Name extends StampedName>(
  { stamp }: Pick<Step, 'stamp'>,
  paper: PaperRecord,
  field: Name,
  after: StampedValue<Name>,
): StampedChange {
  const before = stampedRow(field).read(paper);
  putStamped(paper, field, after);
  paper.stamps = { ...paper.stamps, [field]: stamp };
  return { field, paperId: paper.id, item: '', before, after } as StampedChange;
}

/** Sets a status; the paper's time of saving goes with it, unless it is given. */
export function setStatus(
  step: Pick<Step, 'stamp' | 'now'>,
  paper: PaperRecord,
  status: Status | null,
  savedAt?: number | null,
): Change {
  const isKept = status === 'saved' || status === 'read';
  const own = isKept ? (paper.savedAt ?? step.now) : null;
  return setStamped(step, paper, 'status', {
    status,
    savedAt: savedAt === undefined ? own : savedAt,
  });
}

/** Puts a mark on a paper or takes it off. */
export function setMark(
  { stamp }: Pick<Step, 'stamp'>,
  paper: PaperRecord,
  field: MarkName,
  id: string,
  on: boolean,
): MarkedChange {
  const before = marksOf(paper, field).includes(id);
  const others = marksOf(paper, field).filter((other) => other !== id);
  putMarks(paper, field, on ? [...others, id] : others);
  paper.stamps = { ...paper.stamps, [markStamp(field, id)]: stamp };
  return { field, paperId: paper.id, item: id, before, after: on };
}

/** Puts a tag on a paper or takes it off. */
export const setTag = (step: Step, paper: PaperRecord, id: string, on: boolean): Change =>
  setMark(step, paper, 'tag', id, on);

/** Puts a paper into the trash or takes it out. */
export const setRemoved = (step: Step, paper: PaperRecord, removed: boolean): Change =>
  setStamped(step, paper, 'removed', removed);

/** Any edit takes a paper out of the trash. */
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
