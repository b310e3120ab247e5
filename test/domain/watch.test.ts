import { describe, expect, test } from 'vitest';
import { isAuthor, wordFinder } from '@/domain/watch';

const found = (words: string[], text: string): string[] =>
  wordFinder(words)
    .find(text)
    .map(({ start, end }) => text.slice(start, end));

describe('a word', () => {
  test('is found whole, in any case', () => {
    expect(found(['graph'], 'Graph, graphs and GRAPH-like')).toEqual(['Graph', 'GRAPH']);
  });

  test('with a star is found with any ending', () => {
    expect(found(['graph*'], 'Graphs of a paragraph')).toEqual(['Graphs']);
  });

  test('may be several words, however the page sets them apart', () => {
    expect(found(['large language'], 'Large\n language, large-language')).toHaveLength(2);
  });

  test('may hold signs that mean something in patterns', () => {
    expect(found(['C++', '(a'], 'In C++ (a)')).toEqual(['C++', '(a']);
  });

  test('of a script without spaces is found within others', () => {
    expect(found(['学习'], '深度学习方法')).toEqual(['学习']);
  });
});

test('nothing but spaces and stars finds nothing', () => {
  const finder = wordFinder(['', '  ', '*']);
  expect([finder.isEmpty, finder.has('any text')]).toEqual([true, false]);
});

test('an author is known whichever way the name is written', () => {
  for (const author of ['Ánn Author', 'Author, Ann B.', 'ANN AUTHOR'])
    expect(isAuthor(author, 'Ann Author'), author).toBe(true);
  for (const author of ['Anna Author', 'Ann Other', ''])
    expect(isAuthor(author, 'Ann Author'), author).toBe(false);
  expect(isAuthor('Ann Author', ' ')).toBe(false);
});
