import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { isPaperLink } from './read/paper-link';
import { placeOf } from './read/place';
import type { Site } from './site';

/**
 * Hacker News: the front page and its other lists. An entry is a link to a paper; the other stories are none.
 * Evidence: a served page of 2020 (`a.storylink`) and the markup since 2022 (`.titleline > a`).
 */
export const hackerNews: Site = {
  id: 'hacker-news',
  name: 'Hacker News',
  matches: [
    '',
    'news*',
    'newest*',
    'best*',
    'front*',
    'over*',
    'from?*',
    'show*',
    'active*',
    'favorites?*',
    'submitted?*',
    'upvoted?*',
    '?*',
  ].map((path) => `https://news.ycombinator.com/${path}`),
  excludes: ({ pathname }) =>
    /^\/(?:newsguidelines|newsfaq|newswelcome|showhn|bestcomments)/.test(pathname),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('tr.athing'), (story) => {
      const link = story.querySelector('.titleline > a, a.storylink');
      const href = hrefOf(link, url);
      if (!href || !isPaperLink(href)) return undefined;
      return {
        // The year of an older text and its format are Hacker News' own remarks.
        title: placeOf(link, /^\s*/, /(?:\s*(?:\[\w+\]|\(\d{4}\)))+\s*$/),
        links: [href],
        root: story,
      };
    }),
};
