import { expect, test } from 'vitest';
import { movedOffset } from '@/components/frame/note/caret';
import { createNoteSession, type NoteSession } from '@/components/frame/note/session';
import { keepBoth, mergeTexts } from '@/domain/paper/note';
import { type Note, type PaperState, unknownState } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';

/** A library with one note, as the background keeps it, and sessions of pages that edit it. */
function library() {
  const versions = new Map<string, string>([['', '']]);
  let current: Note = { text: '', revision: '' };
  let failure: Result<PaperState> | null = null;
  const calls: { base: string; text: string }[] = [];
  const waiting: (() => void)[] = [];
  const timers: (() => void)[] = [];
  const save = async (base: string, text: string): Promise<Result<PaperState>> => {
    calls.push({ base, text });
    await new Promise<void>((resolve) => waiting.push(resolve));
    if (failure) return failure;
    const origin = versions.get(base) ?? '';
    const whole = base === current.revision ? text : mergeTexts(origin, current.text, text);
    current = { text: whole, revision: `r${versions.size}` };
    versions.set(current.revision, whole);
    return ok({ ...unknownState([]), note: current });
  };
  return {
    calls,
    note: () => current,
    fails: (reason: 'quota' | 'orphaned' | null) => {
      failure = reason && fail(reason, 'for the test');
    },
    session: (
      unsaved?: string,
      typedOn = current.revision,
    ): NoteSession & { unheard: () => number } => {
      let unheard = 0;
      const session = createNoteSession({
        note: current,
        unsaved: unsaved === undefined ? null : { base: typedOn, text: unsaved },
        save,
        last: (base, text) => void calls.push({ base, text }),
        later: (callback) => {
          const call = () => callback();
          timers.push(call);
          return () => void timers.splice(timers.indexOf(call) >>> 0, 1);
        },
        unheard: () => unheard++,
      });
      return Object.assign(Object.create(session) as NoteSession, { unheard: () => unheard });
    },
    /** Lets the pause pass. */
    pause: () => {
      for (const timer of timers.splice(0)) timer();
    },
    /** Lets the oldest write come through. */
    answer: async () => {
      waiting.shift()?.();
      for (let turns = 0; turns < 8; turns++) await Promise.resolve();
    },
    waits: () => timers.length,
  };
}

test('is saved once it is on disk, not before', async () => {
  const { session, pause, answer, note } = library();
  const page = session();
  page.type('Ask Bo.');
  expect(page.status.kind).toBe('saving');
  pause();
  expect([page.status.kind, note().text]).toEqual(['saving', '']);
  await answer();
  expect([page.status.kind, note().text]).toEqual(['saved', 'Ask Bo.']);
});

test('what is typed during a write is written on top of it', async () => {
  const { session, pause, answer, calls, note } = library();
  const page = session();
  page.type('one');
  pause();
  page.type('one two');
  await answer();
  await answer();
  expect(calls).toEqual([
    { base: '', text: 'one' },
    { base: 'r1', text: 'one two' },
  ]);
  expect(note().text).toBe('one two');
});

test('edits of another page in the meantime are kept, also while this one types on', async () => {
  const { session, pause, answer, note } = library();
  const first = session();
  first.type('alpha beta gamma');
  pause();
  await answer();
  const second = session();
  second.type('ALPHA beta gamma');
  pause();
  first.type('alpha beta gamma delta');
  pause();
  first.type('alpha beta gamma delta epsilon');
  await answer();
  await answer();
  await answer();
  expect(note().text).toBe('ALPHA beta gamma delta epsilon');
  expect(first.text).toBe('ALPHA beta gamma delta epsilon');
  second.takeIn(note());
  expect([second.text, second.status.kind]).toEqual([note().text, 'saved']);
});

test('takes in an edit from elsewhere without losing what is not written yet', () => {
  const { session } = library();
  const page = session();
  page.type('mine');
  page.takeIn({ text: 'theirs', revision: 'r9' });
  expect(page.text).toContain('mine');
  expect(page.text).toContain('theirs');
  expect(page.status.kind).toBe('saving');
});

test('keeps the text when the disk is full, and saves it when there is room', async () => {
  const { session, pause, answer, note, fails, waits } = library();
  const page = session();
  fails('quota');
  page.type('kept');
  pause();
  await answer();
  expect(page.status).toMatchObject({ kind: 'failed', failure: { reason: 'quota' } });
  expect([page.text, page.unheard(), waits()]).toEqual(['kept', 1, 1]);
  fails(null);
  void page.flush();
  await answer();
  expect([note().text, page.status.kind]).toEqual(['kept', 'saved']);
});

test('does not try again where the page has outlived its extension', async () => {
  const { session, pause, answer, fails, waits } = library();
  const page = session();
  fails('orphaned');
  page.type('kept');
  pause();
  await answer();
  expect([page.status.kind, page.text, waits()]).toEqual(['failed', 'kept', 0]);
});

test('a page that is left writes what it has, though a write is under way', () => {
  const { session, pause, calls } = library();
  const page = session();
  page.type('one');
  pause();
  page.type('one two');
  page.leave();
  page.leave();
  expect(calls.map(({ text }) => text)).toEqual(['one', 'one two']);
});

test('the caret stays in its words', () => {
  const before = 'first line\nsecond line\nthird';
  const at = before.indexOf('ond line');
  for (const after of [
    `zero\n${before}`,
    `zero\n${before}\nfourth`,
    before.replace('first', 'a much longer first').replace('third', '3'),
  ])
    expect(after.slice(movedOffset(before, after, at)).startsWith('ond line')).toBe(true);
  expect(movedOffset('one two', 'one', 7)).toBe(3);
  expect(movedOffset('', 'new', 0)).toBe(0);
});

test('goes on with a text that was typed elsewhere and could not be stored', async () => {
  const { session, calls, answer, pause, note } = library();
  const one = session('typed elsewhere');
  expect([one.text, one.status.kind]).toEqual(['typed elsewhere', 'saving']);
  pause();
  await answer();
  expect([calls, note().text, one.status.kind]).toEqual([
    [{ base: '', text: 'typed elsewhere' }],
    'typed elsewhere',
    'saved',
  ]);
});

test('goes on with both texts where the note is another than the one that was typed on elsewhere', async () => {
  const { session, pause, answer, note } = library();
  const first = session();
  first.type('stored meanwhile');
  pause();
  await answer();
  const page = session('typed elsewhere', '');
  expect(page.text).toBe(keepBoth('typed elsewhere', 'stored meanwhile'));
  pause();
  await answer();
  expect([page.status.kind, note().text]).toEqual(['saved', page.text]);
  expect(session('stored', '').text).toBe(page.text);
});
