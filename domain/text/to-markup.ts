import { ENTITY } from './entities';
import { mapWords } from './formulas';
import { BEGUN, singleDollars } from './markup';
import { readTexWords } from './tex-words';

/** A sign that nobody sees and no reader keeps: it parts what together would be read as something else. */
const JOINER = '\u2060';

/** Backslashes that a reader would take for TeX, kept from it. */
const withBackslashes = (text: string): string =>
  readTexWords(text) === text
    ? text
    : mapWords(text, (words) => words.replaceAll('\\', `\\${JOINER}`));

/** Displayed formulas, which readers take for those of a line, kept as they are. */
const withDisplays = (text: string): string =>
  singleDollars(text) === text
    ? text
    : text.replace(/\$\$/g, `${JOINER}$$$$`).replace(/\\\(/g, `\\${JOINER}(`);

/**
 * Text for formats whose readers take markup for markup: what would be read as an element, the beginning of one or a
 * reference is escaped. A reference that is the text's own has its ampersand by number: `&amp;lt;` is what tools make
 * of `<` by escaping twice.
 */
export const toMarkup = (text: string): string =>
  withBackslashes(
    withDisplays(text)
      .replace(ENTITY, (whole) => `&#38;${whole.slice(1)}`)
      .replace(BEGUN, '&lt;')
      .replace(/<(?=!\[CDATA\[|!--)/g, '&lt;')
      .replace(/\]\]>/g, ']&#93;>'),
  );
