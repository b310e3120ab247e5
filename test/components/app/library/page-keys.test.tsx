// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { usePageKeys } from '@/components/app/library/page-keys';
import type { LibraryState } from '@/components/app/library/state';
import { DEFAULT_KEYS } from '@/domain/commands';

test('undo, redo and help have their keys in every view, and leave text fields theirs', async () => {
  const undoStep = vi.fn<() => void>();
  const redoLast = vi.fn<() => void>();
  const isHelpOpen = signal(false);
  const library = {
    keys: signal(DEFAULT_KEYS),
    isHelpOpen,
    isCovered: () => isHelpOpen.value,
    undoStep,
    redoLast,
  } as unknown as LibraryState;
  const View = () => {
    usePageKeys(library);
    return <input />;
  };
  await act(() => render(<View />, document.body));
  const press = (key: string, target: Element = document.body): void =>
    void target.dispatchEvent(
      new KeyboardEvent('keydown', { key, shiftKey: key === 'U', bubbles: true, cancelable: true }),
    );
  press('u');
  expect(undoStep).toHaveBeenCalledTimes(1);
  press('U');
  expect(redoLast).toHaveBeenCalledTimes(1);
  press('u', document.querySelector('input')!);
  press('s');
  expect(undoStep).toHaveBeenCalledTimes(1);
  press('?');
  expect(isHelpOpen.value).toBe(true);
  press('u');
  expect(undoStep).toHaveBeenCalledTimes(1);
});
