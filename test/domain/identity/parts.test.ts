import { expect, test } from 'vitest';
import { RecordSet } from '@/domain/identity/record-set';
import { joinPapers } from '@/domain/identity/join';
import { noNote } from '@/domain/paper/note';
import { resettled } from '@/domain/identity/parts';
import { erasePaper } from '@/domain/identity/erase';
import type { PaperRecord } from '@/domain/paper/record';
import { stampAt } from '../arbitrary';

const paper = (id: string, more: Partial<PaperRecord> = {}): PaperRecord => ({
  id,
  aliases: [],
  keys: [id],
  title: `On ${id}`,
  authors: [],
  abstract: '',
  links: [],
  listings: [],
  status: null,
  tags: [],
  note: noNote(),
  removed: false,
  stamps: {},
  savedAt: null,
  createdAt: 1,
  updatedAt: 1,
  ...more,
});

const A = 'arxiv:2401.00001';
const B = 'doi:10.1000/b';
const C = 's2:101';

const shelf = (...papers: PaperRecord[]): PaperRecord[] => [
  ...new RecordSet(papers).papers.values(),
];
const tagged = (id: string, tag: string): PaperRecord =>
  paper(id, { tags: [tag], stamps: { [`tag:${tag}`]: stampAt(1, 'ann') } });

test('records that are joined on different machines and parted on a third go where they belong, in any order of meeting', () => {
  const [a, b, c] = [tagged(A, 'a'), tagged(B, 'b'), tagged(C, 'c')];
  const one = joinPapers([a, b], stampAt(2, 'ann'));
  const other = joinPapers([b, c], stampAt(2, 'ben'));
  const parted = { ...a, apart: [B], stamps: { ...a.stamps, [`apart:${B}`]: stampAt(3, 'cyd') } };
  const whole = shelf(one, other, parted);
  expect(shelf(...shelf(one, other), parted)).toEqual(whole);
  expect(shelf(...shelf(other, parted), one)).toEqual(whole);
  expect(whole.map(({ id, aliases }) => [id, aliases])).toEqual([
    [A, []],
    [B, [C]],
  ]);
  expect(whole[1]?.tags).toEqual(['b', 'c']);
});

test('what is done to a paper of several records is done to the one that has its id', () => {
  const joined = joinPapers([tagged(A, 'a'), tagged(B, 'b')], stampAt(2, 'ann'));
  const edited = resettled({
    ...joined,
    tags: ['a', 'b', 'later'],
    stamps: { ...joined.stamps, 'tag:later': stampAt(3, 'ann') },
  });
  expect(shelf(edited)).toEqual([edited]);
  expect(edited.parts?.map(({ tags }) => tags)).toEqual([['a', 'later'], ['b']]);
});

test('of a paper of several records that was deleted for good no record says what it was', () => {
  const joined = joinPapers([tagged(A, 'a'), tagged(B, 'b')], stampAt(2, 'ann'));
  const removed = resettled({
    ...joined,
    removed: true,
    stamps: { ...joined.stamps, removed: stampAt(3, 'ann') },
  });
  const erased = erasePaper(removed);
  expect(JSON.stringify(erased)).not.toContain('On ');
  expect(shelf(erased)).toEqual([erased]);
});

test('a file whose paper joins values by other rules changes no record', () => {
  const a = paper(A, { status: 'read', savedAt: 5, stamps: { status: stampAt(1, 'ann') } });
  const b = paper(B, {
    status: 'saved',
    savedAt: 5,
    tags: ['b'],
    stamps: { status: stampAt(2, 'ann'), 'tag:b': stampAt(2, 'ann') },
  });
  const joined = joinPapers([a, b], stampAt(3, 'ann'));
  expect(joined.status).toBe('read');
  const other: PaperRecord = { ...joined, status: 'saved', tags: [] };
  expect(shelf(joined, other)).toEqual([joined]);
  expect(shelf(other)).toEqual([joined]);
});
