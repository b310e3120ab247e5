import type { SearchContext, SearchDocument } from '@/domain/query/document';
import { asksForDismissed, hasWords, leavesOf, type Query } from '@/domain/query/query';
import { evaluate } from '@/domain/search/evaluate';
import { countFacets, type Facets } from '@/domain/search/facets';
import { dueForMerge, mergeSegments } from '@/domain/search/merge-segments';
import { orderAll, pick, placeInSegment, segmentOf, type Sort } from '@/domain/search/order';
import { SegmentReader } from '@/domain/search/reader';
import { buildSegment } from '@/domain/search/segment';
import type { IndexCopy } from './memory-store';
import { EMPTY, type IndexState, type IndexStore } from './store';

/** What the engine reads of the library. */
export interface LibrarySource {
  /** What came after a revision; `gone` counts before `documents`. */
  after: (
    rev: number,
    limit: number,
  ) => Promise<{ documents: SearchDocument[]; gone: string[]; rev: number }>;
  /** Means all papers, in `gone`. */
  all: string;
  /** Names for queries; topics, which hold the ids of all papers, where a query asks for one. */
  context: (hasTopics: boolean) => Promise<SearchContext>;
}

/** What a search found: ids by their place in the order. */
export interface SearchFound {
  count: number;
  ids: (first: number, last: number) => string[];
  /** `null` when `isWanted` said no meanwhile. */
  facets: (isWanted?: () => boolean) => Promise<Facets | null>;
}

/** Those that were found of some papers; all where none are given. */
export function within(found: SearchFound, among: readonly string[] | undefined): SearchFound {
  if (!among) return found;
  const wanted = new Set(among);
  const ids = found.ids(0, found.count - 1).filter((id) => wanted.has(id));
  return { ...found, count: ids.length, ids: (first, last) => ids.slice(first, last + 1) };
}

/** Papers that are indexed at once. */
const BATCH = 1_000;

/**
 * The search index of the library, on disk, with what searching needs in memory. Several contexts may have one
 * each: `exclusively` lets one write at a time, and each sees by the state's serial when it must read again.
 */
export class SearchEngine {
  private segments: readonly SegmentReader[] = [];
  private state: IndexState = { ...EMPTY, serial: -1 };
  /** Where each paper is, for the next writing. */
  private places: Map<string, { segment: SegmentReader; place: number }> | null = null;
  private orders = new Map<string, Uint32Array>();

  constructor(
    private readonly store: IndexStore,
    private readonly library: LibrarySource,
    private readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>,
    /** Waited for now and then in long work, so that searches come between. */
    private readonly breathe: () => Promise<void>,
  ) {}

  /** Papers that are in the index. */
  get size(): number {
    return this.segments.reduce(
      (sum, { dead }) => sum + dead.reduce((living, isDead) => living + 1 - isDead, 0),
      0,
    );
  }

  private use(segments: readonly SegmentReader[], state: IndexState): void {
    this.segments = segments;
    this.state = state;
    this.orders = new Map();
  }

  private readonly read = (segment: number, blocks: readonly number[]): Promise<Uint8Array[]> =>
    this.store.blocks(segment, blocks);

  /** Takes what is stored, where it is not what is in memory. */
  async load(): Promise<void> {
    const state = await this.store.state();
    if (state.serial === this.state.serial) return;
    const known = await this.store.heads(state.segments);
    // Another worker merged meanwhile: once more.
    if (known.includes(undefined)) return this.load();
    this.places = null;
    this.use(
      known.flatMap((one) => (one ? new SegmentReader(one.head, one.dead, this.read) : [])),
      state,
    );
  }

  /**
   * Indexes what was written since; `progress` is told after each batch how many papers are in. Stops after
   * `most` batches.
   */
  async update(
    progress: (papers: number) => void = () => undefined,
    most = Number.POSITIVE_INFINITY,
  ): Promise<void> {
    await this.exclusively(async () => {
      await this.load();
      for (let done = 0; done < most; done += 1) {
        const batch = await this.library.after(this.state.rev, BATCH);
        if (batch.rev === this.state.rev) break;
        await this.take(batch);
        progress(this.size);
        await this.breathe();
      }
    });
  }

  private async take(batch: Awaited<ReturnType<LibrarySource['after']>>): Promise<void> {
    const { documents, gone, rev } = batch;
    if (gone.includes(this.library.all)) {
      const state = { ...EMPTY, next: this.state.next, serial: this.state.serial + 1 };
      await this.store.clear(state);
      this.places = null;
      this.use([], state);
    }
    const dead = this.kill([...gone, ...documents.flatMap(({ id, aliases }) => [id, ...aliases])]);
    const added = documents.length > 0 ? buildSegment(this.state.next, documents) : undefined;
    const state: IndexState = {
      ...this.state,
      rev,
      next: this.state.next + 1,
      segments: [...this.state.segments, ...(added ? [added.head.id] : [])],
      serial: this.state.serial + 1,
    };
    await this.store.commit(state, { ...(added ? { added } : {}), dead });
    const reader = added && new SegmentReader(added.head, [], this.read);
    this.use(reader ? [...this.segments, reader] : this.segments, state);
    if (reader)
      reader.head.ids.forEach((id, place) => this.places?.set(id, { segment: reader, place }));
    for (let due = dueForMerge(this.segments); due.length > 0; due = dueForMerge(this.segments))
      await this.merge(due);
  }

  /** Marks papers dead where they are; gives the dead of each segment that was changed. */
  private kill(ids: readonly string[]): Map<number, number[]> {
    if (!this.places) {
      this.places = new Map();
      for (const segment of this.segments)
        segment.head.ids.forEach((id, place) => {
          if (segment.dead[place] === 0) this.places?.set(id, { segment, place });
        });
    }
    const changed = new Set<SegmentReader>();
    for (const id of ids) {
      const at = this.places.get(id);
      if (!at) continue;
      at.segment.dead[at.place] = 1;
      this.places.delete(id);
      changed.add(at.segment);
    }
    return new Map(
      [...changed].map(({ head, dead }) => [
        head.id,
        [...dead.keys()].filter((place) => dead[place] === 1),
      ]),
    );
  }

  private async merge(due: readonly SegmentReader[]): Promise<void> {
    const merged = await mergeSegments(this.state.next, due, this.breathe);
    const others = this.segments.filter((segment) => !due.includes(segment));
    const reader = new SegmentReader(merged.head, [], this.read);
    const segments = reader.size > 0 ? [...others, reader] : others;
    const state: IndexState = {
      ...this.state,
      next: this.state.next + 1,
      segments: segments.map(({ head }) => head.id),
      serial: this.state.serial + 1,
    };
    await this.store.commit(state, {
      ...(reader.size > 0 ? { added: merged } : {}),
      removed: due.map(({ head }) => head.id),
    });
    this.use(segments, state);
    this.places = null;
  }

  /** The whole index, for another context; of use where it is small. */
  async copy(): Promise<IndexCopy> {
    const { state, segments } = this;
    const whole = segments.map(async ({ head, dead }) => ({
      head,
      dead: [...dead.keys()].filter((place) => dead[place] === 1),
      blocks: await this.store.blocks(head.id, [...head.blocks.slice(1).keys()]),
    }));
    return { state, segments: await Promise.all(whole) };
  }

  private orderBy(sort: Exclude<Sort, 'best'>): Uint32Array {
    let order = this.orders.get(sort);
    if (!order) this.orders.set(sort, (order = orderAll(this.segments, sort)));
    return order;
  }

  /** Finds papers in order. Reads again what another worker merged away meanwhile. */
  async search(query: Query, sort: Sort): Promise<SearchFound> {
    const hasTopics = leavesOf(query).some((leaf) => 'field' in leaf && leaf.field === 'topic');
    const context = await this.library.context(hasTopics);
    const { segments } = this;
    const order = this.orderBy(sort === 'best' ? 'newest' : sort);
    try {
      const found = await evaluate(segments, query, context);
      const isAll = asksForDismissed(query);
      const keep = (segment: number, place: number): boolean =>
        isAll || segments[segment]?.head.listed[place] === 1;
      const isBest = sort === 'best' && hasWords(query);
      const picked = pick(order, found, isBest, keep);
      return {
        count: picked.length,
        ids: (first, last) =>
          [...picked.subarray(first, last + 1)].map(
            (packed) => segments[segmentOf(packed)]?.head.ids[placeInSegment(packed)] ?? '',
          ),
        facets: (isWanted = () => true) =>
          countFacets(segments, found, keep, async () => {
            await this.breathe();
            return isWanted();
          }),
      };
    } catch (error) {
      const { serial } = await this.store.state();
      if (serial === this.state.serial) throw error;
      await this.load();
      return this.search(query, sort);
    }
  }
}
