import { expect, test } from 'vitest';
import { scoreOf } from '@/bench/detection/score';

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
  ).toMatchObject({
    expected: 3,
    found: 3,
    hits: 2,
    f1: 2 / 3,
    fields: { ids: { known: 2, right: 2 } },
    missed: ['Moons'],
    strays: ['A banner'],
  });
});

test('a known id that is missing or another is wrong; finding nothing where nothing is, is right', () => {
  const expected = [{ title: 'Moons', id: 'doi:10.1000/a' }];
  expect(scoreOf(expected, [found('Moons', { doi: '10.1000/b' })])).toMatchObject({
    fields: { ids: { known: 1, right: 0 } },
  });
  expect(scoreOf(expected, [])).toMatchObject({ f1: 0, fields: { ids: { known: 1, right: 0 } } });
  expect(scoreOf([], [])).toMatchObject({ f1: 1 });
});

test('authors and abstracts are right when they are whole, in whatever type they are set', () => {
  const paper = { title: 'Moons', authors: ['Ada Löv', 'C. B. Age'], abstract: 'We look up. Far.' };
  const read = (authors: string[], abstract: string) =>
    scoreOf([paper], [{ ...found('Moons'), authors, abstract }]).fields;
  expect(read(['Ada Lov', 'C B Age'], 'We look  up - far')).toMatchObject({
    authors: { known: 1, right: 1 },
    abstracts: { known: 1, right: 1 },
    years: { known: 0 },
  });
  expect(read(['Ada Löv'], 'We look up.')).toMatchObject({
    authors: { right: 0 },
    abstracts: { right: 0 },
  });
  expect(scoreOf([paper], []).fields.authors).toEqual({ known: 1, right: 0 });
});
