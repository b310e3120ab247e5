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

test.each([
  ['a title with empty cells behind it', 'PubMed_export;;\nTitle;Year;DOI\n'],
  ['a title and an empty line', '"My list, of 2020",,\r\n,,\r\nTitle,Year,DOI\r\n'],
  ['a line of one cell', 'About these data\nTitle\tYear\tDOI\n'],
  ['none', 'Title;;DOI\n'],
])('lines before a table are passed over: %s', async (_, head) => {
  const sign = /([,;\t])DOI/.exec(head)?.[1] ?? '';
  const found = await read('csv', head + ['Tides on moons', '2020', '10.1000/a'].join(sign));
  expect(found.library.papers.map(({ keys }) => keys)).toEqual([
    ['doi:10.1000/a', 'title:tides on moons'],
  ]);
});

test.each<[cell: string, keys: string[], links: string[]]>([
  ['https://arxiv.org/pdf/2401.00001', ['arxiv:2401.00001'], ['https://arxiv.org/pdf/2401.00001']],
  ['arxiv.org/pdf/2401.00001v2', ['arxiv:2401.00001'], ['https://arxiv.org/pdf/2401.00001v2']],
  ['Papers/2401.00001.pdf', [], []],
  ['✓', [], []],
])('an address in a column of PDFs names the paper: %s', async (cell, keys, links) => {
  const { library } = await read('csv', `Title,PDF\nTides on moons,${cell}\n`);
  expect(library.papers).toMatchObject([{ keys: [...keys, 'title:tides on moons'], links }]);
});
