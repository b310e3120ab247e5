import { entriesOf } from '@/sites/read/entry';
import { placeOf, textOf } from '@/sites/read/place';
import type { Site } from '@/sites/site';

/** Reads the practice list of the welcome page (`components/app/welcome/practice-list.tsx`). */
export const practice: Site = {
  id: 'practice',
  name: 'Practice list',
  // Nothing but the welcome page asks for it.
  matches: [],
  entries: (page) =>
    entriesOf(page.querySelectorAll('[data-practice="paper"]'), (paper) => ({
      title: placeOf(paper.querySelector('h3')),
      abstract: placeOf(paper.querySelector('[data-practice="abstract"]')),
      authors: textOf(paper.querySelector('[data-practice="authors"]')).split(', '),
      root: paper,
    })),
  list: (page) => page.querySelector('[data-practice="list"]'),
};
