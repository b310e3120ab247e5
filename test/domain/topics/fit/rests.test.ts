import { describe, expect, test } from 'vitest';
import { placesOf, profilesOf } from '@/domain/topics/fit/profiles';
import { clusterPapers } from '@/domain/topics/topics';
import type { TopicInput } from '@/domain/topics/types';
import { readCorpus } from '@/domain/topics/words/tokens';

/** Fields of five subjects each; subjects of a field share some of its words. */
const MOONS = [
  ['tidal heating', 'icy moons', 'ocean worlds', 'ice shells'],
  ['ring systems', 'shepherd moons', 'ring gaps', 'spiral density waves'],
  ['impact craters', 'ejecta blankets', 'crater chains', 'old terrain'],
  ['plume deposits', 'salt vents', 'vapour jets', 'grain sizes'],
  ['orbital resonance', 'eccentric orbits', 'tidal locking', 'spin states'],
].map((words) => [...words, 'moons of giant planets', 'spacecraft images']);
const BREAD = [['sourdough starters', 'rye bread', 'wild yeasts', 'oven spring', 'crumb texture']];

function papersOn(field: string, subjects: readonly string[][], each: number): TopicInput[] {
  return subjects.flatMap((words, subject) =>
    Array.from({ length: each }, (_, at) => {
      const pick = (step: number): string => words[(at + step) % words.length] ?? '';
      return {
        id: `${field}-${subject}-${at}`,
        title: `On ${pick(0)} and ${pick(1)}`,
        abstract: `We look at ${pick(0)}, at ${pick(2)} and at ${pick(3)}. What ${pick(1)} tells of ${pick(4)}.`,
      };
    }),
  );
}

const library = papersOn('moons', MOONS, 16);
const strangers = papersOn('bread', BREAD, 5);

describe('papers of another field', () => {
  test('are in no topic, while those of the library’s own are', () => {
    const { topics, unclustered } = clusterPapers([...library, ...strangers]);
    expect(topics.length).toBeGreaterThan(3);
    expect(unclustered.toSorted()).toEqual(strangers.map(({ id }) => id));
  });

  test('are placed nowhere, while a new paper of a topic is placed into it', () => {
    const { topics } = clusterPapers(library);
    const profiles = profilesOf(readCorpus(library), topics);
    expect(placesOf(profiles, strangers)).toEqual(strangers.map(() => null));
    const [fresh] = papersOn('moons', MOONS.slice(1, 2), 1);
    const home = topics.find(({ members }) => members.includes('moons-1-3'))?.id;
    expect(placesOf(profiles, [{ ...fresh!, id: 'new' }])).toEqual([home]);
  });

  test('are a topic where they are many', () => {
    const many = papersOn('bread', BREAD, 30);
    const { unclustered } = clusterPapers([...library, ...many]);
    expect(unclustered).toEqual([]);
  });
});
