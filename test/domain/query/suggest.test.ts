import { expect, test } from 'vitest';
import { parseQuery } from '@/domain/query/parse';
import { suggest } from '@/domain/query/suggest';

const KNOWN = { tags: ['robots', 'to read', 'rlhf'] };
const labels = (typed: string) => suggest(typed, KNOWN).map(({ label }) => label);
const texts = (typed: string) => suggest(typed, KNOWN).map(({ text }) => text);

test('an empty search names the fields, the first letters those that begin so', () => {
  expect(labels('')).toHaveLength(8);
  expect(labels('')[0]).toBe('author:');
  expect(labels('ta')).toEqual(['tag:']);
  expect(texts('moons st')).toEqual(['moons status:']);
  expect(texts('moons -ta')).toEqual(['moons -tag:']);
  expect(labels('xyz')).toEqual([]);
});

test('a field names its values, and each way on is a search that can be read', () => {
  expect(labels('tag:r')).toEqual(['tag:robots', 'tag:rlhf']);
  expect(texts('tag:to')).toEqual(['tag:"to read" ']);
  expect(labels('status:')).toEqual([
    'status:saved',
    'status:read',
    'status:dismissed',
    'status:none',
  ]);
  expect(labels('status:saved')).toEqual([]);
  for (const typed of ['tag:', 'status:', 'has:', 'new:', 'saved:'])
    for (const text of texts(typed)) expect(parseQuery(text), text).toMatchObject({ ok: true });
});

test('within a phrase nothing is suggested', () => {
  expect(labels('"a study of ta')).toEqual([]);
  expect(labels('"a study" ta')).toEqual(['tag:']);
});
