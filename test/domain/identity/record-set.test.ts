import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordSet } from '@/domain/identity/record-set';
import type { PaperRecord } from '@/domain/paper/record';
import { parted } from '../arbitrary';

const byId = (a: PaperRecord, b: PaperRecord) => (a.id < b.id ? -1 : 1);

/** The papers that records make, in the order of their ids. */
const settled = (...records: PaperRecord[]): PaperRecord[] =>
  [...new RecordSet(records).papers.values()].toSorted(byId);

const records = fc.array(parted, { maxLength: 6 });

test('papers of which some are not one are the same in whatever order they come', () => {
  fc.assert(
    fc.property(records, (all) => {
      expect(settled(...all.toReversed())).toEqual(settled(...all));
    }),
    { numRuns: 300 },
  );
});

test('papers of which some are not one stay as they are when they are read again', () => {
  fc.assert(
    fc.property(records, (all) => {
      const once = settled(...all);
      expect(settled(...once)).toEqual(once);
      const keys = once.flatMap((paper) => paper.keys);
      expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
    }),
    { numRuns: 300 },
  );
});
