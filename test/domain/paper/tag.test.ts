import { expect, it } from 'vitest';
import { freeColour, likeTag, newTag, TAG_COLOURS } from '@/domain/paper/tag';

it('gives no colour twice while one is free, and the rarest afterwards', () => {
  const taken: number[] = [];
  for (let tag = 0; tag < TAG_COLOURS; tag += 1) taken.push(freeColour(3, taken));
  expect(taken).toEqual([3, 4, 5, 6, 7, 0, 1, 2]);
  expect(freeColour(3, [...taken, 3, 4])).toBe(5);
});

it('leaves a tag the colour of its name where no other tag has that', () => {
  expect(freeColour(6, [0, 1])).toBe(6);
});

it('makes one tag of names that look the same', () => {
  const seen = newTag('Tides of moons');
  for (const name of [
    '# Tides\u0000of moons',
    '\u202eTides of\u200b moons\u202c',
    'Tides\u2066 of  moons',
  ])
    expect(newTag(name)).toEqual(seen);
  expect(newTag('\u200b\u202e').name).toBe('');
});

it('tells of two tags that look like one, at the one that fewer papers have', () => {
  const tags = ['LLM', 'llms', 'Q&A', 'qa', 'surveys', 'survey', 'studies', 'study'].map(
    (name, papers) => ({ ...newTag(name), papers }),
  );
  const said = tags.map((tag) => likeTag(tag, tags)?.name);
  expect(said).toEqual([
    'llms',
    undefined,
    'qa',
    undefined,
    'survey',
    undefined,
    'study',
    undefined,
  ]);
});

it('takes no two words for one', () => {
  const tags = ['bias', 'bia', 'physics', 'RL', 'RLHF', 'gas', 'ga', 'loss', 'los'].map(
    (name, papers) => ({ ...newTag(name), papers }),
  );
  expect(tags.filter((tag) => likeTag(tag, tags)).map(({ name }) => name)).toEqual([]);
});
