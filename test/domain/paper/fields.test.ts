import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withNewlyKnown } from '@/domain/export/newly-known';
import { erasePaper } from '@/domain/identity/erase';
import { joinPapers } from '@/domain/identity/join';
import { mergePapers } from '@/domain/identity/merge';
import { resettled } from '@/domain/identity/parts';
import { RecordSet } from '@/domain/identity/record-set';
import { changesOf } from '@/domain/import/changes';
import {
  isKeptByFields,
  isMarkName,
  MARKED,
  MARKED_NAMES,
  marksOf,
  STAMPED_NAMES,
  stampedRow,
} from '@/domain/paper/fields';
import type { PaperRecord } from '@/domain/paper/record';
import { noticesFor } from '@/domain/paper/state';
import { bare, markIds, stampedValues, withField, withMark } from './any-field';
import { A, B, early, middle, late, last, throughFile, unknowing, apart } from './two-papers';

describe.each(STAMPED_NAMES)('the field %s', (name) => {
  const row = stampedRow(name);
  const read = (paper: PaperRecord): unknown => row.read(paper);
  const text = (paper: PaperRecord): string => row.text(row.read(paper));
  const check = (property: (value: unknown) => void): void =>
    fc.assert(fc.property(stampedValues(name), property), { numRuns: 50 });

  test('is the one that was set later, in any order of merging', () =>
    check((value) => {
      const [old, set] = [bare(A), withField(bare(A), name, value, middle)];
      expect(read(mergePapers(old, set))).toEqual(value);
      expect(read(mergePapers(set, old))).toEqual(value);
      const unset = withField(set, name, row.empty, late);
      expect(text(mergePapers(set, unset))).toBe('');
      expect(text(mergePapers(unset, set))).toBe('');
    }));

  test('is the same in both orders of merging and joining, also where two values have one stamp', () =>
    fc.assert(
      fc.property(stampedValues(name), stampedValues(name), (one, other) => {
        const [a, b] = [one, other].map((value) => withField(bare(A), name, value, middle));
        expect(read(mergePapers(a!, b!))).toEqual(read(mergePapers(b!, a!)));
        expect(row.join([one, other])).toEqual(row.join([other, one]));
      }),
      { numRuns: 50 },
    ));

  test('has words that tell its values apart', () => {
    const values = fc.sample(stampedValues(name), { numRuns: 50, seed: 1 });
    const distinct = (list: unknown[]) => new Set(list.map((one) => JSON.stringify(one))).size;
    expect(distinct(values.map((value) => row.text(value)))).toBeGreaterThanOrEqual(
      Math.min(2, distinct(values)),
    );
    expect(row.text(row.empty)).toBe('');
  });

  test('kept by a version that did not know it is known, with its stamp', () =>
    check((value) => {
      const own = withField(bare(A), name, value, middle);
      expect(withNewlyKnown(unknowing(own, Object.keys(row.write(value)), { mood: 3 }))).toEqual({
        ...own,
        extra: { mood: 3 },
      });
    }));

  test('merged by a version that does not know it is the one that was set later', () =>
    fc.assert(
      fc.property(stampedValues(name), stampedValues(name), (one, other) => {
        if (!row.isOptional) return;
        const names = Object.keys(row.write(one));
        const [a, b] = [
          withField(bare(A), name, one, early),
          withField(bare(A), name, other, late),
        ];
        const merged = mergePapers(unknowing(a, names), unknowing(b, names));
        expect(withNewlyKnown(merged)).toEqual(mergePapers(a, b));
        const unset = withField(b, name, row.empty, last);
        const empty = mergePapers(unknowing(unset, names), unknowing(b, names));
        expect(read(withNewlyKnown(empty))).toEqual(row.empty);
      }),
      { numRuns: 50 },
    ));

  test('of several papers that are one is what the row says, and no annotation is lost', () =>
    check((value) => {
      const papers = [withField(bare(A), name, value, early), bare(B)];
      const joined = joinPapers(papers, middle);
      expect(read(joined)).toEqual(row.join([value, row.empty]));
      if (row.isAnnotation) expect(text(joined)).toBe(row.text(value));
    }));

  test('set on a paper of several records stays, also when it is put together again', () =>
    check((value) => {
      const joined = joinPapers([bare(A), bare(B)], middle);
      const edited = resettled(withField(joined, name, value, late));
      expect(read(edited)).toEqual(value);
      expect([...new RecordSet([edited]).papers.values()]).toEqual([edited]);
    }));

  test('goes with a side when papers are taken apart', () =>
    check((value) => {
      const papers = [bare(A), withField(bare(B), name, value, early)];
      const joined = joinPapers(papers, middle);
      expect(apart(papers, joined, joined).map(read)).toEqual([row.empty, value]);
      const fresh = [bare(A), bare(B)];
      const both = joinPapers(fresh, middle);
      const sides = apart(fresh, both, withField(both, name, value, late)).map(text);
      const told = row.text(value);
      expect(sides).toEqual(row.splitsTo === 'all' ? [told, told] : [told, '']);
    }));

  test('set elsewhere counts after a parting, which had nothing to take back', () =>
    check((value) => {
      const papers = [bare(A), withField(bare(B), name, value, early)];
      const joined = joinPapers(papers, middle);
      // Joining told other machines a value of its own.
      if (joined.stamps[name] === middle) return;
      const [side] = apart(papers, joined, joined);
      const elsewhere = withField(bare(A), name, value, late);
      expect(read(mergePapers(side!, elsewhere))).toEqual(value);
    }));

  test('comes back from a file', () =>
    check((value) => {
      const paper = withField(bare(A), name, value, early);
      expect(throughFile(paper)).toEqual(paper);
      const joined = joinPapers([paper, withField(bare(B), name, value, middle)], late);
      expect(throughFile(joined)).toEqual(joined);
    }));

  test('is told in a preview, and is in the library where the row says so', () =>
    check((value) => {
      const paper = withField(bare(A), name, value, early);
      const changes = changesOf(bare(A), paper, [], (id) => id);
      expect(changes).toEqual([{ field: name, from: '', to: row.text(value) }]);
      expect(isKeptByFields(paper)).toBe(row.isKept(value));
      // What keeps a paper also has it told of what lists say of it.
      const at = 9e15;
      const met = {
        ...paper,
        appearances: [{ kind: 'venue', value: 'Ponds 2031', site: 'acm', at }],
      };
      expect(noticesFor(met as PaperRecord, false).length > 0).toBe(row.isKept(value));
    }));

  test('is gone when the trash was emptied', () =>
    check((value) => {
      const paper = withField(bare(A), name, value, early);
      if (row.isAnnotation) expect(text(erasePaper(paper))).toBe('');
    }));
});

describe.each(MARKED_NAMES)('the marks %s', (name) => {
  const { join, isKept: keeps } = MARKED[name];
  const marks = (paper: PaperRecord): readonly string[] => marksOf(paper, name);
  const check = (property: (id: string) => void): void =>
    fc.assert(
      fc.property(
        markIds(name).filter((id) => id !== A && id !== B),
        property,
      ),
      { numRuns: 50 },
    );

  test('are there as they were put on or taken off last', () =>
    check((id) => {
      const [old, on] = [bare(A), withMark(bare(A), name, id, true, middle)];
      expect(marks(mergePapers(old, on))).toEqual([id]);
      const off = withMark(on, name, id, false, late);
      expect(marks(mergePapers(off, on))).toEqual([]);
      expect(marks(mergePapers(on, off))).toEqual([]);
    }));

  test('of several papers that are one are all there', () =>
    check((id) => {
      const papers = [withMark(bare(A), name, id, true, early), bare(B)];
      expect(marks(joinPapers(papers, middle))).toEqual([id]);
      const off = withMark(bare(B), name, id, false, middle);
      const [first = bare(A)] = papers;
      expect(marks(joinPapers([first, off], late))).toEqual(join === 'all' ? [id] : []);
    }));

  test('put on a paper of several records stay, also when it is put together again', () =>
    check((id) => {
      const joined = joinPapers([bare(A), bare(B)], middle);
      const edited = resettled(withMark(joined, name, id, true, late));
      expect(marks(edited)).toEqual([id]);
      expect([...new RecordSet([edited]).papers.values()]).toEqual([edited]);
    }));

  test('go with a side when papers are taken apart', () =>
    check((id) => {
      const papers = [bare(A), withMark(bare(B), name, id, true, early)];
      const joined = joinPapers(papers, middle);
      const has = (paper: PaperRecord): boolean => marks(paper).includes(id);
      expect(apart(papers, joined, joined).map(has)).toEqual([false, true]);
      const off = withMark(joined, name, id, false, late);
      expect(apart(papers, joined, off).map(has)).toEqual([false, false]);
      const fresh = [bare(A), bare(B)];
      const both = joinPapers(fresh, middle);
      const on = withMark(both, name, id, true, late);
      expect(apart(fresh, both, on).map(has)).toEqual([true, false]);
    }));

  test('kept by a version that did not know them are known', () =>
    check((id) => {
      const own = withMark(bare(A), name, id, true, early);
      const known = withNewlyKnown(unknowing(own, [MARKED[name].property], { mood: 3 }));
      expect(known).toEqual({ ...own, extra: { mood: 3 } });
    }));

  test('set elsewhere count after a parting, which had nothing to take back', () =>
    check((id) => {
      const papers = [bare(A), withMark(bare(B), name, id, true, early)];
      const joined = joinPapers(papers, middle);
      const [side] = apart(papers, joined, joined);
      const elsewhere = withMark(bare(A), name, id, true, late);
      expect(marks(mergePapers(side!, elsewhere))).toContain(id);
    }));

  test('come back from a file, and are told in its preview', () =>
    check((id) => {
      const paper = withMark(bare(A), name, id, true, early);
      expect(throughFile(paper)).toEqual(paper);
      const told = [{ field: name, from: '', to: `#${id}` }];
      const changes = changesOf(bare(A), paper, [], (mark) => `#${mark}`);
      expect(changes).toEqual(isMarkName(name) ? told : []);
      expect(isKeptByFields(paper)).toBe(keeps);
    }));
});
