import { spanOf, yearsOf } from '@/domain/query/dates';
import type { SearchContext } from '@/domain/query/document';
import { type Nameable, named, nameForm } from '@/domain/query/names';
import type { Leaf, Named, Query, Words } from '@/domain/query/query';
import { soughtTokens } from '@/domain/query/tokens';
import type { SegmentReader } from './reader';
import { attributeTerm, siteTerm, tagTerm } from './segment';
import { type Worths, havingAttributes, wordsIn } from './words';

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
): Promise<Worths[]> {
  if (field === 'topic') {
    const ids = new Set(named(field, text, isQuoted, context.topics));
    const members = new Set(
      context.topics.flatMap((topic) => (ids.has(topic.id) ? topic.members : [])),
    );
    return segments.map(({ head }) =>
      Float32Array.from(head.ids, (id) => (members.has(id) ? 1 : 0)),
    );
  }
  const find = async (names: readonly string[]): Promise<Worths[]> => {
    const all: Worths[] = [];
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

function countLiving(segments: readonly SegmentReader[], all: readonly Worths[]): number {
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
): Promise<Worths[]> {
  const search = async (isTypo: boolean): Promise<Worths[]> => {
    const all: Worths[] = [];
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
): Promise<Worths[]> {
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
  const all: Worths[] = [];
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
): Promise<Worths[]> {
  if (query.is === 'not') {
    const parts = await evaluate(segments, query.part, context);
    return parts.map((found) => found.map((value) => (value > 0 ? 0 : 1)));
  }
  if (query.is !== 'and' && query.is !== 'or') return having(segments, query, context);
  const all: Worths[] = segments.map(({ size }) =>
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
