import { expect, test } from 'vitest';
import { read } from '../export/library';

const arxiv = (...numbers: number[]): string[] =>
  numbers.map((number) => `arxiv:2401.0000${number}`);

test.each([
  ['https://arxiv.org/abs/2401.00007,https://arxiv.org/abs/2401.00008', arxiv(7, 8)],
  [
    'https://arxiv.org/abs/2401.00009 https://doi.org/10.1000/other.9',
    [...arxiv(9), 'doi:10.1000/other.9'],
  ],
  ['https://arxiv.org/abs/2401.00001;https://arxiv.org/pdf/2401.00001', arxiv(1)],
  [
    '[Tides](https://arxiv.org/abs/2401.00002), [Ponds](https://arxiv.org/abs/2401.00003)!',
    arxiv(2, 3),
  ],
  ['https://tides.example/blog https://arxiv.org/abs/2401.00004', arxiv(4)],
])('a line of several links names each of its papers: %s', async (line, ids) => {
  const { library, rejected } = await read('links', line);
  expect(library.papers.map(({ id }) => id)).toEqual(ids);
  expect(rejected).toEqual([]);
});

test.each([
  '- [Tides](https://arxiv.org/abs/2401.00002): great!',
  'https://arxiv.org/abs/2401.00002?!',
  '(see https://arxiv.org/abs/2401.00002).',
])('a link ends where the text around it goes on: %s', async (line) => {
  const { library } = await read('links', line);
  expect(library.papers[0]?.links).toEqual(['https://arxiv.org/abs/2401.00002']);
});
