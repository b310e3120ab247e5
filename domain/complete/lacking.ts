import { isStrong, keysOf } from '@/domain/identity/paper-key';
import { publishedIn } from '@/domain/identity/published';
import type { ForeignPaper } from '@/domain/import/foreign';
import type { Stated } from '@/domain/paper/facts';
import { factsOf } from '@/domain/paper/read-facts';
import { venueIn } from '@/domain/paper/venues';
import type { PaperRecord } from '@/domain/paper/record';
import { foreignText } from '@/domain/text/foreign-text';
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

/** A DOI that names the paper anew: that of arXiv is another form of an id. */
function newDoi(told: ServiceAnswer, keys: readonly string[]): string | undefined {
  const { doi } = told.ids;
  return doi && keysOf({ doi }, '').some((key) => isStrong(key) && !keys.includes(key))
    ? doi
    : undefined;
}

/** Facts without references to characters, which databases keep in names of journals. */
const asText = (stated: Stated): Stated =>
  Object.fromEntries(
    Object.entries(stated).map(([name, value]) => [name, value && foreignText(value)]),
  );

/** The part of an answer that a paper lacks, as a file would bring it; `null` where there is none. */
export function fillOf(paper: Bare, told: ServiceAnswer, source: string): ForeignPaper | null {
  const lacks = new Set(lacksOf(paper));
  const { published, venue, volume, issue, pages } = told.facts;
  const stated: Stated = {
    ...(lacks.has('year') ? { published } : {}),
    ...(lacks.has('venue') ? { venue, volume, issue, pages } : {}),
  };
  const facts = factsOf(asText(stated), source);
  const abstract = lacks.has('abstract') ? told.abstract : '';
  const authors = lacks.has('authors') ? told.authors : [];
  const title = paper.title === '' ? told.title : '';
  const doi = lacks.has('doi') ? newDoi(told, paper.keys) : undefined;
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
