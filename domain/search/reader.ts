import { type Postings, readPostings } from './postings';
import type { SegmentHead } from './segment';

/** Reads blocks of a segment, by their numbers. Rejects when one is not there any more. */
export type LoadBlocks = (segment: number, blocks: readonly number[]) => Promise<Uint8Array[]>;

/** Blocks that are kept after they were read: some 4 MB a segment. */
const KEPT = 64;

/** A segment that is searched: its head in memory, blocks read as they are needed. */
export class SegmentReader {
  readonly terms: string[];
  /** Papers that were indexed anew elsewhere, or are gone: 1. */
  readonly dead: Uint8Array;
  private readonly blocks = new Map<number, Uint8Array>();

  constructor(
    readonly head: SegmentHead,
    dead: Iterable<number>,
    private readonly load: LoadBlocks,
  ) {
    this.terms = head.terms === '' ? [] : head.terms.split('\n');
    this.dead = new Uint8Array(head.ids.length);
    for (const paper of dead) this.dead[paper] = 1;
  }

  get size(): number {
    return this.head.ids.length;
  }

  /** The first term that is not before `term`. */
  private firstFrom(term: string): number {
    let [low, high] = [0, this.terms.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.terms[middle] ?? '') < term) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Numbers of the terms that begin with `beginning`: from the first to before the last. */
  range(beginning: string): [number, number] {
    return [this.firstFrom(beginning), this.firstFrom(`${beginning}\uffff`)];
  }

  /** The number of a term, -1 where it is not there. */
  find(term: string): number {
    const at = this.firstFrom(term);
    return this.terms[at] === term ? at : -1;
  }

  private blockOf(term: number): number {
    const offset = this.head.offsets[term] ?? 0;
    let [low, high] = [0, this.head.blocks.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.head.blocks[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Reads the occurrences of terms, given by their numbers, in their order. */
  async postings(terms: readonly number[]): Promise<Postings[]> {
    const needed = terms.map((term) => this.blockOf(term));
    const missing = [...new Set(needed)].filter((block) => !this.blocks.has(block));
    if (missing.length > 0) {
      const read = await this.load(this.head.id, missing);
      missing.forEach((block, index) => this.blocks.set(block, read[index] ?? new Uint8Array()));
    }
    const found = terms.map((term, index) => {
      const block = needed[index] ?? 0;
      const start = (this.head.offsets[term] ?? 0) - (this.head.blocks[block] ?? 0);
      return readPostings(this.blocks.get(block) ?? new Uint8Array(), start);
    });
    for (const block of this.blocks.keys()) {
      if (this.blocks.size <= KEPT) break;
      this.blocks.delete(block);
    }
    return found;
  }
}
