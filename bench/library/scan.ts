import { spanOf, yearsOf } from '@/domain/query/dates';
import {
  partsHad,
  type SearchContext,
  type SearchDocument,
  textsOf,
} from '@/domain/query/document';
import { named } from '@/domain/query/names';
import { isNear } from '@/domain/query/near';
import {
  asksForDismissed,
  type Leaf,
  type Query,
  TEXT_FIELDS,
  type TextField,
  type Words,
} from '@/domain/query/query';
import { endsJoined, soughtTokens, tokens } from '@/domain/query/tokens';
import { Ints } from '@/domain/topics/numbers/ints';

/** Papers by place: 1 where found. */
type Found = Uint8Array;

/** Separates two texts of a field. It is no word, so no phrase runs across it. */
const GAP = -1;

/** The words of one field of all papers, by number; those of paper `i` are from `first[i]` up to `first[i + 1]`. */
interface Column {
  first: Ints;
  words: Ints;
}

type Named = Pick<
  SearchDocument,
  'id' | 'tags' | 'sites' | 'status' | 'isListed' | 'year' | 'news'
> & {
  parts: string[];
  saved: number;
  updated: number;
};

/**
 * What `findByReading` (domain/query/reference.ts) answers, for many queries to many papers: all words of all
 * papers are read for every condition, but as numbers, with the words themselves looked at once for each. A test
 * holds the two to each other. Has nothing of the index: no terms by field, no postings, no order.
 */
export class Scan {
  private readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly columns = new Map(
    TEXT_FIELDS.map((field): [TextField, Column] => [
      field,
      { first: new Ints(), words: new Ints() },
    ]),
  );
  private readonly papers: Named[] = [];

  get size(): number {
    return this.papers.length;
  }

  /** Ids of the papers, in the order in which they were added. */
  ids = (): string[] => this.papers.map(({ id }) => id);

  add(document: SearchDocument): void {
    const { id, tags, sites, status, isListed, year, news, listedAt, updatedAt } = document;
    this.papers.push({
      id,
      tags,
      sites,
      status,
      isListed,
      year,
      news,
      parts: partsHad(document),
      saved: listedAt,
      updated: updatedAt,
    });
    for (const [field, { first, words }] of this.columns) {
      first.push(words.length);
      for (const text of textsOf(document, field)) {
        for (const word of tokens(text)) words.push(this.numberOf(word));
        words.push(GAP);
      }
    }
  }

  private numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  /** Which papers a query means, by the order in which they were added. */
  find(query: Query, context: SearchContext): Found {
    const isAll = asksForDismissed(query);
    const found = this.evaluate(query, context);
    return found.map((is, paper) => (isAll || this.papers[paper]?.isListed ? is : 0));
  }

  private evaluate(query: Query, context: SearchContext): Found {
    if (query.is === 'not') return this.evaluate(query.part, context).map((is) => 1 - is);
    if (query.is !== 'and' && query.is !== 'or') return this.having(query, context);
    const isAnd = query.is === 'and';
    const all = new Uint8Array(this.size).fill(isAnd ? 1 : 0);
    for (const part of query.parts) {
      const found = this.evaluate(part, context);
      for (let paper = 0; paper < all.length; paper++)
        if ((found[paper] === 1) !== isAnd) all[paper] = isAnd ? 0 : 1;
    }
    return all;
  }

  private those(fits: (paper: Named) => boolean): Found {
    return Uint8Array.from(this.papers, (paper) => (fits(paper) ? 1 : 0));
  }

  private having(leaf: Leaf, context: SearchContext): Found {
    switch (leaf.is) {
      case 'words':
        return this.havingWords(leaf, context);
      case 'status':
        return this.those(({ status }) => status === leaf.status);
      case 'has':
        return this.those(({ parts }) => parts.includes(leaf.part));
      case 'new':
        return this.those(({ news }) => news.includes(leaf.news));
      case 'date': {
        const span = spanOf(leaf.range, context.calendar);
        return this.those(
          (paper) =>
            span !== null && paper[leaf.field] >= span.from && paper[leaf.field] < span.before,
        );
      }
      case 'year': {
        const span = yearsOf(leaf.range);
        return this.those(
          ({ year }) => year !== null && span !== null && year >= span.from && year < span.before,
        );
      }
      case 'named': {
        const { field, text, isQuoted } = leaf;
        const sites = new Set(this.papers.flatMap((paper) => paper.sites));
        const things = {
          tag: context.tags,
          topic: context.topics,
          site: [...sites].map((site) => ({ id: site, names: [site] })),
        }[field];
        const ids = new Set(named(field, text, isQuoted, things));
        const members = new Set(
          context.topics.flatMap((topic) => (ids.has(topic.id) ? topic.members : [])),
        );
        return this.those((paper) =>
          field === 'topic'
            ? members.has(paper.id)
            : paper[field === 'tag' ? 'tags' : 'sites'].some((id) => ids.has(id)),
        );
      }
    }
  }

  private havingWords(leaf: Words, { tags }: SearchContext): Found {
    const { field, text, isQuoted } = leaf;
    const sought = soughtTokens(text);
    const last = sought.at(-1) ?? '';
    const search = (fits: (word: string) => boolean): Found => {
      const isLast = Uint8Array.from(this.words, (word) => (fits(word) ? 1 : 0));
      const before = sought.slice(0, -1).map((word) => this.numbers.get(word) ?? this.words.length);
      const tagged = new Set(
        field === null
          ? tags.flatMap(({ id, names }) =>
              names.some((name) => isIn(tokens(name), sought, fits)) ? id : [],
            )
          : [],
      );
      const found = this.those(({ tags: own }) => own.some((id) => tagged.has(id)));
      for (const name of field === null ? TEXT_FIELDS : [field])
        this.scan(name, before, isLast, found);
      return found;
    };
    const found = search((word) =>
      isQuoted && !endsJoined(text) ? word === last : word.startsWith(last),
    );
    return found.includes(1) || isQuoted || sought.length > 1
      ? found
      : search((word) => isNear(last, word));
  }

  /** Reads a field of every paper for some words and one that follows them. */
  private scan(
    field: TextField,
    before: readonly number[],
    isLast: Uint8Array,
    found: Found,
  ): void {
    const { first, words } = this.columns.get(field) ?? { first: new Ints(), words: new Ints() };
    const length = before.length;
    for (let paper = 0; paper < found.length; paper++) {
      const end = paper + 1 < first.length ? first.at(paper + 1) : words.length;
      for (let at = first.at(paper); at + length < end; at++) {
        let offset = 0;
        while (offset < length && words.at(at + offset) === before[offset]) offset++;
        if (offset < length || isLast[words.at(at + length)] !== 1) continue;
        found[paper] = 1;
        break;
      }
    }
  }
}

/** Whether words that are sought follow each other in others, the last of them by a rule. */
const isIn = (
  words: readonly string[],
  sought: readonly string[],
  fitsLast: (word: string) => boolean,
): boolean =>
  words.some((_, start) =>
    sought.every((one, offset) => {
      const word = words[start + offset];
      if (word === undefined) return false;
      return offset === sought.length - 1 ? fitsLast(word) : word === one;
    }),
  );
