import fc from 'fast-check';
import type { Leaf, Query } from '@/domain/query/query';

/** Words that the papers of `papers.ts` have, beginnings of some, some with a typo, and some that none has. */
const WORDS = [
  'robots',
  'robot',
  'rob',
  'soft',
  'atention',
  'attention',
  'gripper',
  'grippers',
  'grippres',
  'moon',
  'tides',
  'tidal',
  'ocean',
  'Erdos',
  'Erdős',
  'naïve',
  'naive',
  'gpt-4',
  'GPT',
  '4',
  '机器学习',
  '学习',
  '习',
  '機械',
  'ロボット',
  'zebra',
  'latice',
  'lattice',
  'codes',
  'ann',
  'author',
  'bo',
  'the',
  't',
  'priors',
  'wise',
  '2401.00007',
  'arxiv',
  'state-of-the-art',
  'fruit-picking',
  'neurips',
];
const PHRASES = [
  'soft robots',
  'robots soft',
  'Ann Author',
  'tidal heating of',
  '器学',
  '机器学习',
  'art state',
  'moons',
];

const words = (isQuoted: boolean): fc.Arbitrary<Leaf> =>
  fc.record({
    is: fc.constant('words' as const),
    field: fc.constantFrom(
      null,
      null,
      null,
      'title',
      'author',
      'abstract',
      'note',
      'highlight',
      'venue',
      'id',
    ),
    text: isQuoted ? fc.constantFrom(...PHRASES, ...WORDS) : fc.constantFrom(...WORDS),
    isQuoted: fc.constant(isQuoted),
  });

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    is: fc.constant('year' as const),
    range: fc.constantFrom('2023', '2020..2023', '>2023', '<=1998', '..1999', '2030'),
  }),
  { weight: 6, arbitrary: words(false) },
  { weight: 3, arbitrary: words(true) },
  fc.record({
    is: fc.constant('named' as const),
    field: fc.constant('tag' as const),
    text: fc.constantFrom('robots', 'rob', 'to read', 'to-read', 'To', 'nothing'),
    isQuoted: fc.constant(true),
  }),
  fc.record({
    is: fc.constant('named' as const),
    field: fc.constantFrom('tag' as const, 'site' as const, 'topic' as const),
    text: fc.constantFrom(
      'robots',
      'rob',
      'to-read',
      'arxiv',
      'arx',
      'huggingface.co',
      'moons',
      'Soft',
    ),
    isQuoted: fc.constant(false),
  }),
  fc.record({
    is: fc.constant('status' as const),
    status: fc.constantFrom('saved', 'read', 'dismissed', null),
  }),
  fc.record({
    is: fc.constant('has' as const),
    part: fc.constantFrom('note', 'highlight', 'tag', 'abstract', 'link'),
  }),
  fc.record({ is: fc.constant('new' as const), news: fc.constantFrom('version', 'venue') }),
  fc.record({
    is: fc.constant('date' as const),
    field: fc.constantFrom('saved', 'updated'),
    range: fc.constantFrom(
      '2026',
      '>2026-06',
      '<=2026-03',
      'today',
      '30d',
      '2025-12..2026-02',
      '..2026',
    ),
  }),
);

/** Any query, three levels deep at most. */
export const anyQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({
      is: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ is: fc.constant('not' as const), part: tie('query') }),
  ),
})).query;
