import type { Entry } from '@/domain/entry';
import { idsFromLink } from '@/domain/identity/identity-links';
import { entriesOf, type Reading } from './entry';
import { codeLink, hrefOf, linksIn } from './links';
import { placeOf, textOf } from './place';

/** An element that holds links of one paper and of no other. */
export interface Card {
  /** What the links name: the value that `nameOf` gave. */
  name: string;
  card: Element;
  links: Element[];
}

/**
 * The cards of a page whose markup says nothing but where its links go: for each name, the largest element
 * around its links that holds links of no other name. In page order; time grows with the page, whatever its depth.
 */
export function cardsOf(
  root: ParentNode,
  base: URL,
  selector: string,
  nameOf: (href: string) => string | undefined,
): Card[] {
  /** Whose links an element holds; `null` where they are of several. */
  const owners = new Map<Element, string | null>();
  const named: { link: Element; name: string }[] = [];
  for (const link of root.querySelectorAll(selector)) {
    const href = hrefOf(link, base);
    const name = href && nameOf(href);
    if (!name) continue;
    named.push({ link, name });
    claim(link, name, owners);
  }
  const cards = new Map<Element, Card>();
  const known = new Map<Element, Element>();
  for (const { link, name } of named) {
    const card = widest(link, name, owners, known);
    const other = cards.get(card);
    if (other) other.links.push(link);
    else cards.set(card, { name, card, links: [link] });
  }
  return [...cards.values()];
}

/** Writes a link's name on all elements around it. What bears the name already has passed it on before; each element changes twice at most. */
function claim(link: Element, name: string, owners: Map<Element, string | null>): void {
  for (let at: Element | null = link; at; at = at.parentElement) {
    const owner = owners.get(at);
    if (owner === null || owner === name) return;
    owners.set(at, owner === undefined ? name : null);
  }
}

/** The last ancestor that is this paper's alone; never the page itself, which one paper would own. */
function widest(
  link: Element,
  name: string,
  owners: Map<Element, string | null>,
  known: Map<Element, Element>,
): Element {
  const way: Element[] = [];
  let at = link;
  let found = known.get(at);
  while (!found) {
    way.push(at);
    const up: Element | null = at.parentElement;
    if (!up || owners.get(up) !== name || /^(?:body|main|html)$/.test(up.localName)) break;
    at = up;
    found = known.get(at);
  }
  for (const element of way) known.set(element, found ?? at);
  return found ?? at;
}

/** A page whose entries are known by their links alone. */
export interface LinkedPage {
  /** The links that may name a paper. */
  selector: string;
  scheme: string;
  /** The paper's own address on the site, where it is not the link itself. */
  own?: (id: string) => string;
  /** What a card says beyond title, abstract and code. */
  more?: (card: Element) => Partial<Reading>;
}

/**
 * The entries of a page by the links of its cards: the title is the heading inside, or the longest link; the
 * abstract is the longest paragraph, when it is long enough for one and not cut.
 */
export function cardEntries(page: ParentNode, url: URL, known: LinkedPage): Entry[] {
  const cards = cardsOf(page, url, known.selector, (href) => idsFromLink(href)[known.scheme]);
  const byElement = new Map(cards.map((card) => [card.card, card]));
  return entriesOf(byElement.keys(), (element) => {
    const { name: id = '', links = [] } = byElement.get(element) ?? {};
    const title = element.querySelector('h1, h2, h3, h4, h5') ?? longest(links);
    const paragraphs = [...element.querySelectorAll('p')].filter((p) => !title?.contains(p));
    const abstract = longest(paragraphs);
    return {
      title: placeOf(title),
      abstract: isAbstract(abstract) ? placeOf(abstract) : [],
      ids: { [known.scheme]: id },
      links: [
        known.own?.(id) ?? hrefOf(links[0], url),
        known.scheme === 'arxiv' ? `https://arxiv.org/abs/${id}` : undefined,
      ],
      code: codeLink(linksIn(element, url)),
      root: element,
      ...known.more?.(element),
    };
  });
}

const longest = (elements: readonly Element[]): Element | undefined =>
  elements.reduce<Element | undefined>(
    (best, element) => (textOf(element).length > textOf(best).length ? element : best),
    undefined,
  );

const isAbstract = (element: Element | undefined): boolean => {
  const text = textOf(element);
  return text.length > 150 && !/(?:…|\.\.\.)$/.test(text);
};
