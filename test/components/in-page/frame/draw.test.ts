import { expect, test } from 'vitest';
import { createDraw } from '@/components/in-page/frame/draw';
import type { FieldCaret } from '@/components/in-page/frame/contract';
import type { Shown } from '@/components/in-page/frame/shown';
import { createTurns } from '@/components/in-page/frame/turns';

/** A card, and the messages that draw it. */
function card(before: Promise<void> | null = null) {
  const drawn: string[] = [];
  const carets: (FieldCaret | null)[] = [];
  const turns = createTurns();
  const open = (room?: number): void =>
    turns.open({ card: { kind: 'tags' }, focus: null, room } as Partial<Shown> as Shown);
  const draw = createDraw({
    layer: { scheme: () => 'dark', view: () => ({ left: 0, top: 0, width: 900, height: 600 }) },
    turns,
    notes: { before: () => before, draftOf: () => null },
    fates: { settling: () => null, isMoved: () => false },
    post: (message) => {
      if (message.type !== 'show') return;
      drawn.push(`${message.turn} ${message.scheme} ${message.view.height} ${message.isMoved}`);
      carets.push(message.caret);
    },
  });
  return { drawn, carets, turns, open, draw };
}

test('a card is drawn in the colours of the page, and in the room that it has', () => {
  const { drawn, open, draw } = card();
  draw();
  open();
  draw();
  open(200);
  draw();
  expect(drawn).toEqual(['1 dark 600 false', '2 dark 218 false']);
});

test('a card that is drawn again has its caret where it was, and the next card has none', () => {
  const { carets, turns, open, draw } = card();
  const caret = { start: 2, end: 5, direction: 'backward' } as const;
  open();
  turns.moveCaret(1, caret);
  draw();
  turns.refocus('field');
  draw();
  open();
  turns.moveCaret(1, caret);
  draw();
  expect(carets).toEqual([caret, caret, null]);
});

test('a card waits for what must be stored before, and is not drawn where it was closed meanwhile', async () => {
  const stored = Promise.withResolvers<void>();
  const { drawn, turns, open, draw } = card(stored.promise);
  open();
  draw();
  expect(drawn).toEqual([]);
  stored.resolve();
  await stored.promise;
  expect(drawn).toEqual(['1 dark 600 false']);
  draw();
  turns.close();
  await stored.promise;
  expect(drawn).toHaveLength(1);
});
