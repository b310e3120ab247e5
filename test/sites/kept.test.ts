import { expect, it } from 'vitest';
import { keepEntries } from '@/sites/read/kept';
import { openreview } from '@/sites/openreview';
import { documentOf, readFixture } from './expect-entries';

const { html, url } = readFixture('openreview', 'group');

it('reads an item once until it is said to have changed', () => {
  const page = documentOf(html, url);
  const kept = keepEntries(page);
  const before = openreview.entries(page, new URL(url));
  const [first, ...others] = before;
  if (!first || others.length === 0) throw new Error('the fixture has too few entries');
  expect(openreview.entries(page, new URL(url)).every((entry, at) => entry === before[at])).toBe(
    true,
  );

  const link = first.titlePlace[0]?.node;
  if (link) link.textContent = 'Another title';
  kept.forget(first);
  const [now, ...same] = openreview.entries(page, new URL(url));
  expect(now?.title).toBe('Another title');
  expect(same.every((entry, at) => entry === others[at])).toBe(true);
});

it('reads an item again whose title was replaced', () => {
  const page = documentOf(html, url);
  keepEntries(page);
  const [first] = openreview.entries(page, new URL(url));
  const row = first?.root as Element;
  row.replaceChildren(
    row.cloneNode(true).firstChild as Node,
    ...[...row.cloneNode(true).childNodes].slice(1),
  );
  const [now] = openreview.entries(page, new URL(url));
  expect(now).not.toBe(first);
  expect(now?.title).toBe(first?.title);
});

it('keeps nothing of a page that is not watched', () => {
  const page = documentOf(html, url);
  const [before] = openreview.entries(page, new URL(url));
  expect(openreview.entries(page, new URL(url))[0]).not.toBe(before);
});

it('reads no more items than a page may have, in each reading', () => {
  const page = documentOf(html, url);
  const all = openreview.entries(page, new URL(url));
  const kept = keepEntries(page, 1);
  expect(all.length).toBeGreaterThan(1);
  for (let reading = 0; reading < 2; reading++) {
    kept.begin();
    const some = openreview.entries(page, new URL(url));
    expect(some.map(({ title }) => title)).toEqual(all.slice(0, 1).map(({ title }) => title));
  }
});
