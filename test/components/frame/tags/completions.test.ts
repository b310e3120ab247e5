import { expect, test } from 'vitest';
import { completions } from '@/components/frame/tags/completions';
import { newTag } from '@/domain/paper/tag';

const tags = ['to read', 'robotics', 'icy moons', 'Moons', 'proofs', 'tides', 'harmony'].map(
  newTag,
);
const completion = { tags, suggested: [newTag('tides'), newTag('Moons')] };
const names = (typed: string, has: string[] = []): string[] =>
  completions(completion, typed, new Set(has)).map(({ name }) => name);

test('before anything is typed: what similar papers have, then what is used most', () => {
  expect(names('')).toEqual(['tides', 'Moons', 'to read', 'robotics', 'icy moons', 'proofs']);
  expect(names('', ['tides', 'to-read'])).toEqual([
    'Moons',
    'robotics',
    'icy moons',
    'proofs',
    'harmony',
  ]);
});

test('of what is typed: names that begin so, then those with such a word, then the rest', () => {
  expect(names('mo')).toEqual(['Moons', 'icy moons', 'harmony']);
  expect(names('#MOO')).toEqual(['Moons', 'icy moons']);
  expect(names('zebra')).toEqual([]);
});
