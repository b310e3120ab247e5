import { arxivId } from '@/domain/identity/arxiv-id';
import { placeText } from '@/domain/text/plain';
import { placeOf } from '@/sites/read/place';
import type { Skim, Skimmed } from '@/sites/site';

/** Addresses of single papers, which the patterns let in. */
export const excludes = ({ pathname }: URL): boolean =>
  /^\/arxiv\/(?:[\w-]+\/\d{7}|\d{4}\.\d{4,5})|^\/venue\/[^/]+@/.test(pathname);

/** The element of each paper. */
export const panelsOf = (page: Document): NodeListOf<Element> =>
  page.querySelectorAll('.panel.paper');

/** The link that holds a paper's title. */
export const panelLink = (panel: Element): Element | null => panel.querySelector('a.title-link');

/** The arXiv or OpenReview id of a paper, from the id of its element: `2401.00001` or `NOTE@OpenReview`. */
export function panelIds(panel: Element): Record<string, string> {
  const [id = '', source] = panel.id.split('@');
  if (source === 'OpenReview') return id ? { openreview: id } : {};
  const arxiv = arxivId(id);
  return arxiv ? { arxiv } : {};
}

function skimmed(panel: Element): Skimmed[] {
  const [ids, titlePlace] = [panelIds(panel), placeOf(panelLink(panel))];
  const title = placeText(titlePlace);
  return title && Object.keys(ids).length > 0 ? [{ ids, title, titlePlace }] : [];
}

/** The first stage's reader of Cool Papers' lists. */
export const papersCoolSkim: Skim = {
  id: 'papers-cool',
  read: (page) => [...panelsOf(page)].flatMap(skimmed),
  links: 'a.title-link',
  tells: (_, { pathname }) => pathname.startsWith('/venue/'),
  excludes,
};
