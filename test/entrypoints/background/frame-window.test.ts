import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openFrameWindow } from '@/entrypoints/background/frame-window';
import { ok } from '@/domain/result';

/** A browser that makes windows with these ids; `shown` are those that were brought to the front. */
function browserOf(made: number[], { isGone = false } = {}) {
  const shown: number[] = [];
  Object.assign(fakeBrowser.windows, {
    create: async () => {
      const id = made.shift();
      if (id === undefined) throw new Error('No window, for the test');
      return { id };
    },
    update: async (id: number) => {
      if (isGone) throw new Error('No such window');
      shown.push(id);
    },
  });
  return shown;
}

const open = (opened: number | null) => openFrameWindow(1, { nonce: 'word', opened });

test('a page has one window: the one that was opened before is shown', async () => {
  const shown = browserOf([7]);
  expect([await open(null), await open(7), shown]).toEqual([ok({ id: 7 }), ok({ id: 7 }), [7]]);
});

test('a window that the person has closed is opened anew', async () => {
  browserOf([8], { isGone: true });
  expect(await open(7)).toEqual(ok({ id: 8 }));
});

test('a browser that opens no window says so', async () => {
  browserOf([]);
  expect(await open(null)).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
});
