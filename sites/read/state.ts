import { idsFromLink } from '@/domain/identity/identity-links';
import { arxivId, doi } from '@/domain/identity/paper-key';
import { fromMarkup } from '@/domain/text/markup';
import type { Described } from './metadata';
import { field, list, parse, text } from './values';

/** Values that are visited at most: a page's state may hold anything. */
const VISITS = 100_000;

/** Where frameworks leave a page's state: Next.js and Nuxt in a script, Svelte and others in an attribute. */
const STATES = 'script#__NEXT_DATA__, script#__NUXT_DATA__, script[type="application/json"]';

/**
 * The papers in a page's embedded state (`__NEXT_DATA__`, `data-props`), in no particular order: objects with a
 * title, and an abstract, authors or an identity beside it, however deep they are.
 */
export function statePapers(page: ParentNode): Described[] {
  const stack: unknown[] = [
    ...[...page.querySelectorAll(STATES)].map((script) => parse(script.textContent)),
    ...[...page.querySelectorAll('[data-props], [data-page]')].map((element) =>
      parse(element.getAttribute('data-props') ?? element.getAttribute('data-page')),
    ),
  ];
  const papers: Described[] = [];
  for (let visits = 0; stack.length > 0 && visits < VISITS; visits += 1) {
    const node = stack.pop();
    if (typeof node !== 'object' || node === null) continue;
    const paper = Array.isArray(node) ? undefined : paperIn(node);
    if (paper) papers.push(paper);
    for (const value of Object.values(node))
      if (typeof value === 'object' && value !== null) stack.push(value);
  }
  return papers;
}

/** A value, or the value inside: newer OpenReview notes wrap each field as `{ value }`. */
const unwrapped = (value: unknown): unknown => field(value, 'value') ?? value;
const first = (node: unknown, names: readonly string[]): unknown => {
  for (const name of names) {
    const value = unwrapped(field(node, name));
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
};

function paperIn(node: object): Described | undefined {
  const title = fromMarkup(text(first(node, ['title'])));
  if (title.length < 8 || title.length > 400) return undefined;
  const abstract = fromMarkup(text(first(node, ['abstract', 'summary', 'tldr'])));
  const authors = list(first(node, ['authors', 'author', 'creators']))
    .map(
      (author) =>
        text(author) || text(first(author, ['name', 'fullName', 'fullname', 'full_name'])),
    )
    .filter(Boolean);
  const url = text(first(node, ['url', 'link', 'paperUrl', 'pdf_url', 'pdfUrl']));
  const ids: Record<string, string> = { ...idsFromLink(url), ...idsOf(node) };
  if (authors.length === 0 && (abstract.length < 80 || Object.keys(ids).length === 0))
    return undefined;
  const date = text(first(node, ['publishedAt', 'published', 'date', 'publicationDate', 'year']));
  const venue = text(first(node, ['venue', 'journal', 'conference']));
  const pdf = text(first(node, ['pdf_url', 'pdfUrl']));
  return { title, abstract, authors, ids, url, date, printed: { venue }, pdf };
}

function idsOf(node: object): Record<string, string> {
  const arxiv = [first(node, ['arxivId', 'arxiv_id', 'arxiv']), field(node, 'id')]
    .map((id) => arxivId(text(id)))
    .find(Boolean);
  const byDoi = doi(text(first(node, ['doi', 'DOI'])));
  return { ...(arxiv ? { arxiv } : {}), ...(byDoi ? { doi: byDoi } : {}) };
}
