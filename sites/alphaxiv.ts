import { cardEntries } from './read/cards';
import type { Site } from './site';

/**
 * alphaXiv: the feeds (`/`, `/explore`, `/trending`, `/following`), search, and an author's or a topic's
 * papers. One application in one page, so the whole host is matched. Evidence: public readers of the page
 * agree on links to `/abs/ID` and `/overview/ID`; its class names are those of a style sheet and mean nothing,
 * so the cards are found by their links.
 */
export const alphaxiv: Site = {
  id: 'alphaxiv',
  name: 'alphaXiv',
  matches: ['https://www.alphaxiv.org/*', 'https://alphaxiv.org/*'],
  excludes: ({ pathname }) => pathname !== '/' && !LISTING.test(pathname),
  entries: (page, url) =>
    cardEntries(page, url, {
      selector: 'a[href*="/abs/"], a[href*="/overview/"]',
      scheme: 'arxiv',
      own: (id) => `https://www.alphaxiv.org/abs/${id}`,
    }),
};

const LISTING =
  /^\/(?:explore|trending|following|search|community|profile|user|topics?|collections?|bookmarks)(?:\/|$)/;
