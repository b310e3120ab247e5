import { expect, test } from 'vitest';
import { type Act, perform } from '@/scripts/torture/acts';
import { changesOf, revert } from '@/scripts/torture/changes';
import { emptyLibrary, type Library } from '@/scripts/torture/library';
import { bringBack, mergeLibraries } from '@/scripts/torture/merge';
import { differences, modelView } from '@/scripts/torture/view';

/** A library after some acts, numbered from `at`. */
const after = (acts: Act[], from: Library = emptyLibrary(), at = 1): Library =>
  acts.reduce(
    (library, act, index) => perform(library, act, at + index, noteText(act)) ?? library,
    from,
  );

const noteText = (act: Act): string => (act.do === 'note' ? act.word : '');
const papers = (library: Library) => modelView(library).papers;

const saved: Act = { do: 'status', paper: 'a', status: 'saved' };
const read: Act = { do: 'status', paper: 'a', status: 'read' };
const tagged: Act = { do: 'tag', paper: 'a', name: 'moons', on: true };
const noted: Act = { do: 'note', paper: 'a', word: 'first' };
const deleted: Act = { do: 'bulk', papers: ['a'], change: { kind: 'delete' } };

test('of two states of a field the one stays that was set later, whichever comes first', () => {
  const old = after([saved, tagged]);
  const now = after([read], old, 10);
  for (const merged of [mergeLibraries(old, now), mergeLibraries(now, old)])
    expect(papers(merged)).toMatchObject({ a: { status: 'read', tags: ['moons'] } });
});

test('two edits of one note that don’t know of each other both stay; one that knows the other replaces it', () => {
  const old = after([noted]);
  const here = after([{ ...noted, word: 'here' }], old, 10);
  const there = after([{ ...noted, word: 'there' }], old, 20);
  expect(papers(mergeLibraries(here, there))['a']?.note).toEqual(['here', 'there']);
  expect(papers(mergeLibraries(here, old))['a']?.note).toEqual(['here']);
});

test('a paper that was edited after its removal is back, one that was removed after its edit is not', () => {
  const old = after([saved]);
  const removed = after([deleted], old, 10);
  const edited = after([read], old, 20);
  expect(papers(mergeLibraries(removed, edited))['a']).toMatchObject({
    removed: false,
    status: 'read',
  });
  expect(papers(mergeLibraries(removed, old))['a']).toMatchObject({ removed: true });
});

test('a backup brings back what was deleted since, and leaves what was changed since', () => {
  const backup = after([saved, noted, { ...saved, paper: 'b' }]);
  const now = after([deleted, { ...read, paper: 'b' }], backup, 10);
  expect(papers(bringBack(now, backup, 30))).toMatchObject({
    a: { removed: false, note: ['first'] },
    b: { status: 'read' },
  });
});

test('an undone act leaves no trace, and what was written over it since stays', () => {
  const before = after([saved]);
  const now = after([tagged, read], before, 10);
  const back = revert(now, changesOf(before, now), 20);
  expect(modelView(back)).toEqual(modelView(before));
  const since = after([{ ...saved, status: 'dismissed' }], now, 30);
  expect(papers(revert(since, changesOf(before, now), 40))).toMatchObject({
    a: { status: 'dismissed', tags: [] },
  });
});

test('a tag that another paper has since is not taken away with the paper that it was made for', () => {
  const before = after([saved]);
  const made = after([tagged], before, 10);
  const now = after([{ ...tagged, paper: 'b' }], made, 20);
  const back = papers(revert(now, changesOf(before, made), 30));
  expect([back['a']?.tags, back['b']?.tags]).toEqual([[], ['moons']]);
});

test('what differs is said by place: what must be there, and what is', () => {
  const [must, is] = [after([saved, noted]), after([saved])];
  expect(differences(modelView(must), modelView(is))).toEqual([
    'a note: expected ["first"], found []',
  ]);
});
