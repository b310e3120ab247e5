import { printLeaf, printQuery } from './print';
import type { Leaf, NameField, Query } from './query';

/*
 * Filters are parts of the query that a person could have typed: the interface shows them as pressed and
 * presses them by changing the text.
 */

/** The role of a condition in a query: required of all papers, one of several, excluded, or absent. */
export type Standing = 'with' | 'any' | 'without' | null;

const partsOf = (query: Query): readonly Query[] => (query.is === 'and' ? query.parts : [query]);

const whole = (parts: readonly Query[]): Query => {
  const [only] = parts;
  return parts.length === 1 && only ? only : { is: 'and', parts: [...parts] };
};

const isLeaf = (query: Query): query is Leaf =>
  query.is !== 'and' && query.is !== 'or' && query.is !== 'not';

/** A condition in one spelling: `tag:"robots"` is `tag:robots`. */
const spelling = (leaf: Leaf): string =>
  printLeaf(leaf.is === 'named' ? { ...leaf, isQuoted: /[\s()]/.test(leaf.text) } : leaf);

const isSame = (query: Query, leaf: Leaf): boolean =>
  isLeaf(query) && spelling(query) === spelling(leaf);

/** Whether all alternatives are tags: what the filters show as "any of". */
const isAnyTag = (query: Query): query is Query & { is: 'or' } =>
  query.is === 'or' && query.parts.every((part) => part.is === 'named' && part.field === 'tag');

/** The role of a condition in a query. */
export function standing(query: Query, leaf: Leaf): Standing {
  for (const part of partsOf(query)) {
    if (isSame(part, leaf)) return 'with';
    if (part.is === 'not' && isSame(part.part, leaf)) return 'without';
    if (isAnyTag(part) && part.parts.some((one) => isSame(one, leaf))) return 'any';
  }
  return null;
}

/** The parts of a query that remain without a condition. */
function without(query: Query, leaf: Leaf): Query[] {
  return partsOf(query).flatMap((part): Query[] => {
    if (isSame(part, leaf) || (part.is === 'not' && isSame(part.part, leaf))) return [];
    if (!isAnyTag(part)) return [part];
    const parts = part.parts.filter((one) => !isSame(one, leaf));
    const [only] = parts;
    return parts.length === 1 && only ? [only] : parts.length === 0 ? [] : [{ is: 'or', parts }];
  });
}

/** Sets how a query uses a condition; `replaces` names others that it supersedes, such as another status. */
export function withStanding(
  query: Query,
  leaf: Leaf,
  to: Exclude<Standing, 'any'>,
  replaces: (other: Leaf) => boolean = () => false,
): Query {
  const kept = without(query, leaf).filter((part) => !(isLeaf(part) && replaces(part)));
  if (to === null) return whole(kept);
  return whole([...kept, to === 'with' ? leaf : { is: 'not', part: leaf }]);
}

/** The tags at the top of a query, and whether all or any of them are required. */
export function chosenTags(query: Query): { tags: Leaf[]; isAny: boolean } {
  const parts = partsOf(query);
  const any = parts.find(isAnyTag);
  if (any) return { tags: any.parts.filter(isLeaf), isAny: true };
  return {
    tags: parts.filter(isLeaf).filter((part) => part.is === 'named' && part.field === 'tag'),
    isAny: false,
  };
}

/** Asks for any of the chosen tags, or for all. */
export function joinTags(query: Query, isAny: boolean): Query {
  const { tags } = chosenTags(query);
  const others = partsOf(query).filter(
    (part) => !isAnyTag(part) && !tags.some((tag) => isSame(part, tag)),
  );
  return whole(
    isAny && tags.length > 1 ? [...others, { is: 'or', parts: tags }] : [...others, ...tags],
  );
}

/** The text of a query, as a person would type it. */
export const queryText = (query: Query): string => printQuery(query);

/** The condition that a paper is in the topic of this name. */
export const topicLeaf = (name: string): Leaf => ({
  is: 'named',
  field: 'topic',
  text: name.replaceAll('"', ''),
  isQuoted: true,
});

/** The query for papers with a tag, of a site, in a topic. */
export const queryFor = (field: NameField, name: string): string =>
  queryText({ ...topicLeaf(name), field } as Leaf);
