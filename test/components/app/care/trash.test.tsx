// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { Trash } from '@/components/app/care/trash';
import type { StatusLine } from '@/components/app/library/ports';
import type { LibraryState } from '@/components/app/library/state';
import { createSteps } from '@/components/app/library/steps';
import { ok } from '@/domain/result';

/** Until all that a press asked for was answered. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A trash of papers with these titles. */
async function trashOf(...titles: string[]) {
  let papers = titles.map((title) => ({ id: title, title, authors: [], removedAt: 0 }));
  const answers: Record<string, (ask: { id: string }) => unknown> = {
    'trash.list': () => ({ papers, next: null }),
    'paper.restore': ({ id: restored }) => {
      papers = papers.filter(({ id }) => id !== restored);
      return { count: 1, papers: [] };
    },
    'trash.empty': () => {
      const count = papers.length;
      papers = [];
      return count;
    },
  };
  const call = (async (name: string, ask: { id: string }) => ok(answers[name]?.(ask))) as never;
  const changes = signal(0);
  const changed = (): void => {
    changes.value += 1;
  };
  const notice = signal<StatusLine | null>({ tone: 'status', text: 'what was before' });
  const steps = createSteps({ call, newId: () => 'op', notice, changed });
  const library = { ...steps, call, changes, changed, now: () => new Date(0) };
  await act(() => render(null, document.body));
  await act(() => render(<Trash library={library as unknown as LibraryState} />, document.body));
  const press = async (button: HTMLElement | null | undefined) => {
    await act(async () => {
      button?.focus();
      button?.click();
      await settled();
    });
    // The list is asked for once more, after that was drawn.
    await act(settled);
  };
  const restores = () => [...document.querySelectorAll<HTMLElement>('[data-gloss="trash"] button')];
  return { notice, press, restores };
}

test('a restored paper is told with an Undo, and the focus goes on to the next', async () => {
  const { notice, press, restores } = await trashOf('a', 'b', 'c');
  await press(restores()[1]);
  expect(notice.value?.text).toBe('dock_did_about library_history_restored b');
  expect(notice.value?.undo).toBeDefined();
  expect(restores()).toHaveLength(2);
  expect(document.activeElement).toBe(restores()[1]);
  await press(restores()[1]);
  expect(document.activeElement).toBe(restores()[0]);
  await press(restores()[0]);
  expect(document.activeElement?.localName).toBe('h2');
});

test('a trash that was emptied says so, and offers no Undo', async () => {
  const { notice, press, restores } = await trashOf('a', 'b');
  const button = document.querySelector<HTMLElement>('[data-gloss="empty-trash"]');
  await press(button);
  await press(button);
  expect(restores()).toHaveLength(0);
  expect(notice.value?.text).toContain('backup_trash_emptied');
  expect(notice.value?.undo).toBeUndefined();
});
