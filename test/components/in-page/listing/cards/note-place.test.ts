import { expect, test } from 'vitest';
import { notePlace } from '@/components/in-page/listing/cards/note-place';
import { type Box, intersects } from '@/components/in-page/layer/geometry';

const VIEW: Box = { left: 0, top: 0, width: 700, height: 900 };
const paperAt = (top: number, height: number, width = 680): Box => ({
  left: 10,
  top,
  width,
  height,
});

/** The card of a note that has grown as far as it may. */
const cardBy = (paper: Box, view = VIEW) => {
  const { room, choose } = notePlace(paper, view);
  const size = { width: 362, height: room };
  return { ...choose(paper, size, view), ...size };
};

test('a note of any length leaves its paper in sight, wherever the paper is', () => {
  const wide = { ...VIEW, width: 1280 };
  expect(intersects(cardBy(paperAt(300, 200, 600), wide), paperAt(300, 200, 600))).toBe(false);
  for (const paper of [paperAt(40, 200), paperAt(300, 200), paperAt(640, 200)]) {
    const card = cardBy(paper);
    expect(intersects(card, paper)).toBe(false);
    expect(card.top).toBeGreaterThanOrEqual(0);
    expect(card.top + card.height).toBeLessThanOrEqual(900);
  }
});

test('where the paper fills the window half of it stays free', () => {
  const card = cardBy(paperAt(10, 880));
  expect(card.top).toBeGreaterThanOrEqual(400);
  expect(card.left + card.width).toBeLessThanOrEqual(700);
});
