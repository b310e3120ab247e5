import { describe, expect, test } from 'vitest';
import { clusterPapers } from '@/domain/topics/topics';

const robots = [
  [
    'Grasp planning for soft grippers',
    'A soft gripper picks fruit. Grasp planning chooses where the robot arm touches.',
  ],
  [
    'Robot arm control with touch',
    'Tactile sensing guides a robot arm while it grasps fragile fruit.',
  ],
  [
    'Tactile sensing in robot grasping',
    'Grasping needs tactile sensing: the robot arm feels when fruit slips.',
  ],
  ['Learning to grasp fruit', 'The robot arm grasps fruit after watching growers pick it.'],
];
const moons = [
  [
    'Tidal heating of icy moons',
    'Tidal heating keeps an ocean liquid below the ice of small moons.',
  ],
  [
    'Oceans under the ice of moons',
    'Icy moons hide oceans; tidal heating and salt keep them from freezing.',
  ],
  ['Ice shells and tidal heating', 'The ice shell of a moon thins where tidal heating is strong.'],
  ['Plumes from icy moons', 'Plumes of ocean water leave the ice shell of moons at the pole.'],
];
const input = [...robots, ...moons].map(([title = '', abstract = ''], index) => ({
  id: `p${index}`,
  title,
  abstract,
}));

describe('topics', () => {
  test('keep papers on one matter together and apart from others', () => {
    const { topics, unclustered } = clusterPapers(input);
    const groups = topics
      .map(({ members }) => members.toSorted())
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
    expect(groups).toEqual([
      ['p0', 'p1', 'p2', 'p3'],
      ['p4', 'p5', 'p6', 'p7'],
    ]);
    expect(unclustered).toEqual([]);
  });

  test('have labels in words of their papers, no two alike', () => {
    const labels = clusterPapers(input).topics.map(({ label }) => label);
    expect(new Set(labels).size).toBe(2);
    expect(labels.join(' ')).toMatch(/tidal heating|icy moons|ice shell/);
    expect(labels.join(' ')).toMatch(/robot arm|tactile sensing|grasp|fruit/);
  });

  test('are the same for the same papers', () => {
    expect(clusterPapers(input)).toEqual(clusterPapers(input));
  });

  test('do not need a library: none, one, or papers without a word in common', () => {
    expect(clusterPapers([])).toEqual({ topics: [], unclustered: [] });
    const strangers = [
      { id: 'a', title: 'Zebra stripes', abstract: '' },
      { id: 'b', title: 'Cobalt mining', abstract: '' },
    ];
    expect(clusterPapers(strangers)).toEqual({ topics: [], unclustered: ['a', 'b'] });
  });
});
