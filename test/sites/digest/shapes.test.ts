import { describe, expect, test } from 'vitest';
import { normaliseTitle } from '@/domain/identity/paper-key';
import { BARE } from './bare-shapes';
import { found } from './pages';
import { LANGUAGES, PAPERS } from './papers';
import { SHAPES } from './shapes';

const titles = (entries: { title: string }[]): string[] =>
  entries.map(({ title }) => normaliseTitle(title));

describe('pages of every shape', () => {
  test.each(SHAPES)('$name', ({ render, plain, links }) => {
    const entries = found(render(PAPERS), plain);
    expect(titles(entries)).toEqual(titles(PAPERS));
    if (links) for (const { ids } of entries) expect(Object.keys(ids).length).toBeGreaterThan(0);
  });
});

describe('pages with little markup', () => {
  test.each(BARE)('$name', ({ render, plain }) => {
    expect(titles(found(render(PAPERS), plain))).toEqual(titles(PAPERS));
  });
});

describe.each(Object.entries(LANGUAGES))('pages in %s', (_, papers) => {
  test.each(SHAPES)('$name', ({ render, plain }) => {
    expect(titles(found(render(papers), plain))).toEqual(titles(papers));
  });
});
