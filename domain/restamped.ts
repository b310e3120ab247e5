import type { PaperDocument } from './export/schema';
import { paperDocument, paperRecords } from './export/convert';
import { paperOf, partsOf } from './identity/parts';
import { after, type Stamp } from './paper/clock';
import {
  isMarkName,
  MARKED_NAMES,
  markStamp,
  marksOf,
  STAMPED_NAMES,
  stampedRow,
} from './paper/fields';
import { noNote, type NoteRecord, noteText } from './paper/note';
import type { PaperRecord, PartRecord } from './paper/record';

/*
 * Papers of a backup that come back although they were deleted later: they count as written when they are restored.
 * What was said since about which records are one paper still counts, so a parting stays.
 */

/** A record, and the stamp that it has from now on. */
interface Restored {
  part: PartRecord;
  stamp: Stamp;
}

/**
 * A paper of a backup with those of its records that are gone (`isGone`, by id) as if they had been written just now,
 * at `stamp` and right after it. What the whole paper said counts last, so it says the same again.
 */
export function restamped(
  document: PaperDocument,
  stamp: Stamp,
  isGone: (id: string) => boolean = () => true,
): PaperDocument {
  const { paper, highlights } = paperRecords(document);
  const own = new Set([paper.id, ...paper.aliases, ...paper.keys]);
  let next = stamp;
  const gone = partsOf(paper).flatMap((part): Restored[] => {
    if (!isGone(part.id)) return [];
    const restored = { part, stamp: next };
    next = after(next, next);
    return [restored];
  });
  const parts = partsOf(paper).map((part) => {
    const restored = gone.find(({ part: { id } }) => id === part.id);
    return restored ? writtenAt(restored, { paper, last: next, gone }) : part;
  });
  return paperDocument(
    paperOf(parts, (name) => own.has(name)),
    highlights.map((one) =>
      isGone(one.home ?? paper.id) ? { ...one, stamps: allAt(one.stamps, stamp) } : one,
    ),
  );
}

const allAt = (stamps: Record<string, Stamp>, stamp: Stamp): Record<string, Stamp> =>
  Object.fromEntries(Object.keys(stamps).map((name) => [name, stamp]));

/** A record as if it had been written at its stamp; values that are the whole paper's, at the last one. */
function writtenAt(
  { part, stamp }: Restored,
  { paper, last, gone }: { paper: PaperRecord; last: Stamp; gone: readonly Restored[] },
): PartRecord {
  const stamps: Record<string, Stamp> = { ...part.stamps, removed: stamp };
  for (const name of Object.keys(stamps)) if (!name.startsWith('apart:')) stamps[name] = stamp;
  for (const name of STAMPED_NAMES.filter(
    (one) => stamps[one] !== undefined && one !== 'removed',
  )) {
    const row = stampedRow(name);
    if (row.text(row.read(part)) === row.text(row.read(paper))) stamps[name] = last;
  }
  for (const name of MARKED_NAMES.filter(isMarkName))
    for (const id of new Set([...marksOf(part, name), ...marksOf(paper, name)])) {
      const stampName = markStamp(name, id);
      const isAsWhole = marksOf(part, name).includes(id) === marksOf(paper, name).includes(id);
      if (stamps[stampName] !== undefined && isAsWhole) stamps[stampName] = last;
    }
  return { ...part, removed: false, stamps, note: noteAt(part.note, stamp, gone) };
}

/** A note as one edit, that knows of the other records' notes those that it knew before. */
function noteAt(note: NoteRecord, stamp: Stamp, gone: readonly Restored[]): NoteRecord {
  const text = noteText(note);
  if (text === '') return noNote();
  const known = gone.filter(({ part }) => knows(note, part.note) && !knows(part.note, note));
  return {
    // One stamp names one text: of several under it all but one would be gone.
    heads: [{ stamp, strand: stamp, text }],
    seen: Object.fromEntries([...known.map((one) => one.stamp), stamp].map((one) => [one, one])),
  };
}

/** Whether a note was written over all texts of another. */
const knows = ({ seen }: NoteRecord, { heads }: NoteRecord): boolean =>
  heads.length > 0 && heads.every(({ strand, stamp }) => stamp <= (seen[strand] ?? ''));
