import { timeOf } from './clock';
import { isKeptByFields } from './fields';
import { noteRevision, noteText } from './note';
import { type Notice, noticesOf } from './notices';
import { type Highlight, type PaperState, type Tag, unknownState } from './paper';
import type { PaperRecord, PartRecord } from './record';

/** When a person last kept a paper, decided on it, wrote a note or saw its notices: they know its facts of that time. */
function seenAt({ stamps, note, noticedAt = 0, savedAt, createdAt }: PartRecord): number {
  const done = [stamps['status'], stamps['highlights'], ...note.heads.map(({ stamp }) => stamp)];
  const times = done.flatMap((stamp) => (stamp ? timeOf(stamp) : []));
  return Math.max(createdAt, savedAt ?? 0, noticedAt, ...times);
}

/** The notices of a paper that is kept: by a field or a mark, or with a note or a highlight. */
export function noticesFor(record: PartRecord, hasHighlights: boolean): Notice[] {
  const { appearances = [], note } = record;
  if (appearances.length === 0) return [];
  const isNoted = isKeptByFields(record) || hasHighlights || noteText(note) !== '';
  return isNoted ? noticesOf(appearances, seenAt(record)) : [];
}

/** What a listing page is told of a paper: nothing of one that is in the trash. `rev` numbers its last write. */
export const stateOf = (
  record: PaperRecord,
  tags: Tag[],
  highlights: Highlight[],
  rev: number,
): PaperState => {
  const { id, keys, status, note, savedAt, removed } = record;
  if (removed) return { ...unknownState(keys), rev };
  return {
    id,
    keys,
    status,
    tags,
    note: { text: noteText(note), revision: noteRevision(note) },
    highlights,
    sighting: null,
    savedAt,
    notices: noticesFor(record, highlights.length > 0),
    rev,
  };
};
