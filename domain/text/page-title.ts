import { between, pattern } from './phrases';

/** An id before a title, as arXiv's pages and readers of PDFs have it: `[2401.00001] `, `2401.00001v2: `. */
const ID =
  /^\s*(?:\[(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?\]|(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d+)?\s*[:|–-])\s*/i;

/** The name of a site after a title. */
const SITE = pattern(
  'i',
  between(
    String.raw`\s+[|·•–—-]\s+`,
    String.raw`
    arxiv(?:\.org)?, ar5iv, alphaxiv, pubmed(?: central)?, pmc, nature(?: [a-z ]+)?, science(?:direct)?,
    springer(?:link)?, springer nature link, ieee [a-z ]+, acm digital library, proceedings of [^|]+,
    openreview, semantic scholar, google scholar, hugging face, papers with code, plos [a-z ]+, medrxiv,
    biorxiv, ssrn, dblp, oxford academic, wiley online library, cell press, elife, frontiers, mdpi,
    researchgate, europe pmc, jstor, taylor & francis[a-z ]*, sage journals, pnas, acl anthology
  `,
    String.raw`\s*$`,
  ),
);

/** The name of a file, an address or an id. */
const FILE =
  /^\s*(?:\S+\.(?:pdf|docx?|html?|tex|ps|epub|dvi)|microsoft word\s*-.*|https?:\/\/\S+|(?:doi:)?10\.\d{4,}\/\S+|(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d+)?(?:\s*\[[\w.-]+\])?(?:\s+\d{1,2} [a-z]{3,9} \d{4})?|pii:?\s*\S+)\s*$/i;
/** The name that a program gives to what has none. */
const NAMELESS = /^(?:untitled|document\d*)$/i;

/**
 * The title in a field that is made for one: without an id before it; empty where a tool wrote the name of a file, an
 * address or an id into it.
 */
export function titleOfField(text: string): string {
  const title = text.replace(ID, '').trim();
  return FILE.test(title) ? '' : title;
}

/**
 * The paper's title in the title of a page or a document: as that of a field, and without the site's name after it;
 * empty where a program named what has none.
 */
export function titleOfPage(text: string): string {
  const title = titleOfField(text.replace(ID, '').replace(SITE, ''));
  return NAMELESS.test(title) ? '' : title;
}
