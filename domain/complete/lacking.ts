import { isSameAuthor } from '@/domain/identity/authors';
import { keysOf, normaliseTitle } from '@/domain/identity/paper-key';
import { publishedIn } from '@/domain/identity/published';
import type { ForeignPaper } from '@/domain/import/foreign';
import type { Stated } from '@/domain/paper/facts';
import { factsOf } from '@/domain/paper/read-facts';
import { venueIn } from '@/domain/paper/venues';
import type { PaperRecord } from '@/domain/paper/record';
import { fromMarkup } from '@/domain/text/markup';
import type { ServiceAnswer } from './service';

/** A paper, as far as it can lack something. */
export type Bare = Pick<
  PaperRecord,
  'id' | 'keys' | 'title' | 'authors' | 'abstract' | 'facts' | 'createdAt'
>;

/** What a paper may lack that a service could tell. */
export type Lack = 'abstract' | 'authors' | 'year' | 'venue' | 'doi';

/** The facts that a paper lacks and a service could tell, in the order of `Lack`. */
export const lacksOf = (paper: Bare): Lack[] => [
  ...(paper.abstract === '' ? (['abstract'] as const) : []),
  ...(paper.authors.length === 0 ? (['authors'] as const) : []),
  ...(publishedIn(paper) === null ? (['year'] as const) : []),
  ...(venueIn(paper.facts?.venue?.value ?? '') ? [] : (['venue'] as const)),
  ...(paper.keys.some((key) => key.startsWith('doi:')) ? [] : (['doi'] as const)),
];

const wordsOf = (title: string): Set<string> =>
  new Set(
    normaliseTitle(title)
      .split(' ')
      .filter((word) => word.length > 2),
  );

/** Whether two titles share half of the words of the shorter; one that is not known contradicts nothing. */
function isAlike(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const least = Math.min(one.size, other.size);
  return least === 0 || one.intersection(other).size * 2 >= least;
}

/**
 * Whether an answer is about the paper that was asked for: databases have other papers under an id now and then. Its
 * ids contradict none of the paper's, and title or authors are the paper's.
 */
export function isAbout(told: ServiceAnswer, paper: Bare): boolean {
  const ids = keysOf(defined(told.ids), '');
  const contradicts = ids.some((id) => {
    // A paper may have several DOIs, of the preprint and of the journal; it has one arXiv id.
    const scheme = id.slice(0, id.indexOf(':') + 1);
    const own = paper.keys.filter((key) => key.startsWith(scheme));
    return scheme !== 'doi:' && own.length > 0 && !own.includes(id);
  });
  if (contradicts || !paper.keys.includes(told.key)) return false;
  const title = told.isMarkup ? fromMarkup(told.title) : told.title;
  if (title === '' || paper.title === '') return title !== '';
  const isSameByline =
    paper.authors.length > 0 &&
    told.authors.length > 0 &&
    isSameAuthor(paper.authors, told.authors);
  return isAlike(title, paper.title) || isSameByline;
}

const defined = (ids: ServiceAnswer['ids']): Record<string, string> =>
  Object.fromEntries(Object.entries(ids).flatMap(([scheme, id]) => (id ? [[scheme, id]] : [])));

/** The part of an answer that a paper lacks, as a file would bring it; `null` where there is none. */
export function fillOf(paper: Bare, told: ServiceAnswer, source: string): ForeignPaper | null {
  const lacks = new Set(lacksOf(paper));
  const { published, venue, volume, issue, pages } = told.facts;
  const stated: Stated = {
    ...(lacks.has('year') ? { published } : {}),
    ...(lacks.has('venue') ? { venue, volume, issue, pages } : {}),
  };
  const facts = factsOf(stated, source);
  const abstract = lacks.has('abstract') ? told.abstract : '';
  const authors = lacks.has('authors') ? told.authors : [];
  const title = paper.title === '' ? told.title : '';
  const doi = lacks.has('doi') ? told.ids['doi'] : undefined;
  const isNothing =
    Object.keys(facts).length === 0 && abstract + title === '' && authors.length === 0 && !doi;
  if (isNothing) return null;
  return {
    keys: paper.keys,
    ids: { doi },
    title,
    abstract,
    authors,
    facts,
    isMarkup: told.isMarkup,
  };
}
