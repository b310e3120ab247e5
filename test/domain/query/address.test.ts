import { expect, test } from 'vitest';
import { keyInLine, keyInWord } from '@/domain/query/address';

test.each([
  ['hal.science/hal-01100001', 'hal:hal-01100001'],
  ['inria.hal.science/hal-01100001v2', 'hal:hal-01100001'],
  ['dblp.uni-trier.de/rec/conf/tides/Example20', 'dblp:conf/tides/Example20'],
  ['arxiv.org/abs/2401.00001', 'arxiv:2401.00001'],
  ['www.nature.com/articles/nature12345', 'doi:10.1038/nature12345'],
  ['hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['math.AG/0601001v2', 'arxiv:math/0601001'],
  ['hal-01100001', 'hal:hal-01100001'],
  ['info:doi/10.1000/x1', 'doi:10.1000/x1'],
  ['urn:doi:10.1000/x2', 'doi:10.1000/x2'],
  ['and/or', undefined],
  ['tides.md/notes', undefined],
  ['self-supervised/1234567890', undefined],
])('a word that is %s names %s', (word, key) => {
  expect(keyInWord(word)).toBe(key);
});

test.each([
  ['(https://arxiv.org/abs/2401.00001)', 'arxiv:2401.00001'],
  ['“https://arxiv.org/abs/2401.00002”', 'arxiv:2401.00002'],
  ['<https://arxiv.org/abs/2401.00003>', 'arxiv:2401.00003'],
  ['https://doi.org/10.1016/S0000-0000(20)30001-1)', 'doi:10.1016/s0000-0000(20)30001-1'],
  ['https://doi.org/10.1016/S0000-0000(20)30001', 'doi:10.1016/s0000-0000(20)30001'],
  ['tides (https://arxiv.org/abs/2401.00001)', undefined],
])('a line that is %s names %s', (line, key) => {
  expect(keyInLine(line)).toBe(key);
});
