/*
 * What markup alone says of an element: no layout is asked for.
 */

/** Elements that a text runs through. */
export const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby rb rt rp s
   samp small span strike strong sub sup time tt u var wbr
   math mrow mi mo mn msup msub semantics`.split(/\s+/),
);
const SKIPPED = new Set(
  `script style noscript template svg select option button textarea input nav footer aside iframe object
   video audio canvas head title dialog datalist progress meter`.split(/\s+/),
);
const SKIPPED_ROLES = new Set(
  'doc-endnotes doc-footnotes navigation contentinfo search menu menubar dialog banner complementary toolbar button'.split(
    ' ',
  ),
);
const CLOSED_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** What is for readers of screens alone. */
const SPOKEN_CLASS = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text)(?:\s|$)/;
/** Notes to an article are no list that a person came for. */
const NOTES = /(?:^|\s)(?:reflist|mw-references\S*|footnotes?|endnotes?)(?:\s|$)/i;
const BOLD_STYLE = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
const PRE_STYLE = /white-space\s*:\s*pre/i;

/** Whether markup alone says that an element is furniture. */
export function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.localName)) return true;
  if (SKIPPED_ROLES.has(element.getAttribute('role') ?? '')) return true;
  const named = element.getAttribute('class') ?? '';
  return SPOKEN_CLASS.test(named) || NOTES.test(named);
}

/**
 * Whether markup alone says that an element can't be seen now: a closed part of an accordion, another tab, a
 * copy for another screen.
 */
export const isClosed = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  (element.localName === 'details' && !element.hasAttribute('open')) ||
  CLOSED_STYLE.test(element.getAttribute('style') ?? '');

/** Whether an element keeps the line breaks of its text. */
export const isPre = (element: Element): boolean =>
  element.localName === 'pre' ||
  element.localName === 'xmp' ||
  PRE_STYLE.test(element.getAttribute('style') ?? '');

const LETTERS: Record<string, string> = {
  a: 'a',
  b: 'b',
  strong: 'b',
  i: 'i',
  em: 'i',
  cite: 'i',
};

/** `a`, `b` or `i` for a link, bold and italic text. */
export function letterOf(element: Element): string | undefined {
  const letter = LETTERS[element.localName];
  if (letter) return letter === 'a' && !element.hasAttribute('href') ? undefined : letter;
  return BOLD_STYLE.test(element.getAttribute('style') ?? '') ? 'b' : undefined;
}

/** The role that an element's markup gives its text, whatever the words mean: equal marks, equal roles. */
export function markOf(element: Element): string | undefined {
  const given = element.getAttribute('class')?.trim() || element.getAttribute('style')?.trim();
  if (given) return `${element.localName}.${given.slice(0, 80)}`;
  return ASIDE.has(element.localName) ? `${element.localName}.` : undefined;
}

/** Elements that set a few letters of a text, or none, in another way: they part nothing. */
export const SET = new Set(
  'abbr acronym bdi bdo big del dfn ins mark nobr rb rp rt ruby strike s sub sup var wbr'.split(
    ' ',
  ),
);

/** Elements that set what they hold apart, without a class too. */
const ASIDE = new Set(['small', 'font', 'u', 'code', 'q']);
