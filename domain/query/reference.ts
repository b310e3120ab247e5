import { spanOf, yearsOf } from './dates';
import { partsHad, type SearchContext, type SearchDocument, textsOf } from './document';
import { type Nameable, named } from './names';
import { isNear } from './near';
import {
  asksForDismissed,
  type Leaf,
  type Named,
  type Query,
  TEXT_FIELDS,
  type Words,
} from './query';
import { endsJoined, soughtTokens, tokens } from './tokens';

/*
 * What a query means, said as plainly as it can be: every paper is read for every condition. The index must
 * give the same papers; tests compare the two.
 */

type Fits = (sought: string, word: string) => boolean;
const isSame: Fits = (sought, word) => word === sought;
const isBeginning: Fits = (sought, word) => word.startsWith(sought);

/** Whether sought words follow each other somewhere in a text's words. */
function follows(words: readonly string[], sought: readonly string[], fitsLast: Fits): boolean {
  if (sought.length === 0) return words.length > 0;
  const last = sought.length - 1;
  for (let start = 0; start + last < words.length; start += 1) {
    let offset = 0;
    while (offset < last && words[start + offset] === sought[offset]) offset += 1;
    if (offset === last && fitsLast(sought[last] ?? '', words[start + last] ?? '')) return true;
  }
  return false;
}

function havingWords(
  { field, text, isQuoted }: Words,
  documents: readonly SearchDocument[],
  { tags }: SearchContext,
): SearchDocument[] {
  const sought = soughtTokens(text);
  const search = (fitsLast: Fits): SearchDocument[] => {
    const isIn = (one: string): boolean => follows(tokens(one), sought, fitsLast);
    const tagged = new Set(
      field === null ? tags.filter(({ names }) => names.some(isIn)).map(({ id }) => id) : [],
    );
    return documents.filter(
      (document) =>
        (field === null ? TEXT_FIELDS : [field]).some((name) =>
          textsOf(document, name).some(isIn),
        ) || document.tags.some((id) => tagged.has(id)),
    );
  };
  const found = search(isQuoted && !endsJoined(text) ? isSame : isBeginning);
  // A word that no paper has is read as if one letter of it were wrong.
  return found.length > 0 || isQuoted || sought.length > 1 ? found : search(isNear);
}

function havingName(
  { field, text, isQuoted }: Named,
  documents: readonly SearchDocument[],
  context: SearchContext,
): SearchDocument[] {
  if (field === 'tag') {
    const ids = new Set(named(field, text, isQuoted, context.tags));
    return documents.filter(({ tags }) => tags.some((id) => ids.has(id)));
  }
  if (field === 'topic') {
    const ids = new Set(named(field, text, isQuoted, context.topics));
    const members = new Set(
      context.topics.flatMap((topic) => (ids.has(topic.id) ? topic.members : [])),
    );
    return documents.filter(({ id }) => members.has(id));
  }
  const all = new Set(documents.flatMap(({ sites }) => sites));
  const sites: Nameable[] = [...all].map((site) => ({ id: site, names: [site] }));
  const ids = new Set(named(field, text, isQuoted, sites));
  return documents.filter((document) => document.sites.some((site) => ids.has(site)));
}

function having(
  leaf: Leaf,
  documents: readonly SearchDocument[],
  context: SearchContext,
): SearchDocument[] {
  switch (leaf.is) {
    case 'words':
      return havingWords(leaf, documents, context);
    case 'named':
      return havingName(leaf, documents, context);
    case 'status':
      return documents.filter(({ status }) => status === leaf.status);
    case 'has':
      return documents.filter((document) => partsHad(document).includes(leaf.part));
    case 'new':
      return documents.filter(({ news }) => news.includes(leaf.news));
    case 'year': {
      const span = yearsOf(leaf.range);
      return documents.filter(
        ({ year }) => year !== null && span && year >= span.from && year < span.before,
      );
    }
    case 'date': {
      const span = spanOf(leaf.range, context.calendar);
      const timeOf = (document: SearchDocument): number =>
        leaf.field === 'saved' ? document.listedAt : document.updatedAt;
      return documents.filter(
        (document) =>
          span !== null && timeOf(document) >= span.from && timeOf(document) < span.before,
      );
    }
  }
}

function evaluate(
  query: Query,
  documents: readonly SearchDocument[],
  context: SearchContext,
): Set<SearchDocument> {
  const evaluated = (part: Query): Set<SearchDocument> => evaluate(part, documents, context);
  if (query.is === 'not') {
    const found = evaluated(query.part);
    return new Set(documents.filter((document) => !found.has(document)));
  }
  if (query.is === 'or') return new Set(query.parts.flatMap((part) => [...evaluated(part)]));
  if (query.is === 'and') {
    const sets = query.parts.map(evaluated);
    return new Set(documents.filter((document) => sets.every((set) => set.has(document))));
  }
  return new Set(having(query, documents, context));
}

/** Ids of the papers that a query means, in the order of the documents. */
export function findByReading(
  query: Query,
  documents: readonly SearchDocument[],
  context: SearchContext,
): string[] {
  const found = evaluate(query, documents, context);
  return documents
    .filter((document) => found.has(document) && (document.isListed || asksForDismissed(query)))
    .map(({ id }) => id);
}
