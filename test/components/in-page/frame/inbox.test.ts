import { expect, test } from 'vitest';
import { createInbox } from '@/components/in-page/frame/inbox';
import type { Shown } from '@/components/in-page/frame/shown';
import { createTurns } from '@/components/in-page/frame/turns';

/** A page whose frame has shown one card and then another; `isPlain` says whether the frame can be seen. */
function page({ isPlain = true, isPlainSoon = true } = {}) {
  const done: string[] = [];
  const card = (name: string) =>
    ({
      act: ({ act }) => void done.push(`${name} ${act}`),
      close: () => void done.push(`${name} closed`),
      typed: (text) => void done.push(`${name} ${text}`),
    }) as Partial<Shown> as Shown;
  const turns = createTurns();
  turns.open(card('first'));
  turns.open(card('second'));
  const log = (what: string) => () => void done.push(what);
  const take = createInbox({
    layer: { swallow: (keys) => void done.push(`swallowed ${keys.join()}`) },
    turns,
    seat: {
      isPlain: () => isPlain,
      isPlainSoon: async () => isPlainSoon,
      reveal: log('revealed'),
      take: log('sized'),
    },
    keyboard: {
      kept: { handOver: () => [], add: (keys) => void done.push(`kept ${keys.length}`) },
      claim: { arrived: log('claimed'), left: log('left'), tabbed: log('tabbed') },
    },
    post: ({ type }) => void done.push(`told ${type}`),
    notes: {
      save: async () => undefined,
      draft: () => undefined,
      unsaved: (is) => void done.push(`unsaved ${is}`),
    },
    draw: log('drawn'),
    passed: ({ key }) => void done.push(`passed ${key}`),
    unheard: log('unheard'),
  });
  return { take, done, turns };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('what was done on a card counts for its own paper, also after the next was opened', async () => {
  const { take, done } = page();
  take({ type: 'act', turn: 1, act: 'tag', name: 'later', on: true });
  take({ type: 'act', turn: 2, act: 'remove' });
  await settled();
  expect(done).toEqual(['first tag', 'second remove']);
});

test('a card that another one followed neither closes nor moves that one', () => {
  const { take, done } = page();
  take({ type: 'close', turn: 1, held: ['Escape'] });
  take({ type: 'size', turn: 1, width: 10, height: 10 });
  take({ type: 'focused', turn: 1, ask: 1 });
  expect(done).toEqual(['swallowed Escape']);
  take({ type: 'size', turn: 2, width: 10, height: 10 });
  take({ type: 'focused', turn: 2, ask: 2 });
  take({ type: 'close', turn: 2, held: [] });
  expect(done.slice(1)).toEqual([
    'sized',
    'revealed',
    'claimed',
    'told keys',
    'swallowed ',
    'second closed',
  ]);
});

test('nothing that is pressed in a frame that the page hides counts', async () => {
  const hidden = page({ isPlain: false, isPlainSoon: false });
  hidden.take({ type: 'act', turn: 2, act: 'remove' });
  const scrolling = page({ isPlain: false });
  scrolling.take({ type: 'act', turn: 2, act: 'remove' });
  await settled();
  expect([hidden.done, scrolling.done]).toEqual([[], ['second remove']]);
});

test('a card keeps where its caret is, and not where that of the card before was', () => {
  const { take, turns } = page();
  const caret = { start: 1, end: 1, direction: 'none' } as const;
  take({ type: 'caret', turn: 1, caret });
  expect(turns.caret()).toBeNull();
  take({ type: 'caret', turn: 2, caret });
  expect(turns.caret()).toEqual(caret);
});

test('a closed card takes no size', () => {
  const { take, done, turns } = page();
  turns.close();
  take({ type: 'size', turn: 2, width: 10, height: 10 });
  expect(done).toEqual([]);
});

test('the letters of a card that another one followed are kept for it, and its keys are not', () => {
  const { take, done } = page();
  take({ type: 'typed', turn: 1, text: 'half a ta' });
  take({ type: 'held', turn: 1, keys: [] });
  take({ type: 'held', turn: 2, keys: [] });
  expect(done).toEqual(['first half a ta', 'kept 0']);
});
