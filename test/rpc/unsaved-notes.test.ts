import { expect, test } from 'vitest';
import { createUnsavedNotes, type NoteAsk } from '@/rpc/unsaved-notes';

const ask = (opId: string, key: string, text: string): NoteAsk => ({
  opId,
  base: '',
  text,
  paper: {
    keys: [key],
    title: '',
    authors: [],
    abstract: '',
    links: [],
    listing: { site: 'arxiv', url: '', title: '', at: 0 },
  },
});

test('of each note the last text stays until that very text is acknowledged', () => {
  const notes = createUnsavedNotes();
  let told = 0;
  notes.watch(() => (told += 1));
  const [first, second, other] = [ask('1', 'a', 'x'), ask('2', 'a', 'xy'), ask('3', 'b', 'z')];
  for (const one of [first, second, other]) notes.sent(one);
  expect(notes.all()).toEqual([second, other]);
  notes.saved(first);
  expect(notes.all()).toEqual([second, other]);
  notes.saved(second);
  notes.saved(other);
  expect(notes.all()).toEqual([]);
  expect(told).toBe(5);
});
