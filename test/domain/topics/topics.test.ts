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

  test('have labels in words of their papers, with a capital to begin, and share no phrase', () => {
    const labels = clusterPapers(input).topics.map(({ label }) => label);
    expect(labels.join(' ')).toMatch(/Tidal heating|Icy moons|Ice shell/);
    expect(labels.join(' ')).toMatch(/Robot arm|Tactile sensing/);
    const phrases = labels.flatMap((label) => label.split(' · '));
    expect(new Set(phrases).size).toBe(phrases.length);
  });

  test('keep names as the papers write them, and no fragments of longer phrases', () => {
    const papers = Array.from({ length: 12 }, (_, index) => ({
      id: `q${index}`,
      title: index < 6 ? `RLHF, part ${index}` : `Few-shot learning, part ${index}`,
      abstract:
        index < 6
          ? 'We look at RLHF when raters disagree, and at what raters reward.'
          : 'We look at bird calls and few-shot learning. Where few-shot learning fails, an archive of bird calls helps.',
    }));
    const labels = clusterPapers(papers, { wanted: 2 }).topics.flatMap(({ label }) =>
      label.split(' · '),
    );
    expect(labels).toContain('RLHF');
    expect(labels).toContain('Few-shot learning');
    expect(labels).not.toContain('Shot learning');
  });

  test('are as many as asked for, whatever the papers make by themselves', () => {
    for (const wanted of [1, 3, 5]) {
      const { topics } = clusterPapers(input, { wanted });
      expect(topics).toHaveLength(wanted);
      expect(topics.flatMap(({ members }) => members)).toHaveLength(8);
    }
    expect(clusterPapers(input, { wanted: 50 }).topics).toHaveLength(8);
  });

  test('are the same for the same papers', () => {
    expect(clusterPapers(input)).toEqual(clusterPapers(input));
  });

  test('do not need a library: none, one, or papers without a word in common', () => {
    expect(clusterPapers([])).toEqual({ topics: [], themes: [], unclustered: [] });
    const strangers = [
      { id: 'a', title: 'Zebra stripes', abstract: 'Why zebras have stripes, and horses none.' },
      { id: 'b', title: 'Cobalt mining', abstract: 'Cobalt is mined by hand.' },
      { id: 'c', title: '', abstract: '' },
    ];
    expect(clusterPapers(strangers)).toEqual({
      topics: [],
      themes: [],
      unclustered: ['a', 'b', 'c'],
    });
    expect(clusterPapers(strangers.slice(0, 1)).topics).toEqual([]);
  });
});
