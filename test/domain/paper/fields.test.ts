import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperDocument, paperRecords } from '@/domain/export/convert';
import { withNewlyKnown } from '@/domain/export/newly-known';
import { erasePaper } from '@/domain/identity/erase';
import { joinPapers } from '@/domain/identity/join';
import { KNOWN_NAMES, knownOf, knownRow, unknown } from '@/domain/identity/known';
import { mergePapers } from '@/domain/identity/merge';
import { resettled } from '@/domain/identity/parts';
import { RecordSet } from '@/domain/identity/record-set';
import { splitPapers } from '@/domain/identity/split';
import { changesOf } from '@/domain/import/changes';
import { admitItem } from '@/domain/import/incoming';
import {
  isKept,
  isMarkName,
  MARKED,
  MARKED_NAMES,
  marksOf,
  STAMPED_NAMES,
  stampedRow,
} from '@/domain/paper/fields';
import type { PaperRecord } from '@/domain/paper/record';
import { noticesFor } from '@/domain/paper/state';
import { stampAt } from '../arbitrary';
import { bare, knownValues, markIds, stampedValues, withField, withMark } from './any-field';

const A = 'arxiv:2401.00001';
const B = 'doi:10.1000/b';
const [early, middle, late, last] = [1, 2, 3, 4].map((time) => stampAt(time, 'ann')) as [
  string,
  string,
  string,
  string,
];

/** A paper that went through a file. */
function throughFile(paper: PaperRecord): PaperRecord {
  const value: unknown = JSON.parse(JSON.stringify(paperDocument(paper, [])));
  const item = admitItem({ kind: 'paper', place: 'papers[0]', value });
  if (item.kind !== 'paper') throw new Error('It was not taken for a paper.');
  return paperRecords(item.value).paper;
}

/** A paper as a version has it that does not know some of its properties. */
function unknowing(paper: PaperRecord, names: readonly string[], more = {}): PaperRecord {
  const [theirs, own] = [true, false].map((isTheirs) =>
    Object.fromEntries(Object.entries(paper).filter(([name]) => names.includes(name) === isTheirs)),
  );
  return { ...own, extra: { ...theirs, ...more } } as unknown as PaperRecord;
}

/** The papers that one was joined from, after something was done to it. */
function apart(before: PaperRecord[], joined: PaperRecord, edited: PaperRecord): PaperRecord[] {
  const current = resettled(edited);
  const whole = { before, joined, current, later: [], joinStamp: middle };
  return [...splitPapers(whole, last)!.papers.values()];
}

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
      expect(isKept(paper)).toBe(row.isKept(value));
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
      expect(isKept(paper)).toBe(keeps);
    }));
});

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
