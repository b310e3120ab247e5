import { leaveRemoved } from '@/domain/identity/merge';
import { resettled } from '@/domain/identity/parts';
import { after, deviceOf, latest, restamp, type Stamp } from '@/domain/paper/clock';
import type { PaperKey } from '@/domain/paper/paper';
import {
  type HighlightRecord,
  latestStamp,
  type PaperRecord,
  type TagRecord,
} from '@/domain/paper/record';
import { ok, type Result } from '@/domain/result';
import { type Environment, isOvertaken, noteAhead, tick } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { flagged } from './journal';
import { Refused } from './refused';
import { bareRecord, putPapers } from '@/storage/papers';
import type { Change, JournalEntry, Origin } from '@/storage/rows';

/** Origins whose entries the next undo takes back. */
const UNDOABLE: readonly Origin[] = ['user', 'redo', 'import'];

/**
 * What one step reads and changes, held in memory until `write` puts all of it, with its journal entries,
 * in a few bulk writes. Lives within one transaction.
 */
export class Step {
  private readonly papers = new Map<string, PaperRecord>();
  private readonly highlights = new Map<string, HighlightRecord>();
  private readonly tags = new Map<string, TagRecord>();
  private readonly changed = {
    papers: new Set<string>(),
    highlights: new Set<string>(),
    tags: new Set<string>(),
  };
  private readonly gone = new Set<string>();
  /** Papers that the step itself changed, with a key of the entry that it was done at. */
  private readonly changedAt = new Map<string, PaperKey | undefined>();
  /** Papers that the library did not have: it holds no highlights of them beside the step's own. */
  private readonly fresh = new Set<string>();
  private hasWritten = false;
  /** Ids of the papers that it wrote. */
  readonly touched = new Set<string>();
  private entries: Omit<JournalEntry, 'seq'>[] = [];
  /** Operations that have an entry already: the first carries the flags. */
  private readonly begun = new Set<string>();

  constructor(
    readonly db: GlossDatabase,
    readonly opId: string,
    readonly origin: Origin,
    private ownStamp: Stamp,
    readonly now: number,
    /** Whether what it changes may have later stamps than its own. */
    private readonly mayRise: boolean,
  ) {}

  /** The stamp of what the step changes. */
  get stamp(): Stamp {
    return this.ownStamp;
  }

  /** Reads many papers in one go. */
  async load(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.papers.has(id) && !this.gone.has(id));
    for (const row of await this.db.papers.bulkGet(missing))
      if (row) this.papers.set(row.id, bareRecord(row));
  }

  /** A paper by its id, or by one that it had before it was joined. */
  async paper(id: string): Promise<PaperRecord | undefined> {
    await this.load([id]);
    const known = this.papers.get(id);
    if (known && !this.gone.has(id)) return known;
    for (const paper of this.papers.values())
      if (!this.gone.has(paper.id) && paper.aliases.includes(id)) return paper;
    const row = await this.db.papers.where('aliases').equals(id).first();
    if (!row || this.gone.has(row.id)) return undefined;
    await this.load([row.id]);
    return this.papers.get(row.id);
  }

  /** Puts a paper that the step changed; `via` is a key of the entry that it was done at. */
  putPaper(paper: PaperRecord, via?: PaperKey): void {
    this.gone.delete(paper.id);
    this.changedAt.set(paper.id, via);
    this.papers.set(paper.id, paper);
    paper.updatedAt = this.now;
    this.changed.papers.add(paper.id);
  }

  /** Puts a paper as another machine or a file has it, with the time of its last change. */
  bringPaper(paper: PaperRecord, isNew: boolean): void {
    this.papers.set(paper.id, paper);
    this.changed.papers.add(paper.id);
    if (isNew) this.fresh.add(paper.id);
  }

  /** Takes a record away: its paper lives on under another id. */
  dropPaper(id: string): void {
    this.papers.delete(id);
    this.changed.papers.delete(id);
    this.gone.add(id);
  }

  async highlight(id: string): Promise<HighlightRecord | undefined> {
    const known = this.highlights.get(id) ?? (await this.db.highlights.get(id));
    if (known) this.highlights.set(id, known);
    return known;
  }

  /** All highlights of some papers, removed ones included. */
  async highlightsOf(paperIds: readonly string[]): Promise<HighlightRecord[]> {
    const stored = await this.db.highlights.where('paperId').anyOf(paperIds).toArray();
    for (const row of stored) if (!this.highlights.has(row.id)) this.highlights.set(row.id, row);
    return [...this.highlights.values()].filter(({ paperId }) => paperIds.includes(paperId));
  }

  putHighlight(highlight: HighlightRecord): void {
    this.highlights.set(highlight.id, highlight);
    this.changed.highlights.add(highlight.id);
    this.changed.papers.add(highlight.paperId);
  }

  async tag(id: string): Promise<TagRecord | undefined> {
    const known = this.tags.get(id) ?? (await this.db.tags.get(id));
    if (known) this.tags.set(id, known);
    return known;
  }

  putTag(tag: TagRecord): void {
    this.tags.set(tag.id, tag);
    this.changed.tags.add(tag.id);
  }

  /** Adds to the journal. `via` is a key of the entry that it was done at; `stamp` is given where it is later than the step's. */
  log(
    change: Change,
    via?: PaperKey,
    origin = this.origin,
    opId = this.opId,
    stamp = this.stamp,
  ): void {
    const isFirst = !this.begun.has(opId);
    this.begun.add(opId);
    this.entries.push({
      ...change,
      opId,
      device: deviceOf(this.stamp),
      stamp,
      origin,
      at: this.now,
      ...(via === undefined ? {} : { via }),
      ...(isFirst && UNDOABLE.includes(origin) ? { undoable: 1 } : {}),
      ...(isFirst && origin === 'undo' ? { redoable: 1 } : {}),
    });
  }

  /** Whether nothing was put into the journal. */
  get isEmpty(): boolean {
    return !this.hasWritten && this.entries.length === 0;
  }

  /** Puts everything that was changed since it was written last. */
  async write(): Promise<void> {
    const { db, changed } = this;
    const pick = <T>(from: Map<string, T>, ids: Set<string>): T[] =>
      [...ids].flatMap((id) => from.get(id) ?? []);
    await this.load([...changed.papers]);
    if (this.mayRise) await this.rise();
    await db.tags.bulkPut(pick(this.tags, changed.tags));
    await db.highlights.bulkPut(pick(this.highlights, changed.highlights));
    await db.papers.bulkDelete([...this.gone]);
    const papers = pick(this.papers, changed.papers).map((paper) => {
      const left = leaveRemoved(paper);
      return this.changedAt.has(paper.id) ? resettled(left, this.changedAt.get(paper.id)) : left;
    });
    for (const paper of papers) this.papers.set(paper.id, paper);
    const live = [...this.highlights.values()].filter(({ removed }) => !removed);
    await putPapers(
      db,
      papers.filter(({ id }) => this.fresh.has(id)),
      new Set(live.map(({ paperId }) => paperId)),
    );
    await putPapers(
      db,
      papers.filter(({ id }) => !this.fresh.has(id)),
    );
    await db.journal.bulkAdd(this.entries);
    for (const id of changed.papers) this.touched.add(id);
    this.hasWritten ||= this.entries.length > 0;
    for (const set of [changed.papers, changed.highlights, changed.tags, this.gone]) set.clear();
    this.changedAt.clear();
    this.entries = [];
  }

  /**
   * Has the step count after some records from here on. What it changes does so when it is written; what is worked out
   * by stamps before (papers that are joined) needs it sooner. The entries of an import keep stamps of their own: what
   * a person writes after them is told by those.
   */
  async follow(papers: readonly PaperRecord[]): Promise<void> {
    if (this.mayRise && this.origin !== 'import') this.ownStamp = await this.riseAbove(papers);
  }

  /** Has what is written count after what it replaces. */
  private async rise(): Promise<void> {
    const { db, changed } = this;
    await this.riseAbove([
      ...(await db.papers.bulkGet([...changed.papers, ...this.gone])),
      ...(await db.highlights.bulkGet([...changed.highlights])),
      ...(await db.tags.bulkGet([...changed.tags])),
    ]);
  }

  /**
   * Gives what was changed a later stamp where some records have one from a clock that was far ahead: a person's act
   * counts after all that it was done to. Returns that stamp.
   */
  private async riseAbove(
    replaced: readonly (Parameters<typeof latestStamp>[0] | undefined)[],
  ): Promise<Stamp> {
    const { db, changed, stamp } = this;
    const stamps = replaced.flatMap((row) => (row ? latestStamp(row) : []));
    const newest = stamps.reduce<Stamp | null>(latest, null);
    const risen = after(newest, stamp);
    if (risen === stamp) return stamp;
    const raise = <T>(records: Map<string, T>, ids: Set<string>): void => {
      for (const id of ids) {
        const record = records.get(id);
        if (record) records.set(id, restamp(record, stamp, risen));
      }
    };
    raise(this.papers, changed.papers);
    raise(this.highlights, changed.highlights);
    raise(this.tags, changed.tags);
    this.entries = restamp(this.entries, stamp, risen);
    await noteAhead(db, risen);
    return risen;
  }

  /** Writes, and lets go of what was read: a step over a whole library takes no more memory than one over some papers. */
  async writeSlice(): Promise<void> {
    await this.write();
    this.papers.clear();
    this.highlights.clear();
    this.tags.clear();
    this.fresh.clear();
  }
}

/** The tables that a step writes. */
export const tablesOf = (db: GlossDatabase) => [
  db.papers,
  db.highlights,
  db.sightings,
  db.tags,
  db.journal,
  db.settings,
  db.topics,
  db.shared,
];

/** Ids of the papers that a step changed. */
export interface Taken {
  touched: string[];
}

/**
 * Does one step in one transaction: all of it or nothing. Answers after the commit. A step that was done
 * before is not done again, and answers with the papers of then. Fails as `work` refuses.
 */
export async function takeStep(
  db: GlossDatabase,
  env: Environment,
  opId: string,
  origin: Origin,
  work: (step: Step) => Promise<void>,
): Promise<Result<Taken>> {
  const take = async (): Promise<Taken> => {
    const done = await db.journal.where('opId').equals(opId).toArray();
    if (done.length > 0)
      return { touched: [...new Set(done.map(({ paperId }) => paperId))].filter(Boolean) };
    const now = env.now();
    const stamp = await tick(db, env);
    const step = new Step(db, opId, origin, stamp, now, await isOvertaken(db, stamp));
    await work(step);
    if (origin === 'user')
      await (await flagged(db, 'redoable')).modify((entry) => {
        delete entry.redoable;
      });
    await step.write();
    return { touched: [...step.touched] };
  };
  try {
    return ok(await db.transaction('rw', tablesOf(db), take));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.failure };
    throw error;
  }
}
