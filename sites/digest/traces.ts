import { hrefOf } from '@/sites/read/links';
import { register } from './research';

/** Elements from which on a page is glanced at before it is read. */
const LARGE = 10_000;
/** Links and stretches of text that are looked at, and how long those are. */
const LOOKS = 2_000;
const STRETCH = 400;

/** Two names with a comma between them, or text in other scripts, of which a glance tells less. */
const NAMES = /\p{Lu}\p{L}*\.? \p{Lu}[\p{L}'’-]+(?:,| and|;) ?\p{Lu}\p{L}*\.? \p{Lu}/u;
const OTHER_SCRIPT = /[^\P{L}\p{Script=Latin}]{2}/u;

/**
 * Whether a page is worth reading. A very large one is glanced at first, without taking its nodes in hand:
 * do links here and there name papers, does the text hold names or the wording of abstracts? A table of
 * measurements or a wall of links does not, and costs no more than this.
 */
export function mayListPapers(
  page: Document,
  url: URL,
  isNaming: (link: string) => boolean,
): boolean {
  if (page.getElementsByTagName('*').length < LARGE) return true;
  return (
    page.querySelector('[itemtype*="ScholarlyArticle"], span.Z3988') !== null ||
    linksOf(page, url).some(isNaming) ||
    stretchesOf(page.body.textContent).some(isTrace)
  );
}

const isTrace = (text: string): boolean =>
  NAMES.test(text) || OTHER_SCRIPT.test(text) || register(text) >= 0.4;

/** Addresses of links, evenly spread over the page. */
function linksOf({ links }: Document, url: URL): string[] {
  const step = Math.max(1, Math.floor(links.length / LOOKS));
  const found: string[] = [];
  for (let at = 0; at < links.length; at += step) {
    const link = hrefOf(links[at], url);
    if (link) found.push(link);
  }
  return found;
}

function stretchesOf(text: string): string[] {
  const step = Math.max(STRETCH, Math.floor(text.length / LOOKS));
  const found: string[] = [];
  for (let at = 0; at < text.length; at += step) found.push(text.slice(at, at + STRETCH));
  return found;
}
