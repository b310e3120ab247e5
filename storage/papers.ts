import { mergeSightings } from '@/domain/identity/merge';
import { assembleStates, type Belongings } from '@/domain/paper/assemble';
import type { HighlightRecord, PaperRecord } from '@/domain/paper/record';
import { identifying, isStrong, mayJoin, strongestFirst } from '@/domain/identity/paper-key';
import { resettled } from '@/domain/identity/parts';
import { type PaperKey, type PaperState, type Sighting, unknownState } from '@/domain/paper/paper';
import { type GlossDatabase, indexesOf } from './db';
import { indexedRowsNear, primaryKeysNear, rowsNear } from './keyed';
import type { PaperRow, SightingRow } from './rows';

/** A row without the fields that only indexes need. */
export const bareRecord = ({ listedAt: _l, removedAt: _r, ...record }: PaperRow): PaperRecord =>
  record;

/** Ids of those papers that have a highlight, read in one go. */
async function highlightedOf(
  db: GlossDatabase,
  papers: readonly PaperRecord[],
): Promise<Set<string>> {
  const highlighted = new Set<string>();
  await db.highlights
    .where('paperId')
    .anyOf(papers.map(({ id }) => id))
    .each(({ paperId, removed }) => {
      if (!removed) highlighted.add(paperId);
    });
  return highlighted;
}

/** Writes records with their parts and index fields as they should be; `known` are the ids of those that have highlights, where the caller knows. */
export async function putPapers(
  db: GlossDatabase,
  papers: readonly PaperRecord[],
  known?: ReadonlySet<string>,
): Promise<void> {
  if (papers.length === 0) return;
  const highlighted = known ?? (await highlightedOf(db, papers));
  await db.papers.bulkPut(
    papers.map((paper) => ({
      ...resettled(bareRecord(paper)),
      ...indexesOf(paper, highlighted.has(paper.id)),
    })),
  );
}

/** Reads rows and their tags and highlights in one transaction, so that no state mixes two writes. */
export const snapshot = <T>(db: GlossDatabase, read: () => Promise<T>): Promise<T> =>
  db.transaction('r', [db.papers, db.highlights, db.tags, db.sightings, db.revisions], read);

/** What belongs to some papers, read in one go each; within the `snapshot` of the rows. */
export async function belongingsOf(
  db: GlossDatabase,
  papers: readonly PaperRow[],
): Promise<Belongings> {
  const ids = papers.map(({ id }) => id);
  const [tags, highlights, revisions] = await Promise.all([
    db.tags.toArray(),
    indexedRowsNear<HighlightRecord>(db.highlights, 'paperId', ids),
    db.revisions.bulkGet(ids),
  ]);
  return { tags, highlights, revs: revisions.map((row) => row?.rev) };
}

/** What is stored of some papers, with tags and highlights; within the `snapshot` of the rows. */
const statesOf = async (db: GlossDatabase, papers: PaperRow[]): Promise<PaperState[]> =>
  papers.length === 0 ? [] : assembleStates(papers, await belongingsOf(db, papers));

/** Whether an entry has no other name than a key that the paper has: the one way to know a short title again. */
const isNamed = (paper: { keys: PaperKey[] }, keys: readonly PaperKey[]): boolean => {
  const [only, ...others] = identifying(keys);
  return only !== undefined && others.length === 0 && !isStrong(only) && paper.keys.includes(only);
};

/** States of papers by their ids, those included that live on under another id. */
export const statesById = (db: GlossDatabase, ids: string[]): Promise<PaperState[]> =>
  snapshot(db, async () => {
    const rows = await db.papers.bulkGet(ids);
    const missing = ids.filter((_, index) => !rows[index]);
    const joined =
      missing.length > 0
        ? await db.papers.where('aliases').anyOf(missing).distinct().toArray()
        : [];
    const found = new Map([...rows, ...joined].flatMap((row) => (row ? [[row.id, row]] : [])));
    return statesOf(db, [...found.values()]);
  });

/** Finds the entry's paper by its strongest key, unless other keys contradict. */
const meantBy = (
  keys: readonly PaperKey[],
  byKey: ReadonlyMap<PaperKey, PaperRow>,
): PaperRow | undefined =>
  strongestFirst(keys)
    .map((key) => byKey.get(key))
    .find((found) => found && (mayJoin(found.keys, keys) || isNamed(found, keys)));

/** The papers that a page's entries mean, in the order asked; within a `snapshot`. */
async function papersMeant(
  db: GlossDatabase,
  asked: readonly { keys: PaperKey[] }[],
): Promise<(PaperRow | undefined)[]> {
  const byKey = new Map<PaperKey, PaperRow>();
  async function learn(keys: readonly PaperKey[]): Promise<void> {
    if (keys.length === 0) return;
    const rows = await db.papers.bulkGet(await primaryKeysNear(db.papers, 'keys', keys));
    for (const row of rows) for (const key of row?.keys ?? []) if (row) byKey.set(key, row);
  }
  const ranked = asked.map(({ keys }) => strongestFirst(keys));
  await learn(ranked.flatMap((keys) => keys.slice(0, 1)));
  // Other keys are asked for where the strongest led to nothing: titles, which lie far apart, cost the most.
  await learn(ranked.flatMap((keys) => (meantBy(keys, byKey) ? [] : keys.slice(1))));
  return asked.map(({ keys }) => meantBy(keys, byKey));
}

/** When and where an entry was seen, by any of its keys. */
const sightingOf = (
  keys: readonly PaperKey[],
  seen: ReadonlyMap<PaperKey, SightingRow>,
): Sighting | null =>
  keys.reduce<Sighting | null>((all, key) => {
    const row = seen.get(key);
    if (!row) return all;
    const { site, firstAt, lastAt, count } = row;
    const one = { site, firstAt, lastAt, count };
    return all ? mergeSightings(all, one) : one;
  }, null);

/** States of a page's papers in the order asked: indexed reads of the whole page at once. */
export async function pageStates(
  db: GlossDatabase,
  asked: { keys: PaperKey[] }[],
): Promise<PaperState[]> {
  const [meant, states, sightings] = await snapshot(db, async () => {
    const [papers, seen] = await Promise.all([
      papersMeant(db, asked),
      rowsNear<SightingRow>(
        db.sightings,
        'key',
        asked.flatMap(({ keys }) => keys),
      ),
    ]);
    const rows = [...new Set(papers.flatMap((row) => row ?? []))];
    const found = await statesOf(db, rows);
    return [papers, new Map(rows.map((row, at) => [row, found[at]])), seen] as const;
  });
  const seen = new Map(sightings.map((row) => [row.key, row]));
  return asked.map(({ keys }, at) => {
    const row = meant[at];
    const state = row && states.get(row);
    return { ...(state ?? unknownState(keys)), sighting: sightingOf(keys, seen) };
  });
}
