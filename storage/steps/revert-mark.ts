import { setMarkBack } from '@/domain/identity/give-back';
import { homeOf, withPart } from '@/domain/identity/parts';
import type { Stamp } from '@/domain/paper/clock';
import { marksOf } from '@/domain/paper/fields';
import type { PaperKey } from '@/domain/paper/paper';
import type { PaperRecord } from '@/domain/paper/record';
import type { MarkedChange } from '@/storage/rows';
import { setMark } from './changes';
import type { Step } from './step';

/**
 * A mark that is taken off again goes from the records that it was put on; others of the paper may have it too.
 * Where that record lacks it (an older version put it on another), it goes from all.
 */
export function revertMark(
  paper: PaperRecord,
  step: Step,
  { field, item, before, after, via, stamp }: MarkedChange & { via: PaperKey; stamp: Stamp },
): PaperRecord {
  const isMine = marksOf(paper, field).includes(item) === after;
  const on = isMine ? before : !after;
  const home = homeOf(paper, via);
  const marked = paper.parts?.find(({ id }) => id === home);
  const mark = { field, item, on };
  if (on || !marked || !marksOf(marked, field).includes(item)) {
    if (isMine) setMarkBack(paper, mark, stamp, step.stamp);
    step.log(setMark(step, paper, field, item, on), via);
    return paper;
  }
  const done = withPart(paper, home, (part) =>
    step.log({ ...setMark(step, part, field, item, false), paperId: paper.id }, via),
  );
  setMarkBack(done, mark, stamp, step.stamp);
  return done;
}
