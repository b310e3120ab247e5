import type { Entry } from '@/domain/entry';
import { entriesOf } from './read/entry';
import { absolute, hrefOf } from './read/links';
import { isPaperLink } from './read/paper-link';
import { placeOf } from './read/place';
import type { Site } from './site';

/**
 * Reddit: the posts of a community that link to a paper; the other posts are none. Evidence: the documented
 * custom element `shreddit-post` (attributes `content-href`, `created-timestamp`) and old Reddit's `.thing` with
 * `a.title`. Tags such as [R] before the title are the community's.
 */
export const reddit: Site = {
  id: 'reddit',
  name: 'Reddit',
  matches: ['www.reddit.com', 'old.reddit.com'].flatMap((host) => [
    `https://${host}/r/*`,
    `https://${host}/user/*`,
    `https://${host}/search/*`,
  ]),
  excludes: ({ pathname }) => /\/(?:comments|wiki|about|submit|rules)(?:\/|$)/.test(pathname),
  entries: (page, url) => [...posts(page, url), ...things(page, url)],
};

const TAGS = /^\s*(?:\[\w{1,12}\]\s*)*/;

const posts = (page: Document, url: URL): Entry[] =>
  entriesOf(page.querySelectorAll('shreddit-post'), (post) => {
    const href = absolute(post.getAttribute('content-href') ?? '#', url);
    if (!href || !isPaperLink(href)) return undefined;
    return {
      title: placeOf(post.querySelector('a[slot="title"], [slot="title"]'), TAGS),
      links: [href],
      date: post.getAttribute('created-timestamp')?.slice(0, 10),
      root: post,
    };
  });

const things = (page: Document, url: URL): Entry[] =>
  entriesOf(page.querySelectorAll('.thing.link'), (thing) => {
    const link = thing.querySelector('a.title');
    const href = hrefOf(link, url);
    if (!href || !isPaperLink(href)) return undefined;
    return {
      title: placeOf(link, TAGS),
      links: [href],
      date: thing.querySelector('time')?.getAttribute('datetime')?.slice(0, 10),
      root: thing,
    };
  });
