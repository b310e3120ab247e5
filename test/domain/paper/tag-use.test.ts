import { describe, expect, test } from 'vitest';
import { suggestedTags, useOf } from '@/domain/paper/tag-use';

const paper = (title: string, abstract: string, tags: string[] = [], authors: string[] = []) => ({
  title,
  abstract,
  authors,
  tags,
});

const LIBRARY = [
  paper('Tides on icy moons', 'Heat of tides melts the ice of small moons.', ['moons']),
  paper('An ocean under the ice', 'Moons may keep an ocean where tides heat them.', [
    'moons',
    'oceans',
  ]),
  paper('Straw for cold beds', 'Seedlings survive frost under straw and bark.', ['gardens']),
  paper('Wool against frost', 'Wool keeps seedlings warm on windy slopes.', ['gardens']),
  paper('Sorting with few comparisons', 'A network sorts keys.', ['sorting'], ['Ada Sorter']),
  paper('冰卫星的热演化', '潮汐加热使冰卫星保持海洋。', ['冰卫星']),
];

describe('tags that similar papers have', () => {
  test.each([
    ['by words', paper('Melting moons', 'Tides melt the ice.'), ['moons']],
    ['by an author', paper('Merging queues', 'Queues merge.', [], ['Ada Sorter']), ['sorting']],
    ['in a script without spaces', paper('潮汐与冰卫星', '冰卫星的海洋。'), ['冰卫星']],
    ['none, where nothing is like it', paper('Votes of committees', 'Members vote.'), []],
  ])('%s', (_, one, tags) => {
    expect(suggestedTags(one, LIBRARY, 1)).toEqual(tags);
  });

  test('no more than asked for, the likeliest first', () => {
    const [first, ...others] = suggestedTags(
      paper('Tides and oceans of icy moons', 'Tides heat the ocean of moons.'),
      LIBRARY,
      2,
    );
    expect([first, ...others]).toEqual(['moons', 'oceans']);
  });
});

test('a tag used a moment ago comes before one used often a week ago, and often before once', () => {
  const now = 1_700_000_000_000;
  const day = 86_400_000;
  const uses = {
    daily: { papers: 30, usedAt: now - day },
    fresh: { papers: 1, usedAt: now },
    old: { papers: 40, usedAt: now - 30 * day },
    once: { papers: 1, usedAt: now - day },
  };
  const order = Object.entries(uses)
    .toSorted(([, a], [, b]) => useOf(b, now) - useOf(a, now))
    .map(([name]) => name);
  expect(order).toEqual(['daily', 'fresh', 'once', 'old']);
});
