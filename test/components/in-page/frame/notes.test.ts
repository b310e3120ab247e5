// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { FrameCard, NoteText } from '@/components/in-page/frame/contract';
import { createFrameNotes } from '@/components/in-page/frame/notes';
import { unknownState } from '@/domain/paper/paper';
import { fail, ok } from '@/domain/result';

const note = (id: string, text: string): NoteText => ({
  id,
  paper: { keys: ['arxiv:2401.00001'], identity: { ids: {}, title: '', opening: '' } } as never,
  base: '',
  text,
});

function page() {
  const saved: string[] = [];
  const posted: string[] = [];
  const disk = { isFull: false };
  const ends = new AbortController();
  const notes = createFrameNotes({
    save: async ({ id, text }) => {
      saved.push(`${id} ${text}`);
      return disk.isFull ? fail('quota', 'for the test') : ok(unknownState());
    },
    post: (message) =>
      posted.push(message.type === 'answer' ? `${message.id} ${message.answer.ok}` : ''),
    written: () => posted.push(`written ${!notes.isUnsaved()}`),
    signal: ends.signal,
  });
  return { notes, saved, posted, disk, leave: () => dispatchEvent(new Event('pagehide')), ends };
}

test('a page that is left stores what was typed last, and nothing that is stored', async () => {
  const { notes, saved, posted, leave } = page();
  await notes.save(note('n1', 'stored'));
  leave();
  expect([saved, posted]).toEqual([['n1 stored'], ['n1 true']]);
  notes.draft(note('n2', 'typed'));
  notes.draft(note('n3', 'typed last'));
  leave();
  expect(saved.slice(1)).toEqual(['n3 typed last']);
  leave();
  expect(saved).toHaveLength(2);
});

test('a note that could not be stored is tried once more when Gloss leaves the page', async () => {
  const { notes, saved, posted, disk, ends } = page();
  disk.isFull = true;
  await notes.save(note('n1', 'kept'));
  expect(posted).toEqual(['n1 false']);
  ends.abort();
  expect(saved).toEqual(['n1 kept', 'n1 kept']);
});

test('what the frame can store no more is stored once that is asked for', async () => {
  const { notes, saved } = page();
  notes.draft(note('n1', 'typed'));
  notes.draft(note('n2', 'typed last'));
  await notes.settle();
  expect(saved).toEqual(['n2 typed last']);
});

test('nothing is unsaved once a frame that is gone has its last note stored', async () => {
  const { notes, saved, posted } = page();
  notes.unsaved(true);
  notes.draft(note('n1', 'typed'));
  await notes.settle();
  expect(saved).toEqual(['n1 typed']);
  expect(posted).toEqual(['written false', 'written true']);
});

test('a card that is opened anew goes on with a text that could not be stored, until another is', async () => {
  const { notes, disk } = page();
  const typed = note('n1', 'typed');
  const cardAt = (revision: string) =>
    ({ kind: 'note', paper: typed.paper, note: { text: '', revision } }) as FrameCard;
  disk.isFull = true;
  notes.draft(typed);
  await notes.settle();
  expect(notes.draftOf(cardAt(''))?.text).toBe('typed');
  expect(notes.draftOf(cardAt('r1'))).toBeNull();
  disk.isFull = false;
  await notes.settle();
  expect(notes.draftOf(cardAt(''))).toBeNull();
});
