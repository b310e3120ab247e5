import { expect, it } from 'vitest';
import { paperBehind } from '@/entrypoints/background/save-link';

const saved = (href: string) =>
  paperBehind({ href, page: 'https://blog.example/week', title: 'My week', at: 5 });

it.each([
  ['https://arxiv.org/abs/2406.14598v2', 'arxiv:2406.14598'],
  ['https://arxiv.org/pdf/2406.14598', 'arxiv:2406.14598'],
  ['https://doi.org/10.1234/tides', 'doi:10.1234/tides'],
  ['https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F2406.14598', 'arxiv:2406.14598'],
])('the link %s is the paper %s, met on the page that holds it', (href, key) => {
  const paper = saved(href);
  expect(paper.ok && paper.value.keys).toContain(key);
  expect(paper.ok && paper.value.listing).toEqual({
    site: 'link',
    url: 'https://blog.example/week',
    title: 'My week',
    at: 5,
  });
});

it.each(['https://blog.example/tides', 'mailto:ann@example.org', 'javascript:alert(1)'])(
  'the link %s names no paper',
  (href) => {
    const paper = saved(href);
    expect(paper.ok || paper.error.reason).toBe('missing');
  },
);
