import { latest, type Stamp } from '@/domain/paper/clock';
import { isSame } from '@/domain/same';
import { hash53 } from '@/domain/hash';
import { RecordSet } from '@/domain/identity/record-set';
import { mergeHighlights } from '@/domain/identity/merge';
import { isStrong } from '@/domain/identity/paper-key';
import { recordNames } from '@/domain/identity/parts';
import { type HighlightRecord, latestStamp, type PaperRecord } from '@/domain/paper/record';
import type { GlossDatabase } from '@/storage/db';
import { bareRecord } from '@/storage/papers';
import type { Step } from '@/storage/steps/step';
import type { PaperRow, PapersChange, Snapshot } from '@/storage/rows';

/** A paper of a file, with its highlights. */
export interface FilePaper {
  paper: PaperRecord;
  highlights: HighlightRecord[];
}

/** Papers of a file beside those of the library that they are, or may be. */
export interface Matched {
  set: RecordSet;
  /** Rows of the library as they were. */
  rows: PaperRow[];
  /** All highlights that the merge touches, merged. */
  highlights: HighlightRecord[];
  /** What the library had of those, in the same order. */
  known: (HighlightRecord | undefined)[];
  new: number;
  merged: number;
}

/** Indexes by which a paper is found beside its keys. */
const OTHER_NAMES = ['aliases', 'claims'];

/** Rows that have one of some names. A get for each name: a cursor over them takes three times as long. */
async function rowsNamed(db: GlossDatabase, names: readonly string[]): Promise<PaperRow[]> {
  const indexes = ['keys'];
  for (const index of OTHER_NAMES)
    if ((await db.papers.orderBy(index).limit(1).count()) > 0) indexes.push(index);
  const ids = await Promise.all(
    indexes.flatMap((index) =>
      names.map((name) => db.papers.where(index).equals(name).primaryKeys()),
    ),
  );
  const rows = await db.papers.bulkGet([...new Set([...names, ...ids.flat()])]);
  return rows.flatMap((row) => row ?? []);
}

/** By what a row may share papers with others: the titles that it has or claims. */
const titlesOf = ({ keys, claims = [] }: PaperRow): string[] => [
  ...keys.filter((key) => !isStrong(key)),
  ...claims,
];

/** Every name of a row: another may claim it. */
const namesOf = ({ id, aliases, keys, claims = [] }: PaperRow): string[] => [
  id,
  ...aliases,
  ...keys,
  ...claims,
];

/** Rows that share an identity with a file's papers, and those that share a title or a claimed name with them, however far. */
async function rowsOf(
  db: GlossDatabase,
  names: readonly string[],
  asked: Iterable<string>,
): Promise<PaperRow[]> {
  const known = new Set(asked);
  const hasClaims = (await db.papers.orderBy('claims').limit(1).count()) > 0;
  const found = new Map<string, PaperRow>();
  for (let next = [...names]; next.length > 0; ) {
    const rows = await rowsNamed(db, next);
    for (const row of rows) found.set(row.id, row);
    next = [...new Set(rows.flatMap(hasClaims ? namesOf : titlesOf))].filter(
      (name) => !known.has(name),
    );
    for (const name of next) known.add(name);
  }
  return [...found.values()];
}

/**
 * Which names of a file the library may have: all of them, but for a library that was empty when the import
 * began, where only what the file itself brought can be met again. Hashes stand for the names.
 */
export class Namesakes {
  private readonly brought = new Set<number>();
  private constructor(private readonly wasEmpty: boolean) {}

  static async of(db: GlossDatabase): Promise<Namesakes> {
    return new Namesakes((await db.papers.limit(1).count()) === 0);
  }

  /** Those worth looking for; all of them count as brought from now on. */
  among(names: readonly string[]): string[] {
    if (!this.wasEmpty) return [...names];
    return names.filter((name) => {
      const hash = hash53(name);
      if (this.brought.has(hash)) return true;
      this.brought.add(hash);
      return false;
    });
  }
}

/** The id that a highlight gets whose own id another paper's highlight has; read again it is the same. */
const ownId = ({ id, home, paperId }: HighlightRecord): string =>
  `h${hash53(`${id} ${home ?? paperId}`).toString(36)}`;

/** Highlights of the library by their ids. */
const highlightsById = async (
  db: GlossDatabase,
  ids: readonly string[],
): Promise<HighlightRecord[]> =>
  ids.length === 0 ? [] : (await db.highlights.bulkGet([...ids])).flatMap((one) => one ?? []);

/**
 * The file's highlights under ids that no highlight of another paper has: neither of the library (`known`, by id) nor of
 * the file. A file changes the highlights of the papers that it names, and of no other.
 */
function underOwnIds(
  set: RecordSet,
  records: readonly HighlightRecord[],
  known: ReadonlyMap<string, HighlightRecord>,
): HighlightRecord[] {
  const paperOf = ({ home, paperId }: HighlightRecord): string => set.idOf(home ?? paperId);
  const holders = new Map([...known].map(([id, record]) => [id, paperOf(record)]));
  return records.map((record) => {
    const holder = holders.get(record.id) ?? paperOf(record);
    const id = holder === paperOf(record) ? record.id : ownId(record);
    holders.set(id, paperOf(record));
    return { ...record, id };
  });
}

/** The file's highlights and those of joined papers, merged with those of the library. */
async function matchHighlights(
  db: GlossDatabase,
  set: RecordSet,
  rows: PaperRow[],
  brought: HighlightRecord[],
): Promise<Pick<Matched, 'highlights' | 'known'>> {
  // A paper of several may lose one of them, and its highlights.
  const joined = rows.flatMap(({ id, parts }) => (set.papers.has(id) && !parts ? [] : id));
  const moved =
    joined.length === 0 ? [] : await db.highlights.where('paperId').anyOf(joined).toArray();
  const asked = new Set(brought.map(({ id }) => id));
  const named = new Map(
    (await highlightsById(db, [...asked])).map((record) => [record.id, record]),
  );
  const records = underOwnIds(set, brought, named);
  const wanted = new Set(records.map(({ id }) => id));
  const others = await highlightsById(
    db,
    [...wanted].filter((id) => !asked.has(id)),
  );
  const own = [...named.values()].filter(({ id }) => wanted.has(id));
  const before = new Map([...moved, ...own, ...others].map((record) => [record.id, record]));
  const byId = new Map(before);
  for (const record of records) {
    const other = byId.get(record.id);
    byId.set(record.id, other ? mergeHighlights(other, record) : record);
  }
  const highlights = [...byId.values()].map((record) => set.place(record));
  return { highlights, known: highlights.map(({ id }) => before.get(id)) };
}

/** Lays a file's papers beside the library's; nothing is written. */
export async function matchPapers(
  db: GlossDatabase,
  records: FilePaper[],
  namesakes?: Namesakes,
): Promise<Matched> {
  const names = [
    ...new Set(
      records.flatMap(({ paper }) => [...namesOf(paper), ...recordNames(paper.parts ?? [])]),
    ),
  ];
  const rows = await rowsOf(db, namesakes?.among(names) ?? names, names);
  const set = new RecordSet(rows.map(bareRecord));
  for (const { paper } of records) set.add(paper);
  const old = new Set(rows.map(({ id }) => set.idOf(id)));
  const merged = records.filter(({ paper }) => old.has(set.idOf(paper.id))).length;
  const brought = records.flatMap(({ highlights }) => highlights);
  const found = await matchHighlights(db, set, rows, brought);
  return { set, rows, ...found, new: records.length - merged, merged };
}

/** What each paper of the set was in the library: the rows that became it, and its highlights of before. */
export function snapshotsOf({ set, rows, highlights, known }: Matched): Map<string, Snapshot> {
  const all = new Map<string, Snapshot>();
  const of = (id: string): Snapshot => {
    const snapshot = all.get(id) ?? { papers: [], highlights: {} };
    all.set(id, snapshot);
    return snapshot;
  };
  for (const row of rows) of(set.idOf(row.id)).papers.push(bareRecord(row));
  for (const [index, { id, paperId }] of highlights.entries())
    of(paperId).highlights[id] = known[index] ?? null;
  return all;
}

/** A paper with a time of its last change, where it has none. */
const datedAt = (paper: PaperRecord, at: number): PaperRecord =>
  paper.updatedAt > 0
    ? paper
    : {
        ...paper,
        updatedAt: at,
        ...(paper.parts ? { parts: paper.parts.map((part) => datedAt(part, at)) } : {}),
      };

/** Whether a merge leaves a paper as it was, to the last highlight. */
function isUnchanged(
  paper: PaperRecord,
  before: Snapshot,
  highlights: Map<string, HighlightRecord>,
): boolean {
  const [old, ...others] = before.papers;
  return (
    old !== undefined &&
    others.length === 0 &&
    isSame(old, datedAt(paper, old.updatedAt)) &&
    Object.entries(before.highlights).every(([id, was]) => was && isSame(was, highlights.get(id)))
  );
}

/**
 * The stamp of an import's entry: no earlier than any in the paper that it left, however wrong the clocks were. What
 * a person writes since is later than it, and stays when the import is undone.
 */
const byWhen = (
  paper: PaperRecord,
  { highlights }: Snapshot,
  after: ReadonlyMap<string, HighlightRecord>,
  stamp: Stamp,
): Stamp =>
  Object.keys(highlights)
    .flatMap((id) => after.get(id) ?? [])
    .reduce(
      (last, one) => latest(last, latestStamp(one)) ?? last,
      latest(stamp, latestStamp(paper)) ?? stamp,
    );

/** Merges a file's papers into the library as part of a step, with a journal entry each. */
export async function mergePapersOf(
  step: Step,
  records: FilePaper[],
  namesakes?: Namesakes,
): Promise<Pick<Matched, 'new' | 'merged'>> {
  if (records.length === 0) return { new: 0, merged: 0 };
  const matched = await matchPapers(step.db, records, namesakes);
  const { set, rows, highlights, known } = matched;
  const snapshots = snapshotsOf(matched);
  const byId = new Map(highlights.map((record) => [record.id, record]));
  for (const { id } of rows) if (!set.papers.has(id)) step.dropPaper(id);
  for (const [index, highlight] of highlights.entries())
    if (!isSame(known[index], highlight)) step.putHighlight(highlight);
  for (const paper of set.papers.values()) {
    const before = snapshots.get(paper.id) ?? { papers: [], highlights: {} };
    if (isUnchanged(paper, before, byId)) continue;
    // Other tools don't say when a paper was changed last; here it was now.
    step.bringPaper(datedAt(paper, step.now), before.papers.length === 0);
    const change: PapersChange = {
      field: 'paper',
      paperId: paper.id,
      item: 'import',
      before,
      after: [paper.id],
    };
    step.log(change, undefined, step.origin, step.opId, byWhen(paper, before, byId, step.stamp));
  }
  return { new: matched.new, merged: matched.merged };
}
