import type { Place } from '@/domain/entry';
import { arxivId } from '@/domain/identity/arxiv-id';
import { placeText } from '@/domain/text/plain';
import { type Placed, placed, placeOf, textOf } from '@/sites/read/place';
import { oneIn } from '@/sites/read/within';
import type { Skim, Skimmed } from '@/sites/site';

/** Addresses that the patterns let in and that are no listing. */
export const excludes = ({ pathname, search }: URL): boolean =>
  /^\/(?:list|catchup)\/?$/.test(pathname) ||
  // The form for an advanced search, whose results have the same path.
  (search === '' && /^\/search\/advanced\/?$/.test(pathname));

/** The element that entries come and go in. */
export const list = (page: Document): Element | null =>
  page.querySelector('#dlpage, ol.breathe-horizontal');

/** The link of a list's `dt` that names its paper. */
export const rowLink = (dt: Element): Element | null =>
  dt.querySelector('a[title="Abstract"]') ?? dt.querySelector('a[href*="/abs/"]');

/** The arXiv id that such a link names, in its text or its address. */
export const rowId = (link: Element | null): string | undefined =>
  arxivId(link?.textContent ?? '') ?? arxivId(link?.getAttribute('href')?.split('/abs/')[1] ?? '');

/** The title in a list's `dd`, and its place. */
export const rowTitle = (dd: Element): Placed => placed(dd.querySelector('.list-title'), 'Title:');

/** The arXiv id of a search result. */
export const resultId = (result: Element): string | undefined =>
  arxivId(textOf(oneIn(result, '.list-title a')));

/** Where the title of a search result is. */
export const resultTitle = (result: Element): Place => placeOf(result.querySelector('p.title'));

const skimmed = (id: string | undefined, title: string, titlePlace: Place): Skimmed[] =>
  id && title ? [{ ids: { arxiv: id }, title, titlePlace }] : [];

function row(dt: Element): Skimmed[] {
  const dd = dt.nextElementSibling;
  if (dd?.localName !== 'dd') return [];
  const { text, place } = rowTitle(dd);
  return skimmed(rowId(rowLink(dt)), text, place);
}

function found(item: Element): Skimmed[] {
  const place = resultTitle(item);
  return skimmed(resultId(item), placeText(place), place);
}

/** What authors say of length and pictures; anything else may name a version or a venue. */
const SIZES = /^(?:Comments:)?\s*(?:\d+ (?:pages?|figures?|tables?)\W*)*$/i;

function tells({ titlePlace }: Pick<Skimmed, 'titlePlace'>, { pathname }: URL): boolean {
  // Their headings tell first versions and replacements.
  const item = titlePlace[0]?.node.parentElement?.closest('dd, li');
  if (!item || /\/(?:new|catchup)(?:\/|$)/.test(pathname)) return true;
  const id = item.localName === 'dd' ? rowLink(item.previousElementSibling ?? item) : item;
  const said = [...item.querySelectorAll('.list-comments, .list-journal-ref, .comments')];
  return (
    /\dv\d/.test(id?.textContent ?? '') || said.some((line) => !SIZES.test(line.textContent.trim()))
  );
}

/** The first stage's reader of arXiv's lists and search results. */
export const arxivSkim: Skim = {
  id: 'arxiv',
  read: (page) => [
    ...[...page.querySelectorAll('dl > dt')].flatMap(row),
    ...[...page.querySelectorAll('li.arxiv-result')].flatMap(found),
  ],
  links: 'a[href*="/abs/"]',
  tells,
  list,
  excludes,
};
