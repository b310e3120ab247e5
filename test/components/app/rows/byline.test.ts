import { expect, test } from 'vitest';
import { authorsLine, printedLine } from '@/components/app/rows/byline';

const at = (venue: string | undefined, published: string | undefined) =>
  printedLine({
    keys: ['title:a kept paper'],
    facts: {
      ...(venue && { venue: { value: venue, source: 'dblp' } }),
      ...(published && { published: { value: published, source: 'dblp' } }),
    },
  });

test('a paper’s line tells its year once, where its venue is named by it too', () => {
  expect(at('NeurIPS 2024', '2024-06-20')).toBe('NeurIPS 2024');
  expect(at('NeurIPS', '2024-06-20')).toBe('2024 · NeurIPS');
  expect(at('ICLR 2025', '2024-10')).toBe('2024 · ICLR 2025');
  expect(at(undefined, undefined)).toBe('');
});

test('three authors are named, of more the first', () => {
  expect(authorsLine(['Ann Author', 'Bo Builder', 'Cy Coder'])).toBe(
    'Ann Author, Bo Builder, Cy Coder',
  );
  expect(authorsLine(['Ann Author', 'Bo Builder', 'Cy Coder', 'Di Doer'])).toBe(
    'library_row_authors Ann Author 3',
  );
});
