import type { PaperRef } from '@/domain/paper/paper';

/** How many papers there are; the first ones are on the pages of the tabs. */
const PAPERS = 24;
export const LISTED = 12;

/** The lists that the tabs show: one list of papers at three addresses. */
export const PAGES = ['new', 'recent', 'pastweek'].map(
  (list) => `https://arxiv.org/list/me.AS/${list}`,
);

/** The arXiv id of a paper, as `arxivList` (bench/arxiv-list.ts) gives it. */
const arxivId = (index: number): string =>
  `24${String((index % 12) + 1).padStart(2, '0')}.${String(index + 1).padStart(5, '0')}`;

/** Ids of all papers. */
export const IDS: readonly string[] = Array.from(
  { length: PAPERS },
  (_, index) => `arxiv:${arxivId(index)}`,
);

/** What an entry says of a paper. Only its id tells it: what joins papers by title is tested elsewhere. */
export const refOf = (id: string): PaperRef => ({
  keys: [id],
  title: `Measurements of ${id}`,
  authors: ['Ann Author', 'Bo Builder'],
  abstract: `We measure ${id} with care, and say how.`,
  links: [`https://arxiv.org/abs/${id.slice('arxiv:'.length)}`],
  listing: { site: 'arxiv', url: PAGES[0] ?? '', title: 'Measurements', at: 1_700_000_000_000 },
});

/** A passage that can be highlighted, of any paper. */
export const passageOf = (id: string) => ({
  field: 'abstract' as const,
  quote: { exact: id, prefix: 'We measure ', suffix: ' with care' },
  position: { start: 11, end: 11 + id.length },
});
