import { noNote } from '@/domain/paper/note';
import { untouched } from '@/domain/paper/fields';
import type { HighlightRecord, PaperRecord, PartRecord } from '@/domain/paper/record';
import { unknown } from './known';

/** What stays of a paper when the trash is emptied: enough to know it by, and that it was removed. */
export function erasePaper({ claims, parts, ...paper }: PaperRecord): PaperRecord {
  const removedAt = paper.stamps['removed'];
  const removal = removedAt === undefined ? {} : { removed: removedAt };
  return {
    ...erasePart(paper),
    ...(claims ? { claims } : {}),
    ...(parts
      ? {
          parts: parts.map((part) =>
            erasePart({ ...part, removed: true, stamps: { ...part.stamps, ...removal } }),
          ),
        }
      : {}),
  };
}

/** A tombstone: the paper's facts and the person's status, tags and notes are gone. */
const erasePart = (part: PartRecord): PartRecord => {
  const { id, aliases, keys, removed, apart, stamps, createdAt, updatedAt } = part;
  return {
    ...unknown(),
    ...untouched(),
    id,
    aliases,
    keys,
    note: noNote(),
    removed,
    erased: true,
    ...(apart ? { apart } : {}),
    stamps,
    createdAt,
    updatedAt,
  };
};

/** What stays of a removed highlight when the trash is emptied. */
export const eraseHighlight = ({
  extra: _extra,
  ...highlight
}: HighlightRecord): HighlightRecord => ({
  ...highlight,
  field: 'abstract',
  quote: { exact: '', prefix: '', suffix: '' },
  position: { start: 0, end: 0 },
  colour: 'amber',
  comment: '',
  source: '',
});
