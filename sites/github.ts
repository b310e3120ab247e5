import type { Entry, Place } from '@/domain/entry';
import { isTellingTitle, keysOf } from '@/domain/identity/paper-key';
import { placeText } from '@/domain/text';
import { entryOf } from './read/entry';
import { codeLink, hrefOf, idsFromLinks } from './read/links';
import { isPaperLink } from './read/paper-link';
import { placeBetween, placeOf, textOf } from './read/place';
import type { Site } from './site';

/**
 * GitHub: Markdown files that list papers (READMEs, reading lists), as list items, table rows or one paragraph
 * a paper. Evidence: the Markdown of public reading lists and GitHub's rendering (`article.markdown-body`). A
 * repository that merely cites its own papers is no list: five papers make one.
 */
export const github: Site = {
  id: 'github',
  name: 'GitHub',
  matches: ['https://github.com/*/*'],
  excludes: ({ pathname }) =>
    !/^\/[\w-]+\/[\w.-]+\/?(?:(?:tree|blob)\/[^?]*)?$/.test(pathname) || RESERVED.test(pathname),
  entries: (page, url) => {
    const entries = [...page.querySelectorAll(`${BODY} li, ${BODY} tr, ${BODY} p`)].flatMap(
      (item) => fromItem(item, url),
    );
    return new Set(entries.map((entry) => keysOf(entry.ids, entry.title)[0])).size >= 5
      ? entries
      : [];
  },
  list: (page) => page.querySelector(BODY),
};

const BODY = 'article.markdown-body';
const RESERVED =
  /^\/(?:features|topics|search|settings|orgs|sponsors|marketplace|collections|trending|users|notifications|login|about)\//;

/** What a list item, row or paragraph says of one paper; nothing where it names several or none. */
function fromItem(item: Element, url: URL): Entry[] {
  if (item.localName === 'p' && item.closest('li, td')) return [];
  const links = ownLinks(item);
  const papers = links.filter((link) => isPaperLink(hrefOf(link, url) ?? ''));
  if (papers.length === 0 || namesSeveral(papers, url)) return [];
  const title = titleIn(item, links, papers);
  const addresses = [...papers, ...links].map((link) => hrefOf(link, url));
  const entry =
    title &&
    entryOf({
      title,
      links: papers.map((link) => hrefOf(link, url)),
      code: codeLink(addresses.filter((address) => address !== undefined)),
      root: item,
    });
  return entry ? [entry] : [];
}

/** Whether links name two papers by one scheme; a DOI and an arXiv id side by side may be one paper. */
function namesSeveral(papers: Element[], url: URL): boolean {
  const known: Record<string, string> = {};
  for (const link of papers)
    for (const [scheme, id] of Object.entries(idsFromLinks([hrefOf(link, url) ?? '']))) {
      if ((known[scheme] ?? id) !== id) return true;
      known[scheme] = id;
    }
  return false;
}

/** An item's links without those of the lists inside it. */
const ownLinks = (item: Element): Element[] =>
  [...item.querySelectorAll('a[href]')].filter(
    (link) => (link.closest('li, tr, p:not(li p):not(td p)') ?? item) === item,
  );

/** Text of links and bold text that says what is behind it, and not what a paper is called. */
const LABEL =
  /^[[(]?\s*(?:paper|pdf|arxiv(?:[: ]\S+)?|code|project(?: page)?|github|link|abs|html|doi|video|slides|poster|blog|website|homepage|demo|data(?:set)?|model|openreview|acl|[\d.]+(?:v\d+)?|[a-z]+\s?[’']?\d{2,4})\s*[\])]?$/i;

const isTitle = (place: Place): boolean => {
  const text = placeText(place);
  return (
    text.length > 3 &&
    !LABEL.test(text) &&
    (isTellingTitle(text) || /^\S+(?:\s\S+){1,2}$/.test(text))
  );
};

/** The likeliest title: the text of a paper's link, bold text, a table's telling cell, the words before the first link. */
function titleIn(item: Element, links: Element[], papers: Element[]): Place | undefined {
  const bold = [...item.querySelectorAll('strong, b')].filter(
    (element) => element.closest('li, tr, p') === item || item.localName === 'tr',
  );
  const cells = [...item.querySelectorAll('td')].filter(
    (cell) => !/^\d{4}-\d{2}|^[\d./-]+$/.test(textOf(cell)),
  );
  const candidates = [
    ...papers.map((link) => placeOf(link)),
    ...bold.map((element) => placeOf(element, /^\s*/, /[.,:;\s]+$/)),
    ...links.map((link) => placeOf(link)),
  ];
  return (
    candidates.find(isTelling) ??
    (item.localName === 'tr'
      ? cells.map((cell) => placeOf(cell)).find(isTelling)
      : leading(item)) ??
    candidates.find(isTitle)
  );
}

const isTelling = (place: Place): boolean => isTitle(place) && isTellingTitle(placeText(place));

/** The words before an item's first link, without a date or a venue before and a bracket after them. */
function leading(item: Element): Place | undefined {
  const first = [...item.childNodes].find(
    (node) => node.nodeName === 'A' || (node as Element).querySelector?.('a, ul, ol'),
  );
  const place = placeBetween(item.firstChild, first ?? null, LEAD, TRAIL);
  return isTelling(place) ? place : undefined;
}

const LEAD = /^\s*(?:[[(][^\])]{1,30}[\])][\s:,-]*)*/;
const TRAIL = /[\s.,:;[(|\-–—]*$/;
