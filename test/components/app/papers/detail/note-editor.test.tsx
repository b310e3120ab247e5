// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoteEditor } from '@/components/app/papers/detail/note-editor';
import type { LibraryPaper, PaperState } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const paperWith = (text: string, revision: string) =>
  ({ id: 'p', title: 'Slow tides', note: { text, revision } }) as LibraryPaper;

/** An editor whose writes are answered when a test says so. */
function editor() {
  const saves: { base: string; text: string; answer: () => Promise<void> }[] = [];
  const save = (base: string, text: string): Promise<Result<PaperState>> =>
    new Promise((resolve) => {
      const revision = `r${saves.length + 1}`;
      const answer = () =>
        act(async () => {
          resolve(ok({ note: { text, revision } } as PaperState));
          await vi.advanceTimersByTimeAsync(0);
        });
      saves.push({ base, text, answer });
    });
  const root = document.createElement('div');
  const show = (paper: LibraryPaper) =>
    act(() => render(<NoteEditor paper={paper} save={save} />, root));
  const field = () => root.querySelector('textarea')!;
  const type = (more: string) =>
    act(async () => {
      field().value += more;
      field().dispatchEvent(new Event('input', { bubbles: true }));
      await vi.advanceTimersByTimeAsync(400);
    });
  return { saves, show, field, type };
}

test('what was typed stays until the paper that is shown is as new as the write', async () => {
  const { saves, show, field, type } = editor();
  await show(paperWith('', 'r0'));
  await type('hello');
  await saves[0]!.answer();
  expect(field().value).toBe('hello');
  await type(' world');
  expect(saves.map(({ base, text }) => [base, text])).toEqual([
    ['r0', 'hello'],
    ['r1', 'hello world'],
  ]);
  await saves[1]!.answer();
  await show(paperWith('hello', 'r1'));
  expect(field().value).toBe('hello world');
  await show(paperWith('from elsewhere', 'r9'));
  expect(field().value).toBe('from elsewhere');
});

test('a note that can’t be saved is not put away by Escape', async () => {
  const root = document.createElement('div');
  const close = vi.fn<() => void>();
  const save = () => Promise.resolve(fail('quota', 'The disk is full.'));
  await act(() =>
    render(<NoteEditor paper={paperWith('', 'r0')} save={save} close={close} />, root),
  );
  const field = root.querySelector('textarea')!;
  await act(async () => {
    field.value = 'hello';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(400);
  });
  await act(() => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  expect(close).not.toHaveBeenCalled();
  expect(field.value).toBe('hello');
});

test('a page that is left sends what was typed after the write that is under way', async () => {
  const { saves, show, type } = editor();
  await show(paperWith('', 'r0'));
  await type('hello');
  await type(' world');
  expect(saves).toHaveLength(1);
  dispatchEvent(new Event('pagehide'));
  expect(saves.map(({ text }) => text)).toEqual(['hello', 'hello world']);
});
