import { mergeSightings } from '@/domain/identity/merge';
import {
  type HighlightRecord,
  highlightOf,
  type PaperRecord,
  stateOf,
  tagOf,
} from '@/domain/paper/record';
import { identifying, isStrong, mayJoin, strongestFirst } from '@/domain/identity/paper-key';
import { resettled } from '@/domain/identity/parts';
import {
  type PaperKey,
  type PaperState,
  type Sighting,
  type Tag,
  unknownState,
} from '@/domain/paper/paper';
import { type GlossDatabase, indexesOf } from './db';
import { indexedRowsNear, primaryKeysNear, rowsNear } from './keyed';
import type { PaperRow } from './rows';

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

/** Tags by id, for states. */
export async function tagsById(db: GlossDatabase): Promise<Map<string, Tag>> {
  return new Map((await db.tags.toArray()).map((tag) => [tag.id, tagOf(tag)]));
}

/** Reads rows and what belongs to them as they are at one moment, so that no state is half of before and half of after a write. */
export const snapshot = <T>(db: GlossDatabase, read: () => Promise<T>): Promise<T> =>
  db.transaction('r', [db.papers, db.highlights, db.tags, db.sightings, db.revisions], read);

/** What is stored of some papers, with tags and highlights, read in one go each; within the `snapshot` of the rows. */
export async function statesOf(db: GlossDatabase, papers: PaperRow[]): Promise<PaperState[]> {
  if (papers.length === 0) return [];
  const ids = papers.map(({ id }) => id);
  const [tags, highlights, revisions] = await Promise.all([
    tagsById(db),
    indexedRowsNear<HighlightRecord>(db.highlights, 'paperId', ids),
    db.revisions.bulkGet(ids),
  ]);
  const byPaper = Map.groupBy(
    // In the order they were made: those made later are drawn over those before.
    highlights
      .filter(({ removed }) => !removed)
      .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
    ({ paperId }) => paperId,
  );
  return papers.map((paper, at) =>
    stateOf(
      paper,
      paper.tags.flatMap((id) => tags.get(id) ?? []),
      (byPaper.get(paper.id) ?? []).map(highlightOf),
      revisions[at]?.rev ?? 0,
    ),
  );
}

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

/** States of a page's papers in the order asked: indexed reads of the whole page at once. */
export async function pageStates(
  db: GlossDatabase,
  asked: { keys: PaperKey[] }[],
): Promise<PaperState[]> {
  const keys = asked.flatMap((paper) => paper.keys);
  const [states, seen] = await snapshot(db, async () => {
    const [ids, sightings] = await Promise.all([
      primaryKeysNear(db.papers, 'keys', keys),
      rowsNear(db.sightings, keys),
    ]);
    const rows = await db.papers.bulkGet(ids);
    const found = await statesOf(
      db,
      rows.flatMap((row) => row ?? []),
    );
    return [found, new Map(sightings.map((row) => [row.key, row]))] as const;
  });
  const byKey = new Map<PaperKey, PaperState>();
  for (const state of states) for (const key of state.keys) byKey.set(key, state);
  return asked.map((paper) => {
    const state = strongestFirst(paper.keys)
      .map((key) => byKey.get(key))
      .find(
        (found) =>
          found !== undefined && (mayJoin(found.keys, paper.keys) || isNamed(found, paper.keys)),
      );
    const sighting = paper.keys.reduce<Sighting | null>((all, key) => {
      const row = seen.get(key);
      if (!row) return all;
      const { site, firstAt, lastAt, count } = row;
      const one = { site, firstAt, lastAt, count };
      return all ? mergeSightings(all, one) : one;
    }, null);
    return { ...(state ?? unknownState(paper.keys)), sighting };
  });
}
