import { arxivId } from '@/domain/identity/paper-key';
import { decodeEntities } from '@/domain/text/entities';
import { collapse } from '@/domain/text';
import { keyOfScheme, type Service, type ServiceAnswer, valueOf } from './service';

/** Texts of an element of Atom; a worker has no parser for XML, and a feed has no element of one name within another. */
const textsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([^]*?)</${name}>`, 'g'))].map(
    ([, text = '']) => collapse(decodeEntities(text)),
  );

function readEntry(xml: string): ServiceAnswer | undefined {
  const [address = ''] = textsOf(xml, 'id');
  // An error is an entry, too, whose address is `…/api/errors#…`.
  const id = arxivId(address.split('/abs/')[1] ?? '');
  if (id === undefined) return undefined;
  const first = (name: string): string => textsOf(xml, name)[0] ?? '';
  return {
    key: `arxiv:${id}`,
    title: first('title'),
    authors: textsOf(xml, 'name'),
    abstract: first('summary'),
    isMarkup: false,
    facts: { published: first('published').slice(0, 10) },
    ids: { arxiv: id, doi: first('arxiv:doi') },
  };
}

/**
 * arXiv's API (https://info.arxiv.org/help/api/user-manual.html): an Atom feed of the ids that it knows, and no entry for
 * the others. One request in three seconds, one at a time (https://info.arxiv.org/help/api/tou.html). Where it is asked
 * too often, its answer is one plain line.
 */
export const arxiv: Service = {
  id: 'arxiv',
  origin: 'https://export.arxiv.org',
  most: 50,
  pause: 3_000,
  keyOf: (keys) => keyOfScheme(keys, 'arxiv'),
  request: (keys) => ({
    path: `/api/query?id_list=${keys.map(valueOf).join(',')}&max_results=${keys.length}`,
  }),
  read: (text) => {
    if (!/<feed\b/.test(text)) throw new Error('It is no feed.');
    const entries = text.match(/<entry\b[^]*?<\/entry>/g) ?? [];
    return entries.flatMap((entry) => readEntry(entry) ?? []);
  },
};
