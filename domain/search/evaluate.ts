import { spanOf, yearsOf } from '@/domain/query/dates';
import type { SearchContext } from '@/domain/query/document';
import { isNear } from '@/domain/query/near';
import { type Nameable, named, nameForm } from '@/domain/query/names';
import {
  type Leaf,
  type Named,
  type Query,
  TEXT_FIELDS,
  type TextField,
  type Words,
} from '@/domain/query/query';
import { endsJoined, soughtTokens, tokens } from '@/domain/query/tokens';
import { eachPlace } from './postings';
import type { SegmentReader } from './reader';
import { attributeTerm, SIGNS, siteTerm, tagTerm } from './segment';

/** Weights of a match by its field: a title says more than an abstract. */
const WEIGHTS: Record<TextField, number> = {
  title: 3,
  author: 2,
  abstract: 1,
  note: 2,
  highlight: 2,
  venue: 2,
  id: 3,
};
const TAG_WEIGHT = 3;
/** A whole word, the beginning of one, one with a typo. */
const WHOLE = 1;
const BEGINNING = 0.6;
const NEAR = 0.4;
/** How soon more occurrences add nothing (k1 of BM25, https://en.wikipedia.org/wiki/Okapi_BM25). */
const SATURATION = 1.2;

/** Papers of one segment that were found, by place: their worth, 0 where not found. */
export type Found = Float32Array;

const worth = (weight: number, count: number): number => weight * (count / (count + SATURATION));

/** Papers that have one of some terms. */
async function havingTerms(
  segment: SegmentReader,
  terms: readonly { at: number; weight: number }[],
  found: Found,
): Promise<void> {
  const all = await segment.postings(terms.map(({ at }) => at));
  all.forEach(({ papers, counts }, index) => {
    const weight = terms[index]?.weight ?? 1;
    for (let at = 0; at < papers.length; at += 1) {
      const paper = papers[at] ?? 0;
      found[paper] = (found[paper] ?? 0) + worth(weight, counts[at] || 1);
    }
  });
}

type Kind = 'whole' | 'beginning' | 'near';

/** Numbers of the terms that a word means in a field, with what each is worth. */
function termsFor(
  segment: SegmentReader,
  field: TextField,
  word: string,
  kind: Kind,
): { at: number; weight: number }[] {
  const [sign, weight] = [SIGNS[field], WEIGHTS[field]];
  if (kind === 'near') {
    const [start, end] = segment.range(sign);
    const near: { at: number; weight: number }[] = [];
    for (let at = start; at < end; at += 1)
      if (isNear(word, (segment.terms[at] ?? '').slice(1)))
        near.push({ at, weight: weight * NEAR });
    return near;
  }
  const whole = segment.find(sign + word);
  if (kind === 'whole') return whole < 0 ? [] : [{ at: whole, weight: weight * WHOLE }];
  const [start, end] = segment.range(sign + word);
  return Array.from({ length: end - start }, (_, index) => {
    const at = start + index;
    return { at, weight: weight * (at === whole ? WHOLE : BEGINNING) };
  });
}

/** Papers in which words follow each other in a field. */
async function havingPhrase(
  segment: SegmentReader,
  field: TextField,
  words: readonly string[],
  last: Kind,
  found: Found,
): Promise<void> {
  const terms = words.map((word, index) =>
    termsFor(segment, field, word, index === words.length - 1 ? last : 'whole'),
  );
  if (terms.some(({ length }) => length === 0)) return;
  const lists = [];
  for (const alternatives of terms)
    lists.push(await segment.postings(alternatives.map(({ at }) => at)));
  /** By paper, the places at which the words so far end. */
  let ends: Map<number, Set<number>> | null = null;
  for (const list of lists) {
    const next = new Map<number, Set<number>>();
    for (const postings of list)
      eachPlace(postings, (paper, places) => {
        const before = ends?.get(paper);
        if (ends && !before) return;
        for (const place of places) {
          if (before && !before.has(place - 1)) continue;
          const known = next.get(paper);
          if (known) known.add(place);
          else next.set(paper, new Set([place]));
        }
      });
    ends = next;
  }
  for (const [paper, places] of ends ?? [])
    found[paper] = (found[paper] ?? 0) + words.length * worth(WEIGHTS[field], places.size);
}

/** Ids of the tags in whose names sought words follow each other. */
function tagsNamed(words: readonly string[], kind: Kind, tags: readonly Nameable[]): string[] {
  const fits = (word: string, sought: string, isLast: boolean): boolean =>
    !isLast || kind === 'whole'
      ? word === sought
      : kind === 'near'
        ? isNear(sought, word)
        : word.startsWith(sought);
  const isNamed = (name: string): boolean => {
    const own = tokens(name);
    return own.some((_, start) =>
      words.every((sought, offset) => {
        const word = own[start + offset];
        return word !== undefined && fits(word, sought, offset === words.length - 1);
      }),
    );
  };
  return tags.filter(({ names }) => names.some(isNamed)).map(({ id }) => id);
}

async function havingAttributes(
  segment: SegmentReader,
  names: readonly string[],
  weight: number,
  found: Found,
): Promise<void> {
  const terms = names.map((name) => segment.find(name)).filter((at) => at >= 0);
  await havingTerms(
    segment,
    terms.map((at) => ({ at, weight })),
    found,
  );
}

async function wordsIn(
  segment: SegmentReader,
  { field, text, isQuoted }: Words,
  isTypo: boolean,
  { tags }: SearchContext,
): Promise<Found> {
  const found = new Float32Array(segment.size);
  const words = soughtTokens(text);
  const [word = ''] = words;
  const kind = isTypo ? 'near' : isQuoted && !endsJoined(text) ? 'whole' : 'beginning';
  for (const name of field === null ? TEXT_FIELDS : [field]) {
    if (words.length === 1) await havingTerms(segment, termsFor(segment, name, word, kind), found);
    else await havingPhrase(segment, name, words, kind, found);
  }
  if (field === null)
    await havingAttributes(segment, tagsNamed(words, kind, tags).map(tagTerm), TAG_WEIGHT, found);
  return found;
}

/** Every site that listed a paper of the segments. */
function sitesOf(segments: readonly SegmentReader[]): Nameable[] {
  const all = new Set<string>();
  for (const segment of segments) {
    const [start, end] = segment.range('@');
    for (let at = start; at < end; at += 1) all.add((segment.terms[at] ?? '').slice(1));
  }
  return [...all].map((site) => ({ id: site, names: [site] }));
}

/** A name leads to what it is called, where a living paper still has it. */
async function havingName(
  segments: readonly SegmentReader[],
  { field, text, isQuoted }: Named,
  context: SearchContext,
): Promise<Found[]> {
  if (field === 'topic') {
    const ids = new Set(named(field, text, isQuoted, context.topics));
    const members = new Set(
      context.topics.flatMap((topic) => (ids.has(topic.id) ? topic.members : [])),
    );
    return segments.map(({ head }) =>
      Float32Array.from(head.ids, (id) => (members.has(id) ? 1 : 0)),
    );
  }
  const find = async (names: readonly string[]): Promise<Found[]> => {
    const all: Found[] = [];
    for (const segment of segments) {
      const found = new Float32Array(segment.size);
      await havingAttributes(segment, names, 1, found);
      all.push(found);
    }
    return all;
  };
  if (field === 'tag') return find(named(field, text, isQuoted, context.tags).map(tagTerm));
  const exact = await find([siteTerm(text)]);
  if (isQuoted || countLiving(segments, exact) > 0) return exact;
  return find(
    sitesOf(segments)
      .filter(({ id }) => id.startsWith(nameForm('site', text)))
      .map(({ id }) => siteTerm(id)),
  );
}

function countLiving(segments: readonly SegmentReader[], all: readonly Found[]): number {
  let count = 0;
  segments.forEach(({ dead }, index) => {
    const found = all[index];
    for (let paper = 0; paper < dead.length; paper += 1)
      if (dead[paper] === 0 && (found?.[paper] ?? 0) > 0) count += 1;
  });
  return count;
}

async function havingWords(
  segments: readonly SegmentReader[],
  words: Words,
  context: SearchContext,
): Promise<Found[]> {
  const search = async (isTypo: boolean): Promise<Found[]> => {
    const all: Found[] = [];
    for (const segment of segments) all.push(await wordsIn(segment, words, isTypo, context));
    return all;
  };
  let all = await search(false);
  let count = countLiving(segments, all);
  if (count === 0 && !words.isQuoted && soughtTokens(words.text).length === 1) {
    all = await search(true);
    count = countLiving(segments, all);
  }
  // Rare words say more (idf of BM25).
  const papers = segments.reduce((sum, { size }) => sum + size, 0);
  const rarity = Math.log(1 + (papers + 1) / (count + 0.5));
  for (const found of all)
    for (let paper = 0; paper < found.length; paper += 1)
      found[paper] = (found[paper] ?? 0) * rarity;
  return all;
}

async function having(
  segments: readonly SegmentReader[],
  leaf: Leaf,
  context: SearchContext,
): Promise<Found[]> {
  if (leaf.is === 'words') return havingWords(segments, leaf, context);
  if (leaf.is === 'named') return havingName(segments, leaf, context);
  if (leaf.is === 'date') {
    const span = spanOf(leaf.range, context.calendar);
    return segments.map(({ head }) =>
      Float32Array.from(leaf.field === 'saved' ? head.listedAt : head.updatedAt, (at) =>
        span !== null && at >= span.from && at < span.before ? 1 : 0,
      ),
    );
  }
  if (leaf.is === 'year') {
    const span = yearsOf(leaf.range);
    return segments.map(({ head }) =>
      Float32Array.from(head.years, (year) =>
        year > 0 && span && year >= span.from && year < span.before ? 1 : 0,
      ),
    );
  }
  const term = attributeTerm(leaf);
  const all: Found[] = [];
  for (const segment of segments) {
    const found = new Float32Array(segment.size);
    await havingAttributes(segment, [term], 1, found);
    all.push(found);
  }
  return all;
}

/** A condition that is no word says whether, not how well. */
const isWords = (query: Query): boolean =>
  query.is === 'words' || ((query.is === 'and' || query.is === 'or') && query.parts.some(isWords));

/** Papers that a query means, by segment and place, with their worth; dead ones are found as well. */
export async function evaluate(
  segments: readonly SegmentReader[],
  query: Query,
  context: SearchContext,
): Promise<Found[]> {
  if (query.is === 'not') {
    const parts = await evaluate(segments, query.part, context);
    return parts.map((found) => found.map((value) => (value > 0 ? 0 : 1)));
  }
  if (query.is !== 'and' && query.is !== 'or') return having(segments, query, context);
  const all: Found[] = segments.map(({ size }) =>
    new Float32Array(size).fill(query.is === 'and' ? 1e-3 : 0),
  );
  for (const part of query.parts) {
    const found = await evaluate(segments, part, context);
    const scale = isWords(part) ? 1 : 1e-3;
    all.forEach((sum, index) => {
      const values = found[index];
      for (let paper = 0; paper < sum.length; paper += 1) {
        const [before, value] = [sum[paper] ?? 0, values?.[paper] ?? 0];
        if (query.is === 'or') sum[paper] = before + value * scale;
        else sum[paper] = before > 0 && value > 0 ? before + value * scale : 0;
      }
    });
  }
  return all;
}
