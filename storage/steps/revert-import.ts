import { editNote, noteText } from '@/domain/paper/note';
import type { PaperRecord } from '@/domain/paper/record';
import { setRemoved, setStatus, setTag } from './changes';
import type { Step } from './step';
import type { PapersChange } from '@/storage/rows';

/**
 * Takes back what an import did to one paper. A paper that it brought goes to the trash; of one that was there
 * before, each field goes back to what it was. What a person wrote since (a later stamp) stays.
 */
export async function revertImport(
  step: Step,
  entry: PapersChange & { stamp: string },
): Promise<void> {
  const paper = await step.paper(entry.paperId);
  if (!paper) return;
  await revertHighlights(step, entry);
  const [before] = entry.before.papers;
  if (!before) {
    if (isUntouched(paper, entry.stamp)) step.log(setRemoved(step, paper, true));
    step.putPaper(paper);
    return;
  }
  const isMine = (name: string): boolean => (paper.stamps[name] ?? '') <= entry.stamp;
  if (isMine('status') && paper.status !== before.status)
    step.log(setStatus(step, paper, before.status, before.savedAt));
  for (const tag of new Set([...paper.tags, ...before.tags])) {
    const on = before.tags.includes(tag);
    if (isMine(`tag:${tag}`) && paper.tags.includes(tag) !== on)
      step.log(setTag(step, paper, tag, on));
  }
  if (isMine('removed') && paper.removed !== before.removed)
    step.log(setRemoved(step, paper, before.removed));
  revertNote(step, paper, before, entry.stamp);
  paper.title = before.title;
  paper.authors = before.authors;
  paper.abstract = before.abstract;
  paper.links = before.links;
  paper.listings = before.listings;
  delete paper.parts;
  if (before.parts) paper.parts = before.parts;
  step.putPaper(paper);
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
