import { cardEntries } from './read/cards';
import type { Site } from './site';

/**
 * Emergent Mind: trending papers, categories, search. Evidence: its addresses alone (`/papers/ARXIV-ID`, as
 * many public texts link them); the cards are found by those links, whatever their markup is.
 */
export const emergentmind: Site = {
  id: 'emergentmind',
  name: 'Emergent Mind',
  matches: ['', '?*', 'trending*', 'categories/*', 'search*', 'papers', 'papers?*', 'feeds/*'].map(
    (path) => `https://www.emergentmind.com/${path}`,
  ),
  entries: (page, url) =>
    cardEntries(page, url, {
      selector: 'a[href*="/papers/"]',
      scheme: 'arxiv',
      own: (id) => `https://www.emergentmind.com/papers/${id}`,
    }),
};
