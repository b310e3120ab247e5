import { type Leaf, HAS_PARTS, type Query, TEXT_FIELDS } from '@/domain/query/query';
import { seeded } from '@/domain/topics/numbers/random';
import * as words from './words';

/** Whole words, beginnings, words with a letter too few or two exchanged, and some that no paper has. */
const WORDS = words.SUBJECTS.flatMap(({ things, methods, goals }) => [
  ...things,
  ...methods,
  ...goals,
])
  .flatMap((phrase) => phrase.split(' '))
  .flatMap((word, at) => [
    word,
    word.slice(0, 4),
    at % 3 === 0 ? `${word.slice(0, 2)}${word.slice(3)}` : `${word.slice(0, -2)}${word.slice(-1)}x`,
  ])
  .concat(words.FAMILY, words.GIVEN, [
    'the',
    'o',
    'zebra',
    '(12',
    '1003.10042',
    'arxiv',
    'état',
    '学习',
  ]);
const PHRASES = [
  ...words.SUBJECTS.flatMap(({ things, methods }) => [...things, ...methods]),
  'reduction from',
  'Ada Abara',
  'error falls by',
  'adapters low-rank',
];
const SITES = ['arxiv', 'arxiv.org', 'hugging', 'openreview', 'nowhere'];
const RANGES = ['2024', '>2024-06', '<=2024-03', '2024-02..2025-01', '..2024-12', '30d'];

/** So many queries of all kinds, up to three levels deep; the same seed gives the same. */
export function makeQueries(count: number, seed: number): Query[] {
  const random = seeded(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const leaf = (): Leaf => {
    const kind = below(12);
    if (kind < 5) {
      const field = random() < 0.5 ? null : one(TEXT_FIELDS);
      return { is: 'words', field, text: one(WORDS), isQuoted: random() < 0.2 };
    }
    if (kind < 7) return { is: 'words', field: null, text: one(PHRASES), isQuoted: true };
    if (kind === 7) {
      const tag = one(words.TAGS);
      return {
        is: 'named',
        field: 'tag',
        text: random() < 0.5 ? tag : tag.slice(0, 3),
        isQuoted: false,
      };
    }
    if (kind === 8) return { is: 'named', field: 'site', text: one(SITES), isQuoted: false };
    if (kind === 9)
      return { is: 'status', status: one(['saved', 'read', 'dismissed', null] as const) };
    if (kind === 10) return { is: 'has', part: one(HAS_PARTS) };
    return { is: 'date', field: one(['saved', 'updated'] as const), range: one(RANGES) };
  };
  const query = (depth: number): Query => {
    const kind = depth === 0 ? 0 : below(6);
    if (kind < 3) return leaf();
    if (kind === 5) return { is: 'not', part: query(depth - 1) };
    const parts = Array.from({ length: 2 + below(2) }, () => query(depth - 1));
    return { is: kind === 3 ? 'and' : 'or', parts };
  };
  return Array.from({ length: count }, () => query(3));
}
