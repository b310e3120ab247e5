import type { Place } from '@/domain/entry';
import { placeText } from '@/domain/text/plain';
import { placeOf, textOf } from '@/sites/read/place';
import type { Skim } from '@/sites/site';

/** Addresses that the patterns let in and that are no listing. */
export const excludes = ({ pathname }: URL): boolean =>
  pathname.startsWith('/papers') &&
  !/^\/papers(?:\/(?:date|week|month)\/[^/]+|\/trending)?\/?$/.test(pathname);

/** The element that cards come and go in. */
export const listOfCards = (page: Document): Element | null =>
  page.querySelector('article')?.parentElement ?? null;

const PAPER = /^https:\/\/huggingface\.co\/papers\/(\d{4}\.\d{4,5})(?:v\d+)?\/?(?:[?#]|$)/;

/** The arXiv id that the absolute address of a paper's page here names. */
export const idOf = (href: string | undefined): string | undefined =>
  (href && PAPER.exec(href)?.[1]) || undefined;

/** The link of a card that names its paper. */
export const cardLink = (card: Element): Element | null =>
  card.querySelector('h3 a[href*="/papers/"], h4 a, a[href*="/papers/"]');

/** Where the title of a card is; empty where it has none. */
export function cardTitle(card: Element, link: Element | null): Place {
  const title = card.querySelector('h3, h4') ?? link;
  return textOf(title) ? placeOf(title?.querySelector('a') ?? title) : [];
}

/** The first stage's reader of Hugging Face's lists. */
export const huggingFaceSkim: Skim = {
  id: 'hugging-face',
  read: (page) =>
    [...page.querySelectorAll('article')].flatMap((card) => {
      const link = cardLink(card);
      const id = idOf((link as HTMLAnchorElement | null)?.href);
      const titlePlace = id ? cardTitle(card, link) : [];
      const title = placeText(titlePlace);
      return id && title ? [{ ids: { arxiv: id }, title, titlePlace }] : [];
    }),
  links: 'a[href*="/papers/"]',
  tells: () => false,
  list: listOfCards,
  excludes,
};
