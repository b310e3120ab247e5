import { expect, test } from 'vitest';
import type { FrameCard } from '@/components/in-page/frame/contract';
import type { Shown } from '@/components/in-page/frame/shown';
import { createTurns } from '@/components/in-page/frame/turns';
import { createLeftBehind, createUnfinished } from '@/components/in-page/frame/unfinished';
import type { PressedKey } from '@/components/ui/keys/pressed-key';

const tags = (key: string, typed = '') =>
  ({ kind: 'tags', paper: { keys: [key] }, typed }) as FrameCard & { kind: 'tags' };

const shown = (card: FrameCard & { kind: 'tags' }) =>
  ({ card, typed: (text) => void (card.typed = text) }) as Partial<Shown> as Shown;

/** A listing of a page on which cards are closed that could be shown nowhere. */
function listing(unfinished = createUnfinished()) {
  const turns = createTurns();
  let keys: readonly PressedKey[] = [];
  const kept = {
    add: (more: readonly PressedKey[]) => void (keys = [...keys, ...more]),
    handOver: () => keys,
  };
  const leftBehind = createLeftBehind({ unfinished, turns, kept });
  const open = (card: FrameCard & { kind: 'tags' }) => {
    keys = [];
    turns.open(shown(card));
    leftBehind.takeUp(shown(card));
    return [card.typed, turns.caret()?.start ?? null, keys.map(({ key }) => key).join('')];
  };
  return { unfinished, turns, kept, leftBehind, open };
}

test('a tag that could be shown nowhere goes on where its paper’s tags open again, once', () => {
  const { unfinished, turns, kept, leftBehind, open } = listing();
  open(tags('arxiv:1', 'half'));
  turns.moveCaret(1, { start: 2, end: 2, direction: 'none' });
  kept.add([{ key: 'x' }, { key: 'y' }] as PressedKey[]);
  leftBehind.keep();
  turns.close();
  expect(open(tags('arxiv:2'))).toEqual(['', null, '']);
  // The page was written anew meanwhile.
  const next = listing(unfinished);
  expect(next.open(tags('arxiv:1'))).toEqual(['half', 2, 'xy']);
  expect(next.open(tags('arxiv:1'))).toEqual(['', null, '']);
});
