import * as z from 'zod/mini';
import type { PaperKey } from '@/domain/paper/paper';
import { keyOfScheme, lenient, type Service, type ServiceAnswer, valueOf } from './service';

const some = lenient(z.nullish(z.string()), undefined);

const paper = z.object({
  externalIds: lenient(z.record(z.string(), z.unknown()), {}),
  title: some,
  abstract: some,
  year: lenient(z.nullish(z.number()), undefined),
  publicationDate: some,
  venue: some,
  authors: lenient(z.array(z.object({ name: some })), []),
});
const answer = z.array(z.unknown());

/** Its name for each of our schemes: `ARXIV:2401.00001`. */
const NAMES: Record<string, string> = { arxiv: 'ARXIV:', doi: 'DOI:', acl: 'ACL:', pmid: 'PMID:' };

const schemeOf = (key: PaperKey): string => key.slice(0, key.indexOf(':'));

function nameOf(key: PaperKey): string {
  const value = valueOf(key);
  if (schemeOf(key) === 's2') return value.length < 40 ? `CorpusId:${value}` : value;
  return `${NAMES[schemeOf(key)] ?? ''}${value}`;
}

function told(key: PaperKey, item: z.infer<typeof paper>): ServiceAnswer {
  const id = (name: string): string | undefined => {
    const value = item.externalIds[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    key,
    title: item.title ?? '',
    authors: item.authors.flatMap(({ name }) => name ?? []),
    abstract: item.abstract ?? '',
    isMarkup: false,
    facts: {
      published: item.publicationDate ?? (item.year ? String(item.year) : undefined),
      venue: item.venue ?? undefined,
    },
    ids: { arxiv: id('ArXiv'), doi: id('DOI'), acl: id('ACL'), pmid: id('PubMed') },
  };
}

/**
 * Semantic Scholar's Academic Graph API (https://api.semanticscholar.org/api-docs/graph): papers in the order that they
 * were asked for, `null` for one that it does not know. Without a key all the world shares one budget, so 429 is common.
 */
export const semanticScholar: Service = {
  id: 'semantic-scholar',
  origin: 'https://api.semanticscholar.org',
  most: 100,
  pause: 1_000,
  keyOf: (keys) =>
    ['arxiv', 'doi', 'acl', 'pmid', 's2'].flatMap((scheme) => keyOfScheme(keys, scheme) ?? [])[0],
  request: (keys) => ({
    path: '/graph/v1/paper/batch?fields=externalIds,title,abstract,year,publicationDate,venue,authors.name',
    body: { ids: keys.map(nameOf) },
  }),
  read: (text, keys) => {
    const items = answer.parse(JSON.parse(text));
    if (items.length !== keys.length) throw new Error('It answers to other questions.');
    return keys.flatMap((key, at) => {
      const parsed = paper.safeParse(items[at]);
      return parsed.success ? told(key, parsed.data) : [];
    });
  },
};
