import type { Entry, Place } from '@/domain/entry';
import { httpUrl, idsFromLink } from '@/domain/identity/identity-links';
import { normaliseTitle } from '@/domain/identity/paper-key';
import { personTexts } from '@/domain/person/write';
import { collapse, placeText } from '@/domain/text';
import { entryOf } from '@/sites/read/entry';
import { citationMeta, type Described, jsonLdPapers } from '@/sites/read/metadata';
import { versionIn } from '@/domain/identity/versions';
import { placeOf, textOf } from '@/sites/read/place';

interface Known {
  title?: string | undefined;
  abstract?: string | undefined;
}

/** Labels in front of a title or an abstract that are no part of it. */
const TITLE_LABEL = /^\s*(?:Title:)?/i;
const ABSTRACT_LABEL = /^\s*(?:Abstract\b\s*[.:—–-]?)?/i;
/** An abstract says more than that, characters. */
const SHORTEST = 120;

/**
 * The paper that a page is about: by its `citation_*` tags, else its JSON-LD, else its heading where the address
 * itself names a paper. The title and the abstract are where they can be seen. `undefined` where the page names
 * none, or does not show it (yet).
 */
export function readPaper(page: Document, url: URL, known: Known): Entry | undefined {
  const inAddress = idsFromLink(url.href);
  const described = citationMeta(page) ?? onlyOne(jsonLdPapers(page));
  const title = titleOf(page, known, described, Object.keys(inAddress).length > 0);
  if (title.length === 0) return undefined;
  const abstract = abstractOf(page, known, described?.abstract ?? '');
  const root = around(title, abstract);
  return entryOf({
    title,
    abstract,
    authors: personTexts(described?.authors ?? []),
    ids: { ...described?.ids, ...inAddress },
    page: url.origin + url.pathname + (url.pathname === '/forum' ? url.search : ''),
    date: described?.date.replaceAll('/', '-') || undefined,
    printed: described?.printed ?? {},
    pdf: httpUrl(described?.pdf ?? '')?.href,
    version: versionIn([url.pathname]),
    root,
  });
}

const onlyOne = (papers: readonly Described[]): Described | undefined =>
  papers.length === 1 ? papers[0] : undefined;

function titleOf(
  page: Document,
  known: Known,
  described: Described | undefined,
  isNamed: boolean,
): Place {
  const told = normaliseTitle(described?.title ?? '');
  const own = known.title ? page.querySelector(known.title) : null;
  if (own && textOf(own)) return placeOf(own, TITLE_LABEL);
  const headings = [...page.querySelectorAll('h1, h2, h3, [class*="title" i], [id*="title" i]')];
  if (told) {
    const shown = headings.find((heading) => normaliseTitle(textOf(heading)) === told);
    return placeOf(shown);
  }
  const [first, ...others] = page.querySelectorAll('h1');
  return isNamed && first && others.length === 0 ? placeOf(first, TITLE_LABEL) : [];
}

function abstractOf(page: Document, known: Known, told: string): Place {
  const own = known.abstract ? page.querySelector(known.abstract) : null;
  if (own && textOf(own).length > SHORTEST) return placeOf(own, ABSTRACT_LABEL);
  return (told.length > SHORTEST && shownAs(page, told)) || labelled(page) || [];
}

/** How much of a text two elements must share to be the same, characters at its beginning. */
const SAME = 60;

/** The smallest block that shows a text that the page gives for machines. */
function shownAs(page: Document, told: string): Place | undefined {
  const opening = told.slice(0, SAME);
  let best: { element: Element; length: number } | undefined;
  for (const element of page.querySelectorAll('p, blockquote, section, div, span')) {
    const raw = element.textContent ?? '';
    // Looking at the beginning alone keeps this linear on pages that nest deeply.
    const start = collapse(raw.slice(0, 4 * SAME)).replace(ABSTRACT_LABEL, '');
    if (!start.startsWith(opening) || raw.length < told.length * 0.7) continue;
    if (!best || raw.length < best.length) best = { element, length: raw.length };
  }
  return best && best.length < told.length * 1.6 + SAME
    ? placeOf(best.element, ABSTRACT_LABEL)
    : undefined;
}

/** The text under, or beside, the word "Abstract". */
function labelled(page: Document): Place | undefined {
  const labels =
    'h2, h3, h4, h5, strong, b, .note-content-field, [class*="abstract" i], [id*="abstract" i]';
  for (const label of page.querySelectorAll(labels)) {
    const text = textOf(label);
    if (/^abstract\s*[.:]?$/i.test(text)) {
      const next = label.nextElementSibling ?? label.parentElement?.nextElementSibling;
      if (next && textOf(next).length > SHORTEST) return placeOf(next);
    }
    const isBox = /abstract/i.test(`${label.id} ${label.getAttribute('class') ?? ''}`);
    if (isBox && text.length > SHORTEST) return placeOf(innermost(label), ABSTRACT_LABEL);
  }
  return undefined;
}

/** The deepest element that still holds nearly all of an element's text: without headings and buttons around it. */
function innermost(element: Element): Element {
  const length = textOf(element).length;
  const child = [...element.children].find((one) => textOf(one).length > 0.85 * length);
  return child ? innermost(child) : element;
}

/** The smallest element around title and abstract: changes in it are changes of the entry. */
function around(title: Place, abstract: Place): Element | null {
  const [first, second] = [title[0]?.node, abstract[0]?.node];
  if (!first || !second || placeText(abstract) === '') return null;
  let at = first.parentElement;
  while (at && !at.contains(second)) at = at.parentElement;
  return at;
}
