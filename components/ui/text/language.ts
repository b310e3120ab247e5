import { i18n } from '#i18n';

/** The language of all texts of Gloss, a BCP 47 tag: the browser's where Gloss has it, else English. */
export const language = (): string => i18n.t('language');

/** Tells screen readers what language a page of our own is in. */
export function speak(page: Document): void {
  page.documentElement.lang = language();
}
