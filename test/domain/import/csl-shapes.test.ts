import { expect, test } from 'vitest';
import { detectFormat } from '@/domain/import/formats';
import { read } from '../export/library';

const ONE = {
  type: 'article-journal',
  title: 'Tides on moons',
  DOI: '10.1000/a',
  author: [
    { family: 'Example', given: 'Ada' },
    { family: 'Sample', given: 'Bo' },
  ],
  issued: { 'date-parts': [[2020, 3]] },
};
const TWO = { type: 'book', title: 'Ponds on moons' };

test.each<[string, unknown, string[]]>([
  ['one item, as doi.org answers', ONE, ['Tides on moons']],
  ['one item with little in it', { title: 'Tides on moons' }, ['Tides on moons']],
  ['items by their keys', { a: ONE, b: TWO }, ['Ponds on moons', 'Tides on moons']],
  ['a list', [ONE, TWO], ['Ponds on moons', 'Tides on moons']],
  ['a list under its name', { items: [ONE] }, ['Tides on moons']],
])('CSL: %s', async (_, file, titles) => {
  const { library } = await read('csl', JSON.stringify(file));
  expect(library.papers.map(({ title }) => title).toSorted()).toEqual(titles);
});

test('CSL: all of one item is read', async () => {
  const file = JSON.stringify(ONE);
  expect(detectFormat('x.json', file)).toBe('csl');
  expect((await read('csl', file)).library.papers).toMatchObject([
    {
      keys: ['doi:10.1000/a', 'title:tides on moons'],
      authors: ['Ada Example', 'Bo Sample'],
      facts: { published: { value: '2020-03' } },
    },
  ]);
});

test.each(['{"a": 1}', '{}', '{"a": {"b": 1}}', '{"a": [{"b": 1}]}'])(
  'CSL: %s is refused',
  async (file) => {
    await expect(read('csl', file)).rejects.toThrow('expected a list');
  },
);
