import { expect, test } from 'vitest';
import { byline } from '@/components/ui/byline';

const at = (venue: string | undefined, published: string | undefined) =>
  byline({
    authors: ['Ann Author'],
    keys: ['title:a kept paper'],
    facts: {
      ...(venue && { venue: { value: venue, source: 'dblp' } }),
      ...(published && { published: { value: published, source: 'dblp' } }),
    },
  });

test('a paper’s line tells its year once, where its venue is named by it too', () => {
  expect(at('NeurIPS 2024', '2024-06-20')).toBe('Ann Author · NeurIPS 2024');
  expect(at('NeurIPS', '2024-06-20')).toBe('Ann Author · 2024 · NeurIPS');
  expect(at('ICLR 2025', '2024-10')).toBe('Ann Author · 2024 · ICLR 2025');
  expect(at(undefined, undefined)).toBe('Ann Author');
});
