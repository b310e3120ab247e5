import { expect, test } from 'vitest';
import { NEGATIVES } from './negatives';
import { found } from './pages';

test.each(NEGATIVES)('finds nothing on a page like this: $name', ({ html, plain }) => {
  expect(found(html, plain).map(({ title }) => title)).toEqual([]);
});
