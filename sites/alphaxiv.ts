import { idsFromLink } from '@/domain/identity-links';
import { cardsOf } from './read/cards';
import { entriesOf } from './read/entry';
import { codeLink, linksIn } from './read/links';
import { placeOf, textOf } from './read/place';
import type { Site } from './site';

/**
 * alphaXiv: the feeds (`/`, `/explore`, `/trending`, `/following`), search, and an author's or a topic's papers. One application in one page, so the whole
 * host is matched. Evidence: public readers of the page agree on links to `/abs/ID` and `/overview/ID`; its class names
 * are those of a style sheet and mean nothing. A card is what holds links of one paper; its title is the
 * longest link among them or the heading inside.
 */
export const alphaxiv: Site = {
  id: 'alphaxiv',
  name: 'alphaXiv',
  matches: ['https://www.alphaxiv.org/*', 'https://alphaxiv.org/*'],
  excludes: ({ pathname }) =>
    !/^\/(?:(?:explore|trending|following|search|community|profile|user|topics?|collections?|bookmarks)(?:\/|$)|$)/.test(
      pathname,
    ),
  entries: (page, url) => {
    const cards = cardsOf(
      page,
      url,
      'a[href*="/abs/"], a[href*="/overview/"]',
      (href) => idsFromLink(href)['arxiv'],
    );
    const byElement = new Map(cards.map((card) => [card.card, card]));
    return entriesOf(byElement.keys(), (element) => {
      const { name: id = '', links = [] } = byElement.get(element) ?? {};
      const title = element.querySelector('h1, h2, h3, h4') ?? longest(links);
      const abstract = longest(
        [...element.querySelectorAll('p')].filter((p) => !title?.contains(p)),
      );
      return {
        title: placeOf(title),
        abstract: isAbstract(abstract) ? placeOf(abstract) : [],
        ids: { arxiv: id },
        links: [`https://www.alphaxiv.org/abs/${id}`, `https://arxiv.org/abs/${id}`],
        code: codeLink(linksIn(element, url)),
        root: element,
      };
    });
  },
};

const longest = (elements: readonly Element[]): Element | undefined =>
  elements.reduce<Element | undefined>(
    (best, element) => (textOf(element).length > textOf(best).length ? element : best),
    undefined,
  );

const isAbstract = (element: Element | undefined): boolean => {
  const text = textOf(element);
  return text.length > 150 && !/(?:…|\.\.\.)$/.test(text);
};
