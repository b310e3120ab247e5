import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import type { Entry } from '@/domain/entry';
import { territoryOf } from '@/entrypoints/listing.content/territory';

const page = new JSDOM(`<body><header><i>clock</i></header><main>
<h2>Papers</h2>
<dl><dt>1</dt><dd><div><b>First</b></div><p>About one.</p></dd><dt>2</dt><dd><div><b>Second</b></div></dd></dl>
</main></body>`).window.document;

const entries = [...page.querySelectorAll('b')].map(
  (title) => ({ title: title.textContent, titlePlace: [{ node: title }] }) as unknown as Entry,
);

const owner = (selector: string): string | null | undefined => {
  const found = territoryOf(() => entries).ownerOf(page.querySelector(selector) as Element);
  return found && found.title;
};

it('gives each entry the largest element that is its own', () => {
  expect(owner('b')).toBe('First');
  expect(owner('p')).toBe('First');
  expect(owner('dd:nth-of-type(2)')).toBe('Second');
});

it('tells what lies between entries from what lies outside of their list', () => {
  expect(owner('dl')).toBeNull();
  expect(owner('dt')).toBeNull();
  expect(owner('h2')).toBeUndefined();
  expect(owner('i')).toBeUndefined();
});
