import type { SearchContext, SearchDocument } from '@/domain/query/document';

const SUBJECTS = [
  'Soft robots',
  'Tidal heating of moons',
  'Lattice codes',
  'Sparse attention',
  'Naïve priors',
  'GPT-4 and wise agents',
  '机器学习的方法',
  'ロボットの機械学習',
  'Erdős graphs',
  'Fruit-picking grippers',
];
const RESULTS = [
  'a survey',
  'state-of-the-art results',
  'an ocean of data',
  '学习',
  'soft robots again',
  'the moon',
  'tides',
];
const NAMES = ['Ann Author', 'Bo Builder', 'Author Ann', '李 学习', 'Pál Erdős'];
const TAGS = ['robots', 'to-read', 'robotics'];
const SITES = [
  ['arxiv', 'arxiv.org'],
  ['hugging-face', 'huggingface.co'],
  ['digest', 'arxivist.example'],
];
const STATUSES = ['saved', 'read', 'dismissed', null] as const;

/** Numbers from 0 to below `below` that look like chance and are always the same (https://en.wikipedia.org/wiki/Lehmer_random_number_generator). */
export function chance(seed: number): (below: number) => number {
  let state = (seed * 48_271 + 11) % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const DAY = 86_400_000;
const TODAY = Date.UTC(2026, 10, 24);

/** An invented paper as it is searched. */
export function paperAt(index: number, seed = 1): SearchDocument {
  const next = chance(index * 7 + seed);
  const of = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const some = <T>(list: readonly T[]): T[] => list.filter(() => next(3) === 0);
  const status = of(STATUSES);
  const note = next(3) === 0 ? `Ask **${of(NAMES)}** about ${of(SUBJECTS)}.` : '';
  const tags = some(TAGS);
  const highlights = some([of(RESULTS), `${of(SUBJECTS)} wise`]);
  const listedAt = TODAY - next(500) * DAY + 3_600_000;
  return {
    id: `arxiv:2401.${String(index).padStart(5, '0')}`,
    aliases: [],
    isListed: status !== 'dismissed' || note !== '' || tags.length > 0 || highlights.length > 0,
    title: `${of(SUBJECTS)} and ${of(RESULTS)}, part ${next(50)}`,
    authors: some(NAMES),
    abstract:
      next(5) === 0 ? '' : `We study ${of(SUBJECTS)} for ${of(RESULTS)}; ${of(SUBJECTS)} helps.`,
    note,
    highlights,
    venue: of(['', 'NeurIPS', 'Annals of Tides', 'ICLR 2024 poster']),
    year: of([null, 1998, 2023, 2024]),
    keys: [`arxiv:2401.${String(index).padStart(5, '0')}`],
    tags,
    status,
    sites: of(SITES),
    listedAt,
    updatedAt: listedAt + next(40) * DAY,
    hasLink: next(4) > 0,
    news: some(['version', 'venue'] as const),
  };
}

export const papers = (count: number, seed = 1): SearchDocument[] =>
  Array.from({ length: count }, (_, index) => paperAt(index, seed));

/** Tags, two topics and a calendar for the papers. */
export const contextOf = (documents: readonly SearchDocument[]): SearchContext => ({
  tags: [
    { id: 'robots', names: ['robots', 'robots'] },
    { id: 'to-read', names: ['to-read', 'To read'] },
    { id: 'robotics', names: ['robotics', 'Robotics'] },
  ],
  topics: [
    {
      id: '1',
      names: ['Soft robots'],
      members: documents.filter((_, at) => at % 3 === 0).map(({ id }) => id),
    },
    {
      id: '2',
      names: ['Moons'],
      members: documents.filter((_, at) => at % 3 === 1).map(({ id }) => id),
    },
  ],
  calendar: {
    today: { year: 2026, month: 11, day: 24 },
    startOf: ({ year, month, day }) => Date.UTC(year, month - 1, day),
  },
});
