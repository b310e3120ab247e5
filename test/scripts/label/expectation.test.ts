import { expect, test } from 'vitest';
import { expectationOf, tableWith } from '@/scripts/label/expectation';

const row = { title: 'A title', id: '', authors: '', abstract: '', year: '' };

test('an expectation has what a person left, and only the fields that the page gives', () => {
  const rows = [
    { ...row, title: ' Two\n lines ', id: 'arxiv:2401.00001', authors: 'Ada L.;  Bo Ek ;' },
    { ...row, title: ' ', id: 'doi:10.1/none' },
    row,
  ];
  expect(expectationOf('https://a.example/', rows)).toEqual({
    url: 'https://a.example/',
    papers: [
      { title: 'Two lines', id: 'arxiv:2401.00001', authors: ['Ada L.', 'Bo Ek'] },
      { title: 'A title', id: null, authors: [] },
    ],
  });
});

test('a folder’s table has a page once, under its last address', () => {
  const once = tableWith('', 'a.html', 'https://a.example/');
  const twice = tableWith(`${once}b.html\thttps://b.example/\n`, 'a.html', 'https://c.example/');
  expect(twice).toBe('b.html\thttps://b.example/\na.html\thttps://c.example/\n');
});
