import { editNote, noteText } from '@/domain/paper/note';
import type { PaperRecord, PartRecord } from '@/domain/paper/record';
import {
  isMarkName,
  MARKED_NAMES,
  marksOf,
  markStamp,
  STAMPED_NAMES,
  stampedRow,
  type StampedValue,
} from '@/domain/paper/fields';
import { KNOWN_NAMES, toldBy } from '@/domain/identity/known';
import { linksOf } from '@/domain/identity/partings';
import { partsOf } from '@/domain/identity/parts';
import { setMark, setRemoved, setStamped } from './changes';
import type { Step } from './step';
import type { PapersChange } from '@/storage/rows';

/**
 * Takes back what an import did to one paper. A paper that it brought goes to the trash; of one that was there
 * before, each field goes back to what it was. What a person wrote since (a later stamp) stays. Of a paper that was
 * taken apart since, each record that is a paper by itself goes back to what it was: none is put back into another.
 */
export async function revertImport(
  step: Step,
  entry: PapersChange & { stamp: string },
): Promise<void> {
  const paper = await step.paper(entry.paperId);
  // What a person joined since is more than the import left, and its records are no more the import's.
  if (!paper || linksOf(partsOf(paper)).some(({ stamp }) => stamp > entry.stamp)) return;
  await revertHighlights(step, entry);
  const [before] = entry.before.papers;
  if (!before) {
    if (isUntouched(paper, entry.stamp)) step.log(setRemoved(step, paper, true));
    step.putPaper(paper);
    return;
  }
  const records = partsOf(before);
  if (!(await isParted(step, paper, records, entry.stamp)))
    return revertPaper(step, paper, before, entry.stamp);
  for (const record of records) {
    const own = await step.paper(record.id);
    if (own?.id === record.id && partsOf(own).length === 1)
      revertPaper(step, own, record, entry.stamp);
  }
}

/** Whether some records that were one paper are not any more. */
async function isParted(
  step: Step,
  paper: PaperRecord,
  records: readonly PartRecord[],
  stamp: string,
): Promise<boolean> {
  const isSaidSince = partsOf(paper).some((part) =>
    marksOf(part, 'apart').some((id) => (part.stamps[markStamp('apart', id)] ?? '') > stamp),
  );
  if (isSaidSince) return true;
  for (const { id } of records) if ((await step.paper(id))?.id !== paper.id) return true;
  return false;
}

/** One paper as it was before the import, but for what was written since. */
function revertPaper(step: Step, paper: PaperRecord, before: PaperRecord, stamp: string): void {
  revertFields(step, paper, before, stamp);
  revertNote(step, paper, before, stamp);
  for (const name of [...KNOWN_NAMES, 'sources'] as const)
    delete (paper as Partial<PaperRecord>)[name];
  Object.assign(paper, toldBy(before));
  // A key that came with the import may be wrong; one that another paper has by now stays there.
  paper.keys = paper.keys.filter((key) => before.keys.includes(key));
  delete paper.parts;
  if (before.parts) paper.parts = before.parts;
  step.putPaper(paper);
}

/** Fields and marks that were not set after the import. */
function revertFields(step: Step, paper: PaperRecord, before: PaperRecord, stamp: string): void {
  const isMine = (name: string): boolean => (paper.stamps[name] ?? '') <= stamp;
  for (const name of STAMPED_NAMES) {
    const row = stampedRow(name);
    const old = row.read(before);
    if (isMine(name) && row.text(row.read(paper)) !== row.text(old))
      step.log(setStamped(step, paper, name, old as StampedValue<typeof name>));
  }
  for (const name of MARKED_NAMES.filter(isMarkName)) {
    const [now, old] = [marksOf(paper, name), marksOf(before, name)];
    for (const id of new Set([...now, ...old]))
      if (isMine(markStamp(name, id)) && now.includes(id) !== old.includes(id))
        step.log(setMark(step, paper, name, id, old.includes(id)));
  }
}

const isUntouched = (paper: PaperRecord, stamp: string): boolean =>
  [...Object.values(paper.stamps), ...Object.values(paper.note.seen)].every((own) => own <= stamp);

function revertNote(step: Step, paper: PaperRecord, before: PaperRecord, stamp: string): void {
  const note = paper.note;
  const isLater = note.heads.some((head) => head.stamp > stamp);
  if (isLater || noteText(note) === noteText(before.note)) return;
  paper.note = editNote(note, noteText(before.note), step.stamp);
  step.log({ field: 'note', paperId: paper.id, item: '', before: note, after: paper.note });
}

/** Highlights that the import brought go, those that it changed are as before. */
async function revertHighlights(
  step: Step,
  { before, stamp }: PapersChange & { stamp: string },
): Promise<void> {
  for (const [id, old] of Object.entries(before.highlights)) {
    const now = await step.highlight(id);
    if (!now || Object.values(now.stamps).some((own) => own > stamp)) continue;
    const { colour, comment, removed } = old ?? { ...now, removed: true };
    const stamps = { colour: step.stamp, comment: step.stamp, removed: step.stamp };
    const { colour: c, comment: t, removed: r } = now;
    step.putHighlight({ ...now, colour, comment, removed, stamps });
    step.log({
      field: 'highlight',
      paperId: now.paperId,
      item: id,
      before: { colour: c, comment: t, removed: r },
      after: { colour, comment, removed },
    });
  }
}
