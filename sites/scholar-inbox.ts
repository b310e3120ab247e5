import { cardEntries } from './read/cards';
import type { Site } from './site';

/**
 * Scholar Inbox: the digest, trending, search, bookmarks, collections, conferences. One application in one page,
 * so the whole host is matched. Evidence: public clients say that every paper carries its arXiv id and links to
 * it; the markup is not documented, so the cards are found by those links. Papers without an arXiv link stay unmarked.
 */
export const scholarInbox: Site = {
  id: 'scholar-inbox',
  name: 'Scholar Inbox',
  matches: ['https://www.scholar-inbox.com/*'],
  excludes: ({ pathname }) =>
    !/^\/(?:digest|trending|search|bookmarks?|collections?|conferences?|semantic|library|history)?(?:\/|$)/.test(
      pathname,
    ),
  entries: (page, url) =>
    cardEntries(page, url, {
      selector: 'a[href*="arxiv.org/"]',
      scheme: 'arxiv',
      own: (id) => `https://arxiv.org/abs/${id}`,
    }),
};
