// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { coveredBy, segments } from '@/components/app/papers/detail/segments';
import { describeQuote } from '@/domain/anchor/describe';
import type { Highlight } from '@/domain/paper/paper';

const TEXT = 'It takes $n^2$ steps, and $n^2$ more where nothing is sorted.';

const highlight = (start: number, end: number): Highlight => {
  const selectors = describeQuote(TEXT, start, end)!;
  const about = { id: `${start}`, field: 'abstract' as const, comment: '', source: '' };
  return { ...about, ...selectors, colour: 'amber', createdAt: 0 };
};

/** Draws segments as the page does: a formula by signs that are none of its text. */
function draw(highlights: Highlight[]): HTMLElement {
  document.body.innerHTML = '<p></p>';
  const text = document.querySelector('p')!;
  for (const { is, text: own, at } of segments(TEXT, highlights)) {
    const span = document.createElement('span');
    Object.assign(span.dataset, { at, length: own.length, is });
    span.innerHTML = is === 'formula' ? '<math><mi>n</mi><mn>2</mn></math>' : own;
    text.append(span);
  }
  return text;
}

function rangeOf(from: [Node, number], to: [Node, number]): Range {
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

beforeEach(() => document.body.replaceChildren());

test('segments put together are the text, and each is in its highlight', () => {
  const parts = segments(TEXT, [highlight(3, 20)]);
  expect(parts.map(({ text }) => text).join('')).toBe(TEXT);
  for (const { at, text } of parts) expect(TEXT.slice(at, at + text.length)).toBe(text);
  const within = parts.filter((part) => part.highlight !== null);
  expect(within.map(({ text }) => text).join('')).toBe(TEXT.slice(3, 20));
});

test('a range within words is told to the letter', () => {
  const words = draw([]).firstElementChild!.firstChild!;
  const covered = coveredBy(document.body, rangeOf([words, 3], [words, 8]))!;
  expect(TEXT.slice(covered.start, covered.end)).toBe('takes');
});

test('a formula that a range touches counts whole, though its signs are not its text', () => {
  const text = draw([highlight(0, 8)]);
  const formula = text.querySelector('mn')!.firstChild!;
  const last = text.lastElementChild!.firstChild!;
  const covered = coveredBy(text, rangeOf([formula, 0], [last, 5]))!;
  expect(TEXT.slice(covered.start, covered.end)).toBe('$n^2$ steps, and $n^2$ more');
});

test('a range that ends before the text covers nothing', () => {
  const text = draw([]);
  const before = document.createElement('p');
  before.textContent = 'Before.';
  text.before(before);
  expect(coveredBy(text, rangeOf([before, 0], [before, 1]))).toBeNull();
});
