// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { afterEach, expect, test } from 'vitest';
import type { LibraryState } from '@/components/app/library/state';
import { actsOf } from '@/components/app/papers/list/list-keys';

afterEach(() => document.body.replaceChildren());

/** The field that the tags' key leads to while so many papers are selected. */
function tagFieldWith(count: number): string | undefined {
  document.body.innerHTML =
    '<input data-gloss="bulk-tag"><div data-gloss="detail"><input data-gloss="tag-input"></div>';
  const library = { selection: { count: signal(count) } } as unknown as LibraryState;
  actsOf(library).tags(null);
  return (document.activeElement as HTMLElement).dataset['gloss'];
}

test('the key for tags leads to the selected papers, and to the chosen one where none is selected', () => {
  expect(tagFieldWith(2)).toBe('bulk-tag');
  expect(tagFieldWith(0)).toBe('tag-input');
});
