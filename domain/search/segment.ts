import { partsHad, type SearchDocument, textsOf } from '@/domain/query/document';
import { type Leaf, TEXT_FIELDS, type TextField } from '@/domain/query/query';
import { nameForm } from '@/domain/query/names';
import { tokens } from '@/domain/query/tokens';
import type { Status } from '@/domain/paper/paper';
import { fold } from '@/domain/text';
import { ByteWriter, noOccurrences, type WordPlaces, writeOccurrences } from './postings';

/*
 * A segment is the index of some papers; it is never changed. A paper that changed is indexed anew in another
 * segment, and dead in this one. Its words are sorted, their occurrences lie in blocks of bytes: a search
 * reads the few blocks that it needs.
 */

/** What is known of a segment's papers without reading a block; arrays are by place in the segment. */
export interface SegmentHead {
  id: number;
  ids: string[];
  listedAt: Float64Array;
  updatedAt: Float64Array;
  /** Years of publication; 0 where none is known. */
  years: Uint16Array;
  /** Whether the library lists a paper: 1 or 0. */
  listed: Uint8Array;
  /** Beginnings of titles, folded, for sorting. */
  titles: string[];
  /** All terms in order of their UTF-16 units, one a line. */
  terms: string;
  /** Where each term's occurrences begin, over all blocks; and where the last ends. */
  offsets: Uint32Array;
  /** Where each block begins, in the same count; and where the last ends. */
  blocks: Uint32Array;
}

export interface Segment {
  head: SegmentHead;
  blocks: Uint8Array<ArrayBuffer>[];
}

/** A block is closed when it is longer, bytes. */
const BLOCK = 64 * 1024;
/** Units of a title that sorting looks at. */
const TITLE_BEGINNING = 40;

/** A term is its kind's sign and the word or name. */
export const FIELD_SIGNS: Record<TextField, string> = {
  title: 't',
  author: 'u',
  abstract: 'b',
  note: 'n',
  highlight: 'h',
  venue: 'v',
  id: 'k',
};
/** The index term of a tag, by the id of the tag. */
export const tagTerm = (id: string): string => `#${id}`;
/** The index term of a site, by its name in any spelling. */
export const siteTerm = (site: string): string => `@${nameForm('site', site)}`;
const statusTerm = (status: Status | null): string => `=${status ?? 'none'}`;
const newsTerm = (news: string): string => `!${news}`;
const partTerm = (part: string): string => `+${part}`;

/** The index term of papers that meet a condition such as `has:note`. */
export function attributeTerm(leaf: Extract<Leaf, { is: 'status' | 'has' | 'new' }>): string {
  if (leaf.is === 'status') return statusTerm(leaf.status);
  return leaf.is === 'new' ? newsTerm(leaf.news) : partTerm(leaf.part);
}

/** Terms of a paper that have no place. */
const attributesOf = (document: SearchDocument): Set<string> =>
  new Set([
    ...document.tags.map(tagTerm),
    ...document.sites.map(siteTerm),
    statusTerm(document.status),
    ...partsHad(document).map(partTerm),
    ...document.news.map(newsTerm),
  ]);

type Terms = Map<string, WordPlaces>;

function occurrencesOf(terms: Terms, term: string): WordPlaces {
  let known = terms.get(term);
  if (!known) terms.set(term, (known = noOccurrences()));
  return known;
}

function addText(terms: Terms, paper: number, sign: string, texts: readonly string[]): void {
  let place = 0;
  for (const text of texts) {
    for (const token of tokens(text)) {
      const occurrences = occurrencesOf(terms, sign + token);
      const last = occurrences.papers.length - 1;
      if (occurrences.papers[last] === paper)
        occurrences.counts[last] = (occurrences.counts[last] ?? 0) + 1;
      else {
        occurrences.papers.push(paper);
        occurrences.counts.push(1);
      }
      occurrences.places.push(place);
      place += 1;
    }
    // Words of different texts are never neighbours.
    place += 1;
  }
}

/** Cuts the occurrences of terms, which come in order, into blocks. */
export class BlockWriter {
  private readonly writer = new ByteWriter();
  private readonly blocks: Uint8Array<ArrayBuffer>[] = [];
  private readonly starts: number[] = [0];
  private readonly offsets: number[] = [0];
  private readonly terms: string[] = [];
  private done = 0;

  add(term: string, occurrences: WordPlaces): void {
    this.terms.push(term);
    writeOccurrences(this.writer, occurrences);
    this.offsets.push(this.done + this.writer.length);
    if (this.writer.length >= BLOCK) this.close();
  }

  private close(): void {
    const block = this.writer.take();
    this.blocks.push(block);
    this.done += block.length;
    this.starts.push(this.done);
  }

  finish(): {
    terms: string;
    offsets: Uint32Array;
    starts: Uint32Array;
    blocks: Uint8Array<ArrayBuffer>[];
  } {
    if (this.writer.length > 0) this.close();
    return {
      terms: this.terms.join('\n'),
      offsets: Uint32Array.from(this.offsets),
      starts: Uint32Array.from(this.starts),
      blocks: this.blocks,
    };
  }
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Indexes papers, whose ids differ. */
export function buildSegment(id: number, documents: readonly SearchDocument[]): Segment {
  const terms: Terms = new Map();
  documents.forEach((document, paper) => {
    for (const field of TEXT_FIELDS)
      addText(terms, paper, FIELD_SIGNS[field], textsOf(document, field));
    for (const term of attributesOf(document)) {
      const occurrences = occurrencesOf(terms, term);
      occurrences.papers.push(paper);
      occurrences.counts.push(0);
    }
  });
  const writer = new BlockWriter();
  for (const term of [...terms.keys()].toSorted(byUnits))
    writer.add(term, terms.get(term) ?? noOccurrences());
  const { terms: all, offsets, starts, blocks } = writer.finish();
  return {
    head: {
      id,
      ids: documents.map((document) => document.id),
      listedAt: Float64Array.from(documents, ({ listedAt }) => listedAt),
      updatedAt: Float64Array.from(documents, ({ updatedAt }) => updatedAt),
      years: Uint16Array.from(documents, ({ year }) => year ?? 0),
      listed: Uint8Array.from(documents, ({ isListed }) => (isListed ? 1 : 0)),
      titles: documents.map(({ title }) => fold(title.slice(0, TITLE_BEGINNING)).trim()),
      terms: all,
      offsets,
      blocks: starts,
    },
    blocks,
  };
}
