// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import type { FrameCard, NoteText } from '@/components/in-page/frame/contract';
import { createFrameNotes } from '@/components/in-page/frame/notes';
import { createUnfinished } from '@/components/in-page/frame/unfinished';
import { unknownState } from '@/domain/paper/paper';
import { fail, ok } from '@/domain/result';

afterEach(() => vi.useRealTimers());

const note = (id: string, text: string, key = 'arxiv:2401.00001'): NoteText => ({
  id,
  paper: { keys: [key], identity: { ids: {}, title: '', opening: '' } } as never,
  base: '',
  text,
});

const cardOf = ({ paper }: NoteText, revision = '') =>
  ({ kind: 'note', paper, note: { text: '', revision } }) as FrameCard;

function page({ shown = null as FrameCard | null, unfinished = createUnfinished() } = {}) {
  const saved: string[] = [];
  const posted: string[] = [];
  const disk = { isFull: false };
  const ends = new AbortController();
  const notes = createFrameNotes({
    save: async ({ id, text }) => {
      saved.push(`${id} ${text}`);
      return disk.isFull ? fail('quota', 'for the test') : ok(unknownState());
    },
    unfinished,
    post: (message) =>
      posted.push(message.type === 'answer' ? `${message.id} ${message.answer.ok}` : ''),
    shown: () => shown,
    unheard: () => posted.push('unheard'),
    written: () => posted.push(`written ${!notes.isUnsaved()}`),
    signal: ends.signal,
  });
  return {
    notes,
    saved,
    posted,
    disk,
    unfinished,
    leave: () => dispatchEvent(new Event('pagehide')),
    ends,
  };
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

test('a note of a frame that is gone is unsaved, and tried again, until it is on disk', async () => {
  vi.useFakeTimers();
  const { notes, saved, posted, disk, ends } = page();
  disk.isFull = true;
  notes.draft(note('n1', 'typed'));
  await notes.settle();
  expect(posted).toEqual(['written false', 'unheard']);
  await vi.runOnlyPendingTimersAsync();
  expect([saved, posted]).toEqual([
    ['n1 typed', 'n1 typed'],
    ['written false', 'unheard', 'written false'],
  ]);
  disk.isFull = false;
  await vi.runOnlyPendingTimersAsync();
  expect([saved.length, posted.at(-1), vi.getTimerCount()]).toEqual([3, 'written true', 0]);
  ends.abort();
  expect(saved).toHaveLength(3);
});

test('a card that is open stores its text itself, and says what fails', async () => {
  vi.useFakeTimers();
  const [own, other] = [note('n1', 'typed'), note('n2', 'of another paper', 'arxiv:2401.00002')];
  const { notes, saved, posted, disk } = page({ shown: cardOf(own) });
  disk.isFull = true;
  notes.draft(own);
  await notes.settle();
  expect(posted).not.toContain('unheard');
  notes.draft(other);
  await notes.settle();
  expect(posted.filter((one) => one === 'unheard')).toHaveLength(1);
  saved.length = 0;
  await vi.runOnlyPendingTimersAsync();
  expect(saved).toEqual(['n2 of another paper']);
  // The new document has it now, and says so by what is typed there.
  notes.draft(note('n3', 'typed on'));
  notes.unsaved(true);
  disk.isFull = false;
  await vi.runOnlyPendingTimersAsync();
  expect([notes.isUnsaved(), saved.at(-1)]).toEqual([true, 'n2 of another paper']);
});

test('a card that is opened anew goes on with a text that could not be stored, until it is', async () => {
  const { notes, disk } = page();
  const typed = note('n1', 'typed');
  disk.isFull = true;
  notes.draft(typed);
  await notes.settle();
  expect(notes.before(cardOf(typed))).toBeNull();
  expect(notes.draftOf(cardOf(typed))?.text).toBe('typed');
  disk.isFull = false;
  await notes.settle();
  expect(notes.draftOf(cardOf(typed))).toBeNull();
});

test('where the note is another by now, the text is stored before its card is drawn', async () => {
  const { notes, saved, disk } = page();
  const [typed, later] = [note('n1', 'typed'), cardOf(note('', ''), 'r1')];
  disk.isFull = true;
  notes.draft(typed);
  expect(notes.before(later), 'what is typed in a card that is there').toBeNull();
  await notes.settle();
  await notes.before(later);
  // It is never dropped from sight: the card has both texts.
  expect([saved.length, notes.draftOf(later)]).toEqual([2, typed]);
  disk.isFull = false;
  await notes.before(later);
  expect([saved.length, notes.draftOf(later), notes.before(later)]).toEqual([3, null, null]);
});

test('a listing goes on with the notes that the one before could not store, and says so', async () => {
  vi.useFakeTimers();
  const before = page();
  before.disk.isFull = true;
  before.notes.draft(note('n1', 'typed'));
  await before.notes.settle();
  // The listing need not stay for them: it is their only holder, and not a document that stores them.
  expect([before.notes.isUnsaved(), before.notes.isStoring()]).toEqual([true, false]);
  before.ends.abort();
  const next = page({ unfinished: before.unfinished });
  next.disk.isFull = true;
  await vi.waitFor(() => expect(next.posted).toContain('unheard'));
  expect(next.notes.draftOf(cardOf(note('', '')))?.text).toBe('typed');
  next.disk.isFull = false;
  await vi.runOnlyPendingTimersAsync();
  expect([next.notes.isUnsaved(), before.unfinished.notes.size]).toEqual([false, 0]);
  expect(next.saved.at(-1)).toBe('n1 typed');
});
