import { expect, test } from 'vitest';
import { LIMITS } from '@/domain/limits';
import { pageAddress, pageTitle } from '@/domain/shapes';

const long = 'x'.repeat(LIMITS.link);

test.each([
  ['https://pubmed.example/?term=sleep', 'https://pubmed.example/?term=sleep'],
  [`https://pubmed.example/?term=${long}`, 'https://pubmed.example/'],
  [`https://arxiv.example/list#${long}`, 'https://arxiv.example/list'],
  [`https://arxiv.example/${long}`, ''],
  ['javascript:alert(1)', ''],
])('a paper can be saved on the page at %.40s', (address, kept) => {
  expect(pageAddress.parse(address)).toBe(kept);
});

test('of a page with a very long title its beginning is kept', () => {
  expect(pageTitle.parse(`Results ${long}${long}`)).toHaveLength(LIMITS.title);
});
