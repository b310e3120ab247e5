import { describe, expect, test } from 'vitest';
import { placeNames } from '@/components/app/topics/map-names';
import { sceneOf } from '@/components/app/topics/scene';
import { toScreen, wholeMap } from '@/components/app/topics/view-port';
import type { Topic } from '@/domain/topics/types';

const topic = (id: string, members: string[]): Topic => ({
  id,
  label: `${id} · second · third`,
  colour: 0,
  keywords: [],
  members,
});

/** So many papers of each topic, close around a point of the map. */
function sceneAround(points: Record<string, [number, number]>, papers: number) {
  const ids: string[] = [];
  const at: number[] = [];
  const topics = Object.entries(points).map(([name, [x, y]]) => {
    const members = Array.from({ length: papers }, (_, paper) => `${name}${paper}`);
    for (const [paper, id] of members.entries()) {
      ids.push(id);
      at.push(x + 0.04 * Math.cos(paper), y + 0.04 * Math.sin(paper));
    }
    return topic(name, members);
  });
  return sceneOf({ ids, at }, topics, new Set(ids));
}

const port = wholeMap(1_000, 800);
const width = (line: string): number => 8 * line.length;

describe('names on the map', () => {
  test('stand beside their papers, over no dot and no other name', () => {
    const scene = sceneAround({ tides: [-0.5, 0], moons: [-0.4, 0.1], rings: [0.5, -0.9] }, 9);
    const names = placeNames(port, scene, -1, width);
    expect(new Set(names.map(({ lines }) => lines[0]))).toEqual(
      new Set(['moons', 'rings', 'tides']),
    );
    for (const { x, y, lines } of names) {
      const half = Math.max(...lines.map(width)) / 2;
      const isUnder = scene.ids.some((_, paper) => {
        const [dotX, dotY] = toScreen(port, scene.at[2 * paper]!, scene.at[2 * paper + 1]!);
        return Math.abs(dotX - x) < half && Math.abs(dotY - y) < 16;
      });
      expect(isUnder).toBe(false);
      expect(x - half).toBeGreaterThanOrEqual(0);
    }
    const [one, other, third] = names;
    expect(new Set([one, other, third].map((name) => `${name!.x} ${name!.y}`)).size).toBe(3);
  });

  test('stand in the middle of a crowd', () => {
    const [name] = placeNames(port, sceneAround({ tides: [0, 0] }, 2_000), -1, width);
    expect(Math.abs(name!.x - 500)).toBeLessThan(20);
    expect(Math.abs(name!.y - 400)).toBeLessThan(20);
  });

  test('give way to the chosen topic’s where two want one place', () => {
    const scene = sceneAround({ tides: [0, 0], moons: [0, 0] }, 1_000);
    const [chosen, other] = placeNames(port, scene, 1, width);
    expect([chosen?.topic, other?.topic]).toEqual([1, 0]);
    expect(Math.abs(chosen!.y - 400)).toBeLessThan(20);
    expect(Math.abs(other!.y - chosen!.y)).toBeGreaterThanOrEqual(34);
  });
});
