import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withNewlyKnown } from '@/domain/export/newly-known';
import { erasePaper } from '@/domain/identity/erase';
import { joinPapers } from '@/domain/identity/join';
import { KNOWN_NAMES, knownOf, knownRow, unknown } from '@/domain/identity/known';
import { mergePapers } from '@/domain/identity/merge';
import { resettled } from '@/domain/identity/parts';
import { RecordSet } from '@/domain/identity/record-set';
import type { PaperRecord } from '@/domain/paper/record';
import { bare, knownValues } from '../paper/any-field';
import { A, B, middle, throughFile, unknowing, apart } from '../paper/two-papers';

describe.each(KNOWN_NAMES)('what is known as %s', (name) => {
  const row = knownRow(name);
  const told = (paper: PaperRecord): string => row.text(knownOf(paper, name));
  const check = (property: (paper: PaperRecord, value: unknown) => void): void =>
    fc.assert(
      fc.property(knownValues(name), (given) => {
        const value = row.merge(given, row.empty);
        property({ ...bare(A), [name]: value }, value);
      }),
      { numRuns: 50 },
    );

  test('is known of a paper whichever of its records tells it', () =>
    check((paper, value) => {
      expect(knownOf(mergePapers(paper, bare(A)), name)).toEqual(value);
      expect(knownOf(mergePapers(bare(A), paper), name)).toEqual(value);
      expect(knownOf(joinPapers([paper, bare(B)], middle), name)).toEqual(value);
    }));

  test('told of a paper of several records stays, and goes with a side when it is taken apart', () =>
    check((_, value) => {
      const papers = [bare(A), bare(B)];
      const joined = joinPapers(papers, middle);
      const edited = resettled({ ...joined, [name]: value });
      expect(knownOf(edited, name)).toEqual(value);
      expect([...new RecordSet([edited]).papers.values()]).toEqual([edited]);
      expect(apart(papers, joined, edited).filter((side) => told(side) !== '')).toHaveLength(1);
    }));

  test('kept by a version that did not know it is known', () =>
    check((paper) => {
      const known = withNewlyKnown(unknowing(paper, [name], { mood: 3 }));
      expect(known).toEqual({ ...paper, extra: { mood: 3 } });
    }));

  test('comes back from a file', () =>
    check((paper) => {
      expect(throughFile(paper)).toEqual(paper);
    }));

  test('is gone when the trash was emptied', () =>
    check((paper) => {
      expect(erasePaper(paper)).toMatchObject(unknown());
      expect(told(erasePaper(paper))).toBe('');
    }));
});
