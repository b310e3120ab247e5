import { expect, test } from 'vitest';
import { mayListPapers } from '@/sites/digest/traces';
import { HERE, pageOf } from './pages';

const CELLS = 11_000;

/** A page of more elements than are read without a glance, with something in the middle of it. */
const largePage = (middle: string): Document => {
  const half = '<td>12.4</td>'.repeat(CELLS / 2);
  return pageOf(`<table><tr>${half}${middle}${half}</tr></table>`, false);
};
const isWorthReading = (page: Document): boolean =>
  mayListPapers(page, new URL(HERE), (link) => link.includes('/abs/'));

test('a huge page without a trace of papers is not read', () => {
  expect(isWorthReading(largePage(''))).toBe(false);
});

test('a huge page that names papers or people somewhere is', () => {
  const links = '<td><a href="https://arxiv.org/abs/2401.00001">one</a></td>';
  expect(isWorthReading(largePage(links))).toBe(true);
  const names = '<td>Ann Author, Bo Builder and Cy Coder</td>'.repeat(40);
  expect(isWorthReading(largePage(names))).toBe(true);
  const words = '<td>We propose a method and evaluate it on a benchmark.</td>'.repeat(40);
  expect(isWorthReading(largePage(words))).toBe(true);
});

test('a page of usual size is read without a glance', () => {
  expect(isWorthReading(pageOf('<p>12.4</p>', false))).toBe(true);
});
