import { normaliseTitle } from '@/domain/identity/paper-key';
import { type Described, fromCoins, jsonLdPapers } from '@/sites/read/metadata';
import { statePapers } from '@/sites/read/state';

/** What a page says for machines of the papers it lists, by their normalised titles. */
export type Stated = ReadonlyMap<string, Described>;

/**
 * Reads JSON-LD, COinS spans and embedded state. They say nothing about a paper's place on the page: they
 * are evidence for the entries that are read from its text, and complete them.
 */
export function statedOn(page: ParentNode): Stated {
  const stated = new Map<string, Described>();
  const papers = [
    ...jsonLdPapers(page).filter(isTold),
    ...[...page.querySelectorAll('span.Z3988')].flatMap((span) => fromCoins(span) ?? []),
    ...statePapers(page),
  ];
  for (const paper of papers) {
    const title = normaliseTitle(paper.title);
    if (title && !stated.has(title)) stated.set(title, paper);
  }
  return stated;
}

/** News and posts are articles too, in JSON-LD: a paper has an identity, or an abstract and authors. */
const isTold = ({ ids, abstract, authors, scholarly }: Described): boolean =>
  scholarly === true ||
  Object.keys(ids).length > 0 ||
  (abstract.length > 200 && authors.length > 1);
