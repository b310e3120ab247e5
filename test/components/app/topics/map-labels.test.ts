import { describe, expect, test } from 'vitest';
import { placeLabels, TOPICS_FROM } from '@/components/app/topics/map-labels';
import { sceneOf } from '@/components/app/topics/scene';
import { toScreen, wholeMap, withDots, zoomed } from '@/components/app/topics/view-port';
import { levelsOf } from '@/domain/topics/levels';
import type { Topic } from '@/domain/topics/types';

const topic = (id: string, members: string[]): Topic => ({
  id,
  label: `${id} · second · third`,
  colour: 0,
  keywords: [],
  members,
});

/** So many papers of each topic, close around a point of the map; topics named alike but for a number are a theme. */
function sceneAround(points: Record<string, [number, number]>, papers: number) {
  const ids: string[] = [];
  const at: number[] = [];
  const topics = Object.entries(points).map(([name, [x, y]]): Topic => {
    const members = Array.from({ length: papers }, (_, paper) => `${name}${paper}`);
    for (const [paper, id] of members.entries()) {
      ids.push(id);
      const far = 0.1 * ((paper % 17) / 17);
      at.push(x + far * Math.cos(paper), y + far * Math.sin(paper));
    }
    return { ...topic(name, members), theme: name.replace(/\d/, '') };
  });
  const names = [...new Set(topics.map(({ theme }) => theme ?? ''))];
  const themes = names.map((id) => ({ id, label: id, colour: 0, keywords: [] }));
  return sceneOf({ ids, at }, levelsOf({ topics, themes }), new Set(ids));
}

const width = (line: string): number => 8 * line.length;
const NONE: ReadonlySet<number> = new Set();
const FIELDS: Record<string, [number, number]> = {
  tides1: [-0.6, -0.5],
  tides2: [-0.3, -0.4],
  rings1: [0.5, -0.6],
  rings2: [0.7, -0.2],
  moons: [0, 0.7],
};

describe('names on the map', () => {
  test.each([9, 400, 2_000])(
    'are beside their %i papers, on no dot and no other name',
    (papers) => {
      const scene = sceneAround(FIELDS, papers);
      const port = wholeMap(scene.at, 1_000, 700);
      const labels = placeLabels(port, scene, NONE, width);
      expect(new Set(labels.map(({ lines }) => lines[0]))).toEqual(new Set(Object.keys(FIELDS)));
      for (const { x, y, lines, tie } of labels) {
        const half = Math.max(...lines.map(width)) / 2;
        const covered = scene.ids.some((_, paper) => {
          const [dotX, dotY] = toScreen(port, scene.at[2 * paper]!, scene.at[2 * paper + 1]!);
          return Math.abs(dotX - x) < half && Math.abs(dotY - y) < 8 * lines.length;
        });
        expect(covered).toBe(false);
        expect(x - half).toBeGreaterThanOrEqual(0);
        expect(Math.hypot(tie[0] - tie[2], tie[1] - tie[3])).toBeLessThan(200);
      }
      for (const [at, one] of labels.entries())
        for (const other of labels.slice(0, at))
          expect(Math.abs(one.x - other.x) > 40 || Math.abs(one.y - other.y) > 15).toBe(true);
    },
  );

  test('are those of themes from afar where topics are many, those of topics nearby', () => {
    const crowd = Object.fromEntries(
      Array.from({ length: 12 }, (_, at): [string, [number, number]] => [
        `crowd${at}`.replace(/\d+/, (digits) => String.fromCharCode(97 + Number(digits)) + 1),
        [0.9 * Math.cos(at), 0.9 * Math.sin(at)],
      ]),
    );
    const scene = sceneAround({ ...FIELDS, ...crowd }, 40);
    const port = wholeMap(scene.at, 1_000, 700);
    const far = placeLabels(port, scene, NONE, width).map(({ lines }) => lines[0]);
    expect(far).toEqual(expect.arrayContaining(['tides', 'rings']));
    expect(far).not.toContain('tides1');
    const [x, y] = toScreen(port, -0.45, -0.45);
    const near = placeLabels(zoomed(port, TOPICS_FROM, x, y), scene, NONE, width);
    expect(near.map(({ lines }) => lines[0])).toEqual(expect.arrayContaining(['tides1', 'tides2']));
  });

  test('in a narrow map are left out where a long line, or one through another name, would tie them', () => {
    const crowd = Object.fromEntries(
      Array.from({ length: 8 }, (_, at): [string, [number, number]] => [
        `a crowd of many words ${at}`,
        [0.4 + 0.3 * Math.cos(at), 0.4 + 0.3 * Math.sin(at)],
      ]),
    );
    const scene = sceneAround({ ...FIELDS, ...crowd }, 60);
    const port = wholeMap(scene.at, 340, 600);
    const labels = placeLabels(port, scene, NONE, width);
    expect(labels.length).toBeGreaterThan(4);
    for (const { tie, ...own } of labels) {
      expect(Math.hypot(tie[2] - tie[0], tie[3] - tie[1])).toBeLessThan(60);
      for (const { x, y, lines } of labels) {
        if (x === own.x && y === own.y) continue;
        const half = Math.max(...lines.map(width)) / 2;
        const isOver = Array.from({ length: 50 }, (_, step) => step / 50).some(
          (part) =>
            Math.abs(tie[0] + part * (tie[2] - tie[0]) - x) < half &&
            Math.abs(tie[1] + part * (tie[3] - tie[1]) - y) < 8 * lines.length,
        );
        expect(isOver).toBe(false);
      }
    }
  });

  test('of the chosen topic come first where two want one place', () => {
    const scene = sceneAround({ tides: [0, 0], moons: [0, 0] }, 300);
    const port = wholeMap(scene.at, 1_000, 700);
    const [first] = placeLabels(port, scene, new Set([1]), width);
    expect(first?.group.topics).toEqual([1]);
  });
});

test('a map is never moved or zoomed to where no dot is', () => {
  const { at } = sceneAround(FIELDS, 40);
  const port = wholeMap(at, 1_000, 700);
  const isSeen = (view: typeof port): boolean =>
    at.some((x, index) => {
      if (index % 2 === 1) return false;
      const [left, top] = toScreen(view, x, at[index + 1]!);
      return left >= 0 && top >= 0 && left <= view.width && top <= view.height;
    });
  const gap = zoomed(port, 30, 500, 350);
  expect(isSeen(gap)).toBe(false);
  expect(isSeen(withDots(gap, at))).toBe(true);
  expect(withDots(port, at)).toBe(port);
});
