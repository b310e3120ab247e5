import { describe, expect, test } from 'vitest';
import { joinPapers } from '@/domain/identity/join';
import { mergePapers } from '@/domain/identity/merge';
import type { Joined } from '@/domain/identity/joined';
import { partsOf, resettled } from '@/domain/identity/parts';
import { RecordSet } from '@/domain/identity/record-set';
import { splitPapers } from '@/domain/identity/split';
import { editNote, noNote, noteText } from '@/domain/paper/note';
import type { PaperRecord } from '@/domain/paper/record';
import { stampAt } from '../arbitrary';
import { bare, withField, withMark } from '../paper/any-field';

const A = 'arxiv:2401.00001';
const B = 'doi:10.1000/b';
const status = (value: PaperRecord['status']) => ({ status: value, savedAt: null });
const at = (time: number): string => stampAt(time, 'ann');

const before = [
  withMark(bare(A), 'tag', 'moons', true, at(1)),
  withField(bare(B), 'status', status('dismissed'), at(2)),
];
const joined = joinPapers(before, at(5));
const joinedAs = (more: Partial<Joined>): Joined => ({
  before,
  joined,
  current: joined,
  later: [],
  joinStamp: at(5),
  ...more,
});
const sides = (whole: Joined): PaperRecord[] => [...splitPapers(whole, at(20))!.papers.values()];
const told = ({ id, status: own, tags }: PaperRecord) => [id, own, tags];

test('a join leaves the records as they were, and the paper has what both say', () => {
  expect(told(joined)).toEqual([A, 'dismissed', ['moons']]);
  expect(partsOf(joined).map((part) => told(part))).toEqual([
    [A, null, ['moons']],
    [B, 'dismissed', []],
  ]);
  const set = withField(joined, 'status', status(null), at(6));
  expect(resettled(set, B).parts?.map((part) => part.stamps['status'])).toEqual([undefined, at(6)]);
  expect(resettled(set, B).status).toBeNull();
});

test('a join of joined papers and what was decided between count in the order in which they were done', () => {
  const third = withField(bare('s2:101'), 'status', status('saved'), at(8));
  const decided = resettled(withField(joined, 'status', status(null), at(6)));
  expect(joinPapers([decided, third], at(9)).status).toBe('saved');
  const first = joinPapers([bare(A), withField(bare(B), 'status', status('read'), at(2))], at(5));
  const taken = resettled(withField(first, 'status', status('dismissed'), at(6)));
  expect(joinPapers([taken, bare('s2:101')], at(9)).status).toBe('dismissed');
});

test('a tag that is taken off the whole paper is taken off each record, and one that is put on goes to one', () => {
  const both = [before[0]!, withMark(bare(B), 'tag', 'moons', true, at(3))];
  const whole = joinPapers(both, at(5));
  const off = resettled(withMark(whole, 'tag', 'moons', false, at(6)), B);
  const on = resettled(withMark(off, 'tag', 'rings', true, at(7)), B);
  expect(on.tags).toEqual(['rings']);
  expect(sides(joinedAs({ before: both, joined: whole, current: on })).map(told)).toEqual([
    [A, null, []],
    [B, null, ['rings']],
  ]);
});

describe('a parting', () => {
  test('takes back what a version that wrote the joined values into a record told under the stamp of the join', () => {
    const [head, other] = joined.parts!;
    const stamped = withField(head!, 'status', status('dismissed'), at(5));
    const [current] = new RecordSet([stamped, other!]).papers.values();
    expect(sides(joinedAs({ current: current! })).map(told)).toEqual([
      [A, null, ['moons']],
      [B, 'dismissed', []],
    ]);
  });

  test('gives a record back what an undo set on the whole paper, and leaves what another machine told since', () => {
    const undone = resettled(withField(joined, 'status', status('dismissed'), at(7)), A);
    const later = [
      { field: 'status', item: '', stamp: at(7), via: A, isUndo: true, isUndone: false },
    ];
    const parted = sides(joinedAs({ current: undone, later }));
    expect(parted.map(({ status: own }) => own)).toEqual([null, 'dismissed']);
    const elsewhere = withField(bare(A), 'status', status('read'), at(8));
    expect(mergePapers(parted[0]!, elsewhere).status).toBe('read');
    const byHand = later.map((change) => ({ ...change, isUndo: false }));
    expect(sides(joinedAs({ current: undone, later: byHand }))[0]?.status).toBe('dismissed');
  });

  test('leaves each side what another machine told of it, read before or after', () => {
    const elsewhere = withField(before[1]!, 'status', status('read'), at(6));
    const [current] = new RecordSet([joined, elsewhere]).papers.values();
    const first = sides(joinedAs({ current: current! }));
    const after = [...new RecordSet([...sides(joinedAs({})), elsewhere]).papers.values()];
    expect(first.map(told)).toEqual(after.map(told));
    expect(first[1]?.status).toBe('read');
  });

  test('of a paper that another machine parted already is none', () => {
    expect(splitPapers(joinedAs({ current: before[0]! }), at(20))).toBeNull();
  });

  test('of a note that was edited as one leaves two notes, which are both there when others join the papers', () => {
    const noted = before.map((paper, index) => ({
      ...paper,
      note: editNote(noNote(), `Note ${index}`, at(3 + index)),
    }));
    const whole = joinPapers(noted, at(5));
    const note = editNote(whole.note, `${noteText(whole.note)} and more`, at(6));
    const parted = sides(
      joinedAs({ before: noted, joined: whole, current: resettled({ ...whole, note }) }),
    );
    expect(parted.map((side) => noteText(side.note))).toEqual(['Note 0', 'Note 1 and more']);
    const [a, b] = parted.map((side) => ({ ...side, apart: [], stamps: {} }));
    const later = { ...a!, note: editNote(a!.note, 'Note 0, later', at(30)) };
    const [again] = new RecordSet([{ ...later, aliases: [B] }, b!]).papers.values();
    expect(noteText(again!.note).split('\n\n---\n\n').toSorted()).toEqual([
      'Note 0, later',
      'Note 1 and more',
    ]);
  });
});
