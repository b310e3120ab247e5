import { describe, expect, test } from 'vitest';
import { followNames } from '@/domain/topics/fit/follow';
import { Ints } from '@/domain/topics/numbers/ints';

/** Papers on a circle, by their degrees. */
function placesAt(...degrees: number[]) {
  const data = degrees.flatMap((at) => [
    Math.cos((at * Math.PI) / 180),
    Math.sin((at * Math.PI) / 180),
  ]);
  return { rows: degrees.length, width: 2, data: Float32Array.from(data) };
}

const papers = (...list: number[]): Ints => {
  const out = new Ints();
  for (const paper of list) out.push(paper);
  return out;
};

describe('papers follow names', () => {
  // Paper 2 lies between the topics, hardly nearer to the first.
  const places = placesAt(0, 0, 51, 90, 90);
  const followed = (...speakers: Ints[][]): number[] => {
    const topic = Int32Array.of(0, 0, 0, 1, 1);
    followNames(places, topic, speakers);
    return [...topic];
  };

  test('to the topic whose name they have, from one whose name they do not', () => {
    expect(followed([papers(0, 1)], [papers(2, 3)])).toEqual([0, 0, 1, 1, 1]);
  });

  test('but stay where they have a phrase of the name, and where the other topic is far', () => {
    expect(followed([papers(0), papers(2)], [papers(2, 3)])).toEqual([0, 0, 0, 1, 1]);
    expect(followed([papers(0)], [papers(1, 3)])).toEqual([0, 0, 0, 1, 1]);
  });

  test('and stay in a topic that has no name', () => {
    expect(followed([], [papers(2, 3)])).toEqual([0, 0, 0, 1, 1]);
  });
});
