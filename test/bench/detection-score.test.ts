import { expect, test } from 'vitest';
import { scoreOf } from '@/bench/detection-score';

const found = (title: string, ids: Record<string, string> = {}) => ({ title, ids });

test('titles are compared as papers are, and count as often as they are listed', () => {
  const expected = [
    { title: 'Tides, Again', id: 'arxiv:2401.00001' },
    { title: 'Tides, Again', id: 'arxiv:2401.00002v3' },
    { title: 'Moons', id: null },
  ];
  expect(
    scoreOf(expected, [
      found('TIDES again.', { arxiv: '2401.00002' }),
      found('Tides, again', { arxiv: '2401.00001' }),
      found('A banner'),
    ]),
  ).toEqual({ expected: 3, found: 3, hits: 2, f1: 2 / 3, ids: 2, rightIds: 2 });
});

test('a known id that is missing or another is wrong; finding nothing where nothing is, is right', () => {
  const expected = [{ title: 'Moons', id: 'doi:10.1000/a' }];
  expect(scoreOf(expected, [found('Moons', { doi: '10.1000/b' })])).toMatchObject({ rightIds: 0 });
  expect(scoreOf(expected, [])).toMatchObject({ f1: 0, ids: 1, rightIds: 0 });
  expect(scoreOf([], [])).toMatchObject({ f1: 1 });
});
