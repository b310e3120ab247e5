/*
 * Asked of an element for one selector that names an ancestor or a sibling by class or id (`.authors a`), Chromium
 * (156) looks through all that follows that element on the page as well: over the rows of a list the time grows with
 * the square of their number (20,000 rows: 34 s, against 20 ms). Of a list of selectors it asks each element inside.
 */
const asList = (selector: string): string => `${selector}, :not(*)`;

/** The first element inside a row for a selector of several parts (`.title a`); linear over all rows of a page. */
export const oneIn = (row: Element | null | undefined, selector: string): Element | null =>
  row?.querySelector(asList(selector)) ?? null;

/** All elements inside a row for a selector of several parts (`.authors a`); linear over all rows of a page. */
export const allIn = (row: Element | null | undefined, selector: string): Element[] =>
  row ? [...row.querySelectorAll(asList(selector))] : [];
