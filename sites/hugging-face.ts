import { httpUrl } from '@/domain/identity/identity-links';
import { entriesOf } from './read/entry';
import { codeLink, hrefOf, linksIn } from './read/links';
import { placeOf } from './read/place';
import { field, list, parse, text } from './read/values';
import type { Site } from './site';
import { cardLink, cardTitle, excludes, idOf, listOfCards } from './skims/hugging-face';
import { FIRST } from './skims/matches';

/**
 * Hugging Face papers: the daily list (`/papers`, `?date=`), a date, week or month, trending, search (`?q=`)
 * and collections. Evidence: served pages of 2024 and 2026. A card is an `article` whose title is
 * `h3 > a[href^="/papers/"]`; the element that hydrates the list holds every paper with abstract and authors
 * as JSON in `data-props`.
 */
export const huggingFace: Site = {
  id: 'hugging-face',
  name: 'Hugging Face',
  matches: FIRST['hugging-face'],
  excludes,
  entries: (page, url) => {
    const known = embedded(page);
    return entriesOf(page.querySelectorAll('article'), (card) => {
      const link = cardLink(card);
      const href = hrefOf(link, url);
      const id = idOf(href);
      const title = cardTitle(card, link);
      if (!href || !id || title.length === 0) return undefined;
      const paper = known.get(id);
      return {
        title,
        abstract: placeOf(card.querySelector('p')),
        abstractText: paper?.abstract,
        authors: paper?.authors ?? [],
        ids: { arxiv: id },
        links: [href, `https://arxiv.org/abs/${id}`, paper?.code],
        date: paper?.date,
        code: paper?.code ?? codeLink(linksIn(card, url)),
        root: card,
      };
    });
  },
  list: listOfCards,
};

interface Embedded {
  abstract: string;
  authors: string[];
  date: string | undefined;
  code: string | undefined;
}

/** What the page's own state says of its papers, by arXiv id. Whatever lacks the expected shape is left out. */
function embedded(page: Document): Map<string, Embedded> {
  const papers = new Map<string, Embedded>();
  for (const holder of page.querySelectorAll(
    '[data-target*="Papers"][data-props], [data-target="Collection"][data-props]',
  )) {
    for (const item of papersOf(parse(holder.getAttribute('data-props')))) {
      const paper = field(item, 'paper') ?? item;
      papers.set(text(field(paper, 'id')), {
        abstract: text(field(paper, 'summary')),
        authors: list(field(paper, 'authors')).map((author) => text(field(author, 'name'))),
        date: text(field(paper, 'publishedAt')).slice(0, 10) || undefined,
        code: httpUrl(text(field(paper, 'githubRepo')))?.href,
      });
    }
  }
  return papers;
}

const papersOf = (props: unknown): unknown[] => [
  ...['dailyPapers', 'searchResults', 'papers'].flatMap((name) => list(field(props, name))),
  ...list(field(field(props, 'collection'), 'items')),
];
