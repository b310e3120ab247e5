import { describe, expect, test } from 'vitest';
import { withNewlyKnown } from '@/domain/export/newly-known';
import { joinPapers } from '@/domain/identity/join';
import { mergePapers } from '@/domain/identity/merge';
import type { PaperRecord } from '@/domain/paper/record';
import { bare, withMark } from '../paper/any-field';
import { A, B, early, middle, late, throughFile } from '../paper/two-papers';

describe('fields that an older version kept', () => {
  const kept = (extra: Record<string, unknown>): PaperRecord => ({ ...bare(A), extra });

  test('that the format refuses are dropped, so that the paper can still be exported', () => {
    const found = withNewlyKnown(kept({ noticedAt: 'soon', mood: 3 }));
    expect(found).toEqual(kept({ mood: 3 }));
    expect(throughFile(found)).toEqual(found);
  });

  test('give way to what was set since', () => {
    const set = { ...kept({ noticedAt: 3 }), noticedAt: 7 };
    expect(withNewlyKnown(set)).toEqual({ ...bare(A), noticedAt: 7 });
  });

  test('are known in each of the records of a paper', () => {
    const joined = joinPapers([bare(A), bare(B)], early);
    const [first, ...others] = joined.parts ?? [];
    const parts = [{ ...first!, extra: { noticedAt: 7 } }, ...others];
    const found = withNewlyKnown({ ...joined, extra: { noticedAt: 7 }, parts });
    expect(found.noticedAt).toBe(7);
    expect(found.parts?.map(({ noticedAt }) => noticedAt)).toEqual([7, undefined]);
  });

  test('that are marks are merged by the stamp of each', () => {
    const moods = ({ tags, stamps, ...rest }: PaperRecord): PaperRecord => ({
      ...rest,
      tags: [],
      stamps: Object.fromEntries(
        Object.entries(stamps).map(([name, at]) => [name.replace('tag', 'mood'), at]),
      ),
      extra: { moods: tags },
    });
    const known = withMark(bare(A), 'tag', 'calm', true, early);
    const more = withMark(known, 'tag', 'alert', true, middle);
    for (const isOn of [true, false]) {
      const other = withMark(known, 'tag', 'calm', isOn, late);
      const whole = moods(mergePapers(more, other));
      expect(mergePapers(moods(more), moods(other))).toEqual(whole);
      expect(mergePapers(moods(other), moods(more))).toEqual(whole);
      expect(mergePapers(whole, moods(more))).toEqual(whole);
    }
  });

  test('that nobody knows yet leave the record as it is', () => {
    const paper = kept({ mood: 3, constructor: 1 });
    expect(withNewlyKnown(paper)).toBe(paper);
    expect(throughFile(paper)).toEqual(paper);
  });
});
