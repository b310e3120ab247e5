import { describe, expect, test } from 'vitest';
import { isoDate, timeOfText } from '@/domain/import/dates';
import type { ImportFormatId } from '@/domain/import/formats';
import { read } from '../export/library';

test.each([
  ['2024', '2024'],
  ['2024-05', '2024-05'],
  ['2024-5-3', '2024-05-03'],
  ['2024-05-03T10:20:30Z', '2024-05-03'],
  ['2024/05/03', '2024-05-03'],
  ['2024/05/03/Epub', '2024-05-03'],
  ['2024/05//', '2024-05'],
  ['2024.05.03', '2024-05-03'],
  ['2024 May 3', '2024-05-03'],
  ['2024 May', '2024-05'],
  ['2024-Sep-03', '2024-09-03'],
  ['3 May 2024', '2024-05-03'],
  ['3rd of September 2024', '2024-09-03'],
  ['03-Sept-2024', '2024-09-03'],
  ['Friday, 3 May 2024', '2024-05-03'],
  ['May 3, 2024', '2024-05-03'],
  ['May 3, 2024 10:00 AM', '2024-05-03'],
  ['Dec. 2024', '2024-12'],
  ['12.03.2024', '2024-03-12'],
  ['31/12/2024', '2024-12-31'],
  ['12/31/2024', '2024-12-31'],
  ['2024年5月3日', '2024-05-03'],
  ['2024年5月', '2024-05'],
])('%s is %s', (said, date) => {
  expect(isoDate(said)).toBe(date);
});

test.each([
  '03/04/2024',
  'in press',
  'Spring 2024',
  '2024-13',
  '31.31.2024',
  'Maybe 2024',
  '20l4',
  '',
])('%j is no date that is understood', (said) => {
  expect(isoDate(said)).toBeUndefined();
});

test('a time is a date, or counted since 1970', () => {
  const day = Date.UTC(2024, 4, 3);
  expect(
    ['May 3, 2024', '2024-05-03', '1714694400', '1714694400000', '2024/05/03 10:00'].map((said) =>
      timeOfText(said),
    ),
  ).toEqual([day, day, day, day, day]);
  expect(timeOfText('2024-05-03 10:20:30+00:00')).toBe(day + (10 * 60 + 20) * 60_000 + 30_000);
  expect(timeOfText('lately')).toBeUndefined();
});

const bib = (fields: string): string => `@article{a, title={Tides}, ${fields}}`;
const ris = (lines: string): string => `TY  - JOUR\nTI  - Tides\n${lines}\nER  - \n`;
const csv = (head: string, ...cells: string[]): string =>
  `Title,${head}\r\n${cells.map((cell) => `Tides on small moons,${cell}\r\n`).join('')}`;

describe('a date that is not understood is named with its value, and the year of one that is in part is taken', () => {
  test.each<[ImportFormatId, string, string | undefined, string[]]>([
    ['bibtex', bib('year={in press}'), undefined, ['year: “in press”']],
    ['bibtex', bib('date={forthcoming}, year={2024}'), '2024', []],
    ['bibtex', bib('year={2024}, month={Spring}'), '2024', []],
    ['bibtex', bib('year=2024, month=may # "~5"'), '2024-05', []],
    ['bibtex', bib('year=2024, month={5}, day={3}'), '2024-05-03', []],
    ['bibtex', bib('date={2024-05-03/2024-06-01}'), '2024-05-03', []],
    ['bibtex', bib('year={n.d.}'), undefined, []],
    ['ris', ris('PY  - in press\nDA  - 2024/05/03/'), '2024-05-03', []],
    ['ris', ris('PY  - 2024\nDA  - Spring of that year'), '2024', []],
    ['ris', ris('PY  - to appear\nDA  - soon'), undefined, ['DA: “soon”', 'PY: “to appear”']],
    ['enw', '%0 Journal Article\n%T Tides\n%D in press\n', undefined, ['%D: “in press”']],
    ['nbib', 'PMID- 1\nTI  - Tides.\nDP  - 2024 May-Jun\n', '2024', []],
    ['nbib', 'PMID- 1\nTI  - Tides.\nDP  - 2024 May 3\n', '2024-05-03', []],
    ['wos', 'PT J\nTI Tides\nPY early access\nER\n', undefined, ['PY: “early access”']],
    [
      'csl',
      '[{"title":"Tides","issued":{"literal":"in press"}}]',
      undefined,
      ['issued: “in press”'],
    ],
    ['csl', '[{"title":"Tides","issued":{"date-parts":[[2024,5]]}}]', '2024-05', []],
    ['csv', csv('Year', 'forthcoming'), undefined, ['Year: “forthcoming”']],
    ['csv', csv('Publication Date', '3 May 2024'), '2024-05-03', []],
    ['csv', csv('Date Added', 'last week'), undefined, ['Date Added: “last week”']],
    ['csv', csv('Date Added', '"May 3, 2024 10:00 AM"'), undefined, []],
  ])('%s: %j', async (format, file, published, named) => {
    const { library, left } = await read(format, file);
    expect(library.papers[0]?.facts?.published?.value).toBe(published);
    expect([...left.keys()].filter((name) => name.includes('“'))).toEqual(named);
  });
});

test('how many entries have a date is counted by its value', async () => {
  const file = ['a', 'b', 'c']
    .map(
      (key) => `@misc{${key}, title={Tides ${key}}, year={${key === 'c' ? 'soon' : 'in press'}}}`,
    )
    .join('\n');
  expect([...(await read('bibtex', file)).left]).toEqual([
    ['year: “in press”', 2],
    ['year: “soon”', 1],
  ]);
});

test.each<[string, string[], string[]]>([
  ['a day over 12', ['03/04/2024', '25/04/2024'], ['2024-04-03', '2024-04-25']],
  ['a day over 12 in second place', ['03/04/2024', '4-25-2024'], ['2024-03-04', '2024-04-25']],
  ['no day over 12', ['03/04/2024', '05/06/2024'], ['2024', '2024']],
  ['both', ['03/04/2024', '25/04/2024', '04/25/2024'], ['2024', '2024-04-25', '2024-04-25']],
  ['no date', ['03/04/2024', '25/14/2024'], ['2024', '2024']],
])('dates with slashes in a table with %s', async (_, said, dates) => {
  const rows = said.map((date, at) => `Tides on moons of kind ${at},${date}\n`).join('');
  const { library } = await read('csv', `Title,Publication Date\n${rows}`);
  expect(library.papers.map(({ facts }) => facts?.published?.value ?? '').toSorted()).toEqual(
    dates.toSorted(),
  );
});

test('the day of saving with slashes is read where the table tells the order, else named', async () => {
  const file = (...dates: string[]): string =>
    `Title,Date Added\n${dates.map((date, at) => `Tides on moons of kind ${at},${date} 10:00\n`).join('')}`;
  expect([...(await read('csv', file('03/04/2024', '25/04/2024'))).left.keys()]).toEqual([]);
  expect([...(await read('csv', file('03/04/2024'))).left.keys()]).toEqual([
    'Date Added: “03/04/2024 10:00”',
  ]);
});
