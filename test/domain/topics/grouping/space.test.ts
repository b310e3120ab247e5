import { describe, expect, test } from 'vitest';
import { communitiesOf } from '@/domain/topics/grouping/communities';
import type { Sparse } from '@/domain/topics/numbers/matrix';
import { seeded } from '@/domain/topics/numbers/random';
import { leadingPlaces } from '@/domain/topics/numbers/svd';
import { joinedTo, joinsOf } from '@/domain/topics/grouping/ward';

/** A sparse matrix of rows of numbers. */
function sparse(rows: number[][]): Sparse {
  const [index, value, start]: [number[], number[], number[]] = [[], [], [0]];
  for (const row of rows) {
    for (const [column, number] of row.entries())
      if (number !== 0) {
        index.push(column);
        value.push(number);
      }
    start.push(index.length);
  }
  return {
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    start: Int32Array.from(start),
    index: Int32Array.from(index),
    value: Float32Array.from(value),
  };
}

test('places of a matrix of low rank are as far apart as its rows', () => {
  const a = [3, 0, 1, 0, 2];
  const b = [0, 2, 0, 1, 0];
  const rows = Array.from({ length: 12 }, (_, at) =>
    a.map((x, column) => x * ((at % 4) + 1) + (b[column] ?? 0) * (at % 3)),
  );
  const { width, data } = leadingPlaces(sparse(rows), null, 4, 1, seeded(7));
  const places = rows.map((_, row) => [...data.subarray(row * width, (row + 1) * width)]);
  const inner = (x: number[], y: number[]) => x.reduce((sum, value, at) => sum + value * y[at]!, 0);
  for (const [one, row] of rows.entries())
    for (const [other, second] of rows.entries())
      expect(inner(places[one]!, places[other]!)).toBeCloseTo(inner(row, second), 3);
});

describe('groups', () => {
  /** Cliques of five nodes, each tied to the next by one weak edge. */
  const cliques = (count: number): Sparse =>
    sparse(
      Array.from({ length: count * 5 }, (_, one) =>
        Array.from({ length: count * 5 }, (__, other) => {
          if (one === other) return 0;
          if (Math.floor(one / 5) === Math.floor(other / 5)) return 1;
          return Math.abs(one - other) === 1 ? 0.2 : 0;
        }),
      ),
    );

  test('are the cliques of a graph, found whatever the order', () => {
    for (const seed of [1, 2, 3])
      expect([...communitiesOf(cliques(4), 1, seeded(seed))]).toEqual(
        Array.from({ length: 20 }, (_, node) => Math.floor(node / 5)),
      );
  });

  test('join where they lie nearest; what is in none stays out', () => {
    const places = { rows: 5, width: 1, data: Float32Array.of(0, 0.1, 5, 5.3, 9) };
    const group = Int32Array.of(0, 1, 2, 3, -1);
    expect([...joinedTo(group, joinsOf(places, group), 2)]).toEqual([0, 0, 1, 1, -1]);
  });
});
