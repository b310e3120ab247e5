import { expect, test } from 'vitest';
import { dense, normaliseRows } from '@/domain/topics/numbers/matrix';
import { clearestOf } from '@/domain/topics/grouping/number';
import { seeded } from '@/domain/topics/numbers/random';

/** Papers of each half of a field, and how many halves there are. */
const [SIZE, HALVES] = [60, 6];

/** Papers around the directions of three fields; `apart` is how far the halves of a field lie from each other. */
function placesOf(apart: number) {
  const random = seeded(3);
  const places = dense(SIZE * HALVES, 12);
  for (let row = 0; row < places.rows; row++) {
    const half = Math.floor(row / SIZE);
    for (let at = 0; at < 12; at++) places.data[row * 12 + at] = 0.2 * (random() - 0.5);
    places.data[row * 12 + Math.floor(half / 2)]! += 1;
    places.data[row * 12 + 3 + half]! += apart;
  }
  normaliseRows(places);
  return places;
}

/** Each paper has four neighbours in its half of a field, and a weaker one in the other half. */
function graph() {
  const [index, value, start]: [number[], number[], number[]] = [[], [], [0]];
  for (let row = 0; row < SIZE * HALVES; row++) {
    const [half, at] = [Math.floor(row / SIZE), row % SIZE];
    for (const step of [1, 2, SIZE - 2, SIZE - 1]) {
      index.push(half * SIZE + ((at + step) % SIZE));
      value.push(1);
    }
    index.push((half ^ 1) * SIZE + at);
    value.push(0.75);
    start.push(index.length);
  }
  return {
    rows: start.length - 1,
    start: Int32Array.from(start),
    index: Int32Array.from(index),
    value: Float32Array.from(value),
  };
}

const numberOf = (apart: number): number => {
  const grouped = (count: number): Int32Array =>
    Int32Array.from({ length: SIZE * HALVES }, (_, row) =>
      Math.floor((Math.floor(row / SIZE) * count) / HALVES),
    );
  return new Set(clearestOf(placesOf(apart), graph(), HALVES, grouped)).size;
};

test('a few wide fields are told rather than halves of them that other papers would part elsewhere', () => {
  expect(numberOf(0)).toBe(3);
});

test('halves that any papers part alike are topics', () => {
  expect(numberOf(1)).toBe(HALVES);
});
