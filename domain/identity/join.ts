import type { Stamp } from '@/domain/paper/clock';
import { markStamp, marksOf, putMarks } from '@/domain/paper/fields';
import { editNote, keepBoth, noteText } from '@/domain/paper/note';
import type { PaperRecord, PartRecord } from '@/domain/paper/record';
import { mergePapers } from './merge';
import { compareKeys, strongestFirst } from './paper-key';
import { Partings } from './partings';
import { partsOf, resettled } from './parts';
import { wholeOf } from './whole';

/*
 * Papers that turn out to be one. A join is a link between their records, which stay as they were: what the paper says
 * is worked out from them (`whole.ts`), and a parting (`split.ts`) needs to take nothing back.
 */

/** Whether a person said that two papers are not one. */
export const isApart = (a: PaperRecord, b: PaperRecord): boolean =>
  new Partings([...partsOf(a), ...partsOf(b)]).part([a.id, ...a.aliases], [b.id, ...b.aliases]);

/**
 * Several papers as one: the strongest id stays and the others become aliases, tags and notes are united,
 * the further status is kept. Whatever order they come in, the outcome is the same. `stamp` is of this step.
 */
export function joinPapers(papers: readonly PaperRecord[], stamp: Stamp): PaperRecord {
  const [first, ...others] = papers;
  if (!first) throw new Error('There is no paper to join.');
  if (others.length === 0) return first;
  const parts = asOne(papers, stamp);
  const whole = wholeOf(parts);
  return resettled({
    ...whole,
    aliases: [...new Set(papers.flatMap(({ id, aliases }) => [id, ...aliases]))]
      .filter((id) => id !== whole.id)
      .toSorted(),
    keys: strongestFirst(papers.flatMap(({ keys }) => keys)),
    note: joinNotes(papers, whole, stamp),
    parts,
  });
}

/** The records of papers that are one from now on: the strongest says so, and none says any more that they are not. */
function asOne(papers: readonly PaperRecord[], stamp: Stamp): PartRecord[] {
  const parts = new Map<string, PartRecord>();
  for (const part of papers.flatMap((paper) => partsOf(paper))) {
    const known = parts.get(part.id);
    parts.set(part.id, known ? mergePapers(known, part) : part);
  }
  const [head, ...ids] = strongestFirst(papers.map(({ id }) => id));
  return [...parts.values()].map((part) => {
    const freed = together(
      part,
      marksOf(part, 'apart').filter((id) => parts.has(id)),
      stamp,
    );
    if (part.id !== head) return freed;
    const aliases = [...new Set([...freed.aliases, ...ids])].toSorted();
    return { ...together(freed, ids, stamp), aliases };
  });
}

/** A record that says that it is one with some. */
function together(part: PartRecord, others: readonly string[], stamp: Stamp): PartRecord {
  if (others.length === 0) return part;
  const linked = { ...part, stamps: { ...part.stamps } };
  for (const id of others) linked.stamps[markStamp('apart', id)] = stamp;
  putMarks(
    linked,
    'apart',
    marksOf(part, 'apart').filter((id) => !others.includes(id)),
  );
  return linked;
}

/** All the notes, also where one paper's machine knew the other's note and has it for an older state of its own. */
function joinNotes(
  papers: readonly PaperRecord[],
  joined: PartRecord,
  stamp: Stamp,
): PartRecord['note'] {
  const text = noteText(joined.note);
  const whole = papers
    .toSorted((a, b) => compareKeys(a.id, b.id))
    .reduce((all, { note }) => keepBoth(all, noteText(note)), text);
  return whole === text ? joined.note : editNote(joined.note, whole, stamp);
}
