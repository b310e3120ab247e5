import type { SearchContext } from '@/domain/query/document';
import { isNear } from '@/domain/query/near';
import type { Nameable } from '@/domain/query/names';
import { TEXT_FIELDS, type TextField, type Words } from '@/domain/query/query';
import { endsJoined, soughtTokens, tokens } from '@/domain/query/tokens';
import { eachPlace } from './postings';
import type { SegmentReader } from './reader';
import { FIELD_SIGNS, tagTerm } from './segment';

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
export type Worths = Float32Array;

const worth = (weight: number, count: number): number => weight * (count / (count + SATURATION));

/** Papers that have one of some terms. */
async function havingTerms(
  segment: SegmentReader,
  terms: readonly { at: number; weight: number }[],
  found: Worths,
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
  const [sign, weight] = [FIELD_SIGNS[field], WEIGHTS[field]];
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
  found: Worths,
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

/** Papers that have one of some attributes. */
export async function havingAttributes(
  segment: SegmentReader,
  names: readonly string[],
  weight: number,
  found: Worths,
): Promise<void> {
  const terms = names.map((name) => segment.find(name)).filter((at) => at >= 0);
  await havingTerms(
    segment,
    terms.map((at) => ({ at, weight })),
    found,
  );
}

/** Papers of a segment in which sought words are found: whole, as beginnings, or with a typo. */
export async function wordsIn(
  segment: SegmentReader,
  { field, text, isQuoted }: Words,
  isTypo: boolean,
  { tags }: SearchContext,
): Promise<Worths> {
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
