import * as z from 'zod/mini';
import { doi } from '@/domain/identity/paper-key';
import { person } from '@/domain/person/model';
import { personText } from '@/domain/person/write';
import { foreignText } from '@/domain/text/foreign-text';
import { lenient, type Service, type ServiceAnswer, valueOf } from './service';

const texts = lenient(z.array(z.string()), []);
const some = lenient(z.optional(z.string()), undefined);
const author = z.object({ given: some, family: some, suffix: some, name: some });

const work = z.object({
  DOI: z.string(),
  title: texts,
  subtitle: texts,
  author: lenient(z.array(author), []),
  abstract: some,
  'container-title': texts,
  issued: lenient(z.object({ 'date-parts': z.array(z.array(z.nullable(z.number()))) }), {
    'date-parts': [],
  }),
  volume: some,
  issue: some,
  page: some,
});
type Work = z.infer<typeof work>;
const answer = z.object({ message: z.object({ items: z.array(z.unknown()) }) });

/** `2024-06-20` of the parts of a date, as far as they are known. */
const dateOf = ({ issued }: Work): string =>
  (issued['date-parts'][0] ?? [])
    .flatMap((part) => (part === null ? [] : String(part).padStart(2, '0')))
    .join('-');

/** A name as it is kept; Crossref's parts are markup. */
function nameOf({ given = '', family = '', suffix = '', name }: z.infer<typeof author>): string {
  if (name !== undefined) return name;
  const [first = '', last = '', after = ''] = [given, family, suffix].map(foreignText);
  return personText(person({ given: first, family: last, suffix: after }));
}

/** Title and subtitle, which Crossref keeps apart. */
function titleOf({ title: [title = ''], subtitle: [subtitle = ''] }: Work): string {
  return subtitle === '' || title.includes(subtitle) ? title : `${title}: ${subtitle}`;
}

function told(item: Work): ServiceAnswer | undefined {
  const id = doi(item.DOI);
  if (id === undefined) return undefined;
  return {
    key: `doi:${id}`,
    title: titleOf(item),
    authors: item.author.map(nameOf).filter((name) => name !== ''),
    abstract: item.abstract ?? '',
    isMarkup: true,
    facts: {
      published: dateOf(item),
      venue: item['container-title'][0],
      volume: item.volume,
      issue: item.issue,
      pages: item.page,
    },
    ids: { doi: id },
  };
}

const FIELDS = 'DOI,title,subtitle,author,abstract,container-title,issued,volume,issue,page';

/**
 * Crossref's REST API (https://api.crossref.org/swagger-ui/index.html): `filter=doi:…,doi:…` finds works of any of these
 * DOIs; texts are JATS. Its public pool answers some requests a second, else 429.
 */
export const crossref: Service = {
  id: 'crossref',
  origin: 'https://api.crossref.org',
  most: 20,
  pause: 1_000,
  // A filter can't hold a DOI with a comma; those of arXiv are registered elsewhere.
  keyOf: (keys) => keys.find((key) => /^doi:(?!10\.48550\/)[^,]+$/.test(key)),
  request: (keys) => ({
    path: `/works?filter=${keys.map((key) => `doi:${encodeURIComponent(valueOf(key))}`).join(',')}&rows=${keys.length}&select=${FIELDS}`,
  }),
  read: (text) =>
    answer.parse(JSON.parse(text)).message.items.flatMap((item) => {
      const parsed = work.safeParse(item);
      return parsed.success ? (told(parsed.data) ?? []) : [];
    }),
};
