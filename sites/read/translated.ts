/*
 * What the first stage knows of translators, as little as can be: what the most used ones write. The whole script reads
 * all of them (`translations.ts`).
 */

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
  ADDED.test(element.localName) || [...element.classList].some((name) => ADDED.test(name));

/** Whether a translator has put its text in the place of the page's, anywhere on it: Chrome says so on the root, Edge on each element. */
export const hasReplaced = (page: Document): boolean =>
  page.querySelector(':root[class*="translated-"], [_msttexthash], [_mstmutation]') !== null;
