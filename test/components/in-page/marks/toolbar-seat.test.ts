import { describe, expect, it } from 'vitest';
import { intersects } from '@/components/in-page/layer/geometry';
import { besideMark } from '@/components/in-page/marks/toolbar-seat';

const VIEW = { left: 0, top: 0, width: 1280, height: 800 };
const SIZE = { width: 420, height: 36 };
const markAt = (left: number, top: number) => ({ left, top, width: 24, height: 24 });

describe('a toolbar beside its mark', () => {
  it('covers no other mark of a straight column', () => {
    const marks = Array.from({ length: 20 }, (_, at) => markAt(40, 20 + 26 * at));
    for (const mark of marks) {
      const others = marks.filter((other) => other !== mark);
      const card = { ...besideMark(mark, SIZE, VIEW, others), ...SIZE };
      expect(others.filter((other) => intersects(card, other))).toEqual([]);
    }
  });

  it('goes above its mark where it would cover those below', () => {
    const mark = markAt(600, 300);
    const below = [markAt(700, 330), markAt(500, 330)];
    expect(besideMark(mark, SIZE, VIEW, below).top).toBeLessThan(mark.top);
  });
});
