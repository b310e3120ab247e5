import type { Place } from '@/domain/entry';

/** Where a translator may have put something into an element: asked of each, so it is short. */
export const TRANSLATIONS =
  'font, [class*="translat"], [class*="bilingual"], [class*="trancy"], kiss-translator, xt-trans';

/**
 * Names that extensions which translate give to what they add beside the page's own text: Immersive Translate, KISS
 * Translator, Read Frog, FluentRead, Trancy, and others that say so. A site's own classes for moving things
 * (`translate-x-1`) and for leaving things alone (`notranslate`) are none of them.
 */
const ADDED =
  /^(?:immersive-translate|kiss-|read-frog|fluent-read|trancy|xt-trans|deepl-)|translat(?:ion|ed|or)|bilingual/i;

/** Whether an element is a translation that was put beside the page's text. */
export const isTranslation = (element: Element): boolean =>
  ADDED.test(element.localName) ||
  [...element.classList].some((name) => ADDED.test(name)) ||
  element.hasAttribute('data-immersive-translate-translation-element-mark');

/** Chrome and Google say on the root that they have put their text in the place of the page's. */
const isReplaced = (page: Document | null): boolean =>
  /\btranslated-(?:ltr|rtl)\b/.test(page?.documentElement.className ?? '');

/** Edge says it on each element whose text it has replaced. */
const REPLACED = '[_msttexthash], [_mstmutation]';

/** Whether a translator has put its text in the place of the page's, anywhere on it. */
export const hasReplaced = (page: Document): boolean =>
  page.querySelector(`:root[class*="translated-"], ${REPLACED}`) !== null;

const isElement = (node: Node): node is Element => node.nodeType === 1;

const elementOf = (node: Node): Element | null => (isElement(node) ? node : node.parentElement);

/** Whether a node is within an element of a kind, or holds one. What is beside a text node is not its own. */
const touches = (node: Node, kind: string): boolean =>
  Boolean(elementOf(node)?.closest(kind) ?? (isElement(node) && node.querySelector(kind)));

/**
 * Whether a translator wrote the text of a place: in `font` elements of a replaced page, in elements that say so, or as
 * an element of its own.
 */
export function isTranslatedPlace(place: Place): boolean {
  const page = place[0]?.node.ownerDocument ?? null;
  if (place.some(({ node }) => touches(node, REPLACED))) return true;
  const isMarked = isReplaced(page);
  if (!isMarked && !page?.documentElement.hasAttribute('imt-state')) return false;
  return place.some(({ node }) => {
    const element = elementOf(node);
    if (!element) return false;
    if (isMarked && touches(node, 'font')) return true;
    for (let at: Element | null = element; at; at = at.parentElement)
      if (isTranslation(at)) return at !== page?.documentElement && at !== page?.body;
    return false;
  });
}
