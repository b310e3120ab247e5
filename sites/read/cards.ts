import { hrefOf } from './links';

/** An element that holds links of one paper and of no other. */
export interface Card {
  /** What the links name: the value that `nameOf` gave. */
  name: string;
  card: Element;
  links: Element[];
}

/**
 * The cards of a page whose markup says nothing but where its links go: for each name, the largest element
 * around its links that holds links of no other name. In page order; time grows with links times depth.
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
    for (let at: Element | null = link; at && owners.get(at) !== null; at = at.parentElement)
      owners.set(at, (owners.get(at) ?? name) === name ? name : null);
  }
  const cards = new Map<Element, Card>();
  for (const { link, name } of named) {
    const card = widest(link, name, owners);
    const known = cards.get(card);
    if (known) known.links.push(link);
    else cards.set(card, { name, card, links: [link] });
  }
  return [...cards.values()];
}

/** The last ancestor that is this paper's alone; never the page itself, which one paper would own. */
function widest(link: Element, name: string, owners: Map<Element, string | null>): Element {
  let at = link;
  for (
    let up = at.parentElement;
    up && owners.get(up) === name && !/^(?:body|main|html)$/.test(up.localName);
    up = up.parentElement
  )
    at = up;
  return at;
}
