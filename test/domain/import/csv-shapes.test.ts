import { expect, test } from 'vitest';
import { read } from '../export/library';

const BEYOND = 'cells beyond the last column';

test.each<[string, string, keys: string[], left: string[]]>([
  [
    'a title with the sign that parts cells',
    'title;doi\nTides on moons; of mine;10.1000/cs.1\n',
    ['doi:10.1000/cs.1'],
    ['doi: “of mine”', BEYOND],
  ],
  [
    'cells without an id',
    'title,doi\nTides on moons,10.1000/a,mine\n',
    ['doi:10.1000/a'],
    [BEYOND],
  ],
  [
    'an id beside one in its column',
    'title,doi,notes\nTides on moons,10.1000/a,"",10.1000/b\n',
    ['doi:10.1000/a'],
    [BEYOND],
  ],
  ['a list of ids', 'title,year\nTides on moons,2020,10.1000/a,10.1000/b\n', [], [BEYOND]],
  ['empty cells', 'title,doi\nTides on moons,10.1000/a,,\n', ['doi:10.1000/a'], []],
])('cells beyond the last column are named: %s', async (_, file, keys, left) => {
  const found = await read('csv', file);
  expect(
    found.library.papers.map((paper) => paper.keys.filter((key) => !key.startsWith('title:'))),
  ).toEqual([keys]);
  expect([...found.left.keys()]).toEqual(left);
});
