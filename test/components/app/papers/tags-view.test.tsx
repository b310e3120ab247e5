// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { LibraryState } from '@/components/app/library/state';
import { TagsView } from '@/components/app/papers/tags-view';
import { ok } from '@/domain/result';

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

test('a tag that was renamed by Enter is renamed once, and its new field has the focus', async () => {
  const tags = new Map(['arms', 'fruit', 'robots'].map((name) => [name, name]));
  const renames: string[] = [];
  const changes = signal(0);
  const call = async (name: string, ask: { id: string; name: string }) => {
    if (name === 'tag.rename') {
      renames.push(ask.name);
      tags.set(ask.id, ask.name);
    }
    return ok([...tags].map(([id, tag]) => ({ id, name: tag, colour: 0, papers: 0 })));
  };
  const step = async (ask: (opId: string) => Promise<unknown>) => {
    await ask('op');
    changes.value += 1;
    return true;
  };
  const library = { call, step, changes } as unknown as LibraryState;
  await act(() => render(<TagsView library={library} />, document.body));
  await act(settled);
  const fields = () => [...document.querySelectorAll<HTMLInputElement>('[data-gloss="tag-name"]')];
  const [field] = fields();
  await act(async () => {
    field!.focus();
    field!.value = 'machines';
    field!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await settled();
  });
  // Chromium says so of a field that is taken away.
  await act(() => void field!.dispatchEvent(new FocusEvent('blur')));
  await act(settled);
  expect(fields().map(({ value }) => value)).toEqual(['fruit', 'machines', 'robots']);
  expect(document.activeElement).toBe(fields()[1]);
  expect(renames).toEqual(['machines']);
});
