import { mergeLinks, mergeListings, mergePapers, mergeSightings } from '@/domain/merge';
import { noNote } from '@/domain/note';
import { mayJoin, strongestFirst } from '@/domain/paper-key';
import { highlightOf, type PaperRecord, stateOf, tagOf } from '@/domain/record';
import {
  type PaperKey,
  type PaperRef,
  type PaperState,
  type Sighting,
  type Tag,
  unknownState,
} from '@/domain/paper';
import { type GlossDatabase, listedAt, type PaperRow } from './db';

/** All records that share a key with `keys`; those that mere titles would join to a different paper are left out. */
export async function findPapers(db: GlossDatabase, keys: PaperKey[]): Promise<PaperRow[]> {
  const rows = await db.papers.where('keys').anyOf(keys).distinct().toArray();
  return rows.filter((row) => mayJoin(row.keys, keys));
}

/** A record of a paper of which nothing is known but what the page says. */
export const newPaper = (ref: PaperRef, now: number): PaperRecord => {
  const keys = strongestFirst([...new Set(ref.keys)]);
  return {
    id: keys[0] ?? '',
    aliases: [],
    keys,
    title: ref.title,
    authors: ref.authors,
    abstract: ref.abstract,
    links: mergeLinks(ref.links, []),
    listings: mergeListings([ref.listing], []),
    status: null,
    tags: [],
    note: noNote(),
    removed: false,
    stamps: {},
    savedAt: null,
    createdAt: now,
    updatedAt: now,
  };
};

/** Papers that an entry tied together. */
export interface Join {
  from: PaperRow[];
  into: PaperRecord;
}

/**
 * The record that a page's entry is about, with what the entry adds to it; several records that the entry
 * ties together become one. Not written yet, joins excepted. Needs a transaction over papers and highlights.
 */
export async function adopt(
  db: GlossDatabase,
  ref: PaperRef,
  now: number,
): Promise<{ paper: PaperRecord; join: Join | null }> {
  const [first, ...others] = await findPapers(db, ref.keys);
  const fresh = newPaper(ref, now);
  if (!first) return { paper: { ...fresh, keys: await freeKeys(db, fresh, []) }, join: null };
  const own = [first, ...others.filter(({ keys }) => mayJoin([...first.keys, ...ref.keys], keys))];
  const joined = own.reduce<PaperRecord>(mergePapers, first);
  // What the page says is added; its times and id are not the paper's.
  const { id, createdAt, updatedAt } = joined;
  const paper = mergePapers(joined, { ...fresh, id, createdAt, updatedAt });
  paper.keys = await freeKeys(db, paper, own);
  if (own.length === 1) return { paper, join: null };
  await moveHighlights(db, own, paper.id);
  await db.papers.bulkDelete(own.flatMap((row) => (row.id === paper.id ? [] : row.id)));
  return { paper, join: { from: own, into: paper } };
}

/** A paper's keys without those that belong to a paper it may not be joined with. */
async function freeKeys(
  db: GlossDatabase,
  paper: PaperRecord,
  own: PaperRow[],
): Promise<PaperKey[]> {
  const ids = new Set(own.map(({ id }) => id));
  const others = (await db.papers.where('keys').anyOf(paper.keys).distinct().toArray()).filter(
    ({ id }) => !ids.has(id),
  );
  const taken = new Set(others.flatMap(({ keys }) => keys));
  return paper.keys.filter((key) => !taken.has(key) || key === paper.id);
}

/** Gives highlights of joined papers to the one that stays. */
export async function moveHighlights(
  db: GlossDatabase,
  from: { id: string }[],
  paperId: string,
): Promise<void> {
  const moved = await db.highlights
    .where('paperId')
    .anyOf(from.map(({ id }) => id))
    .toArray();
  await db.highlights.bulkPut(moved.map((highlight) => ({ ...highlight, paperId })));
}

/** Writes a record with its index fields. */
export async function putPaper(db: GlossDatabase, paper: PaperRecord): Promise<void> {
  const highlights = await db.highlights.where('paperId').equals(paper.id).toArray();
  const { listedAt: _old, ...record } = paper as PaperRow;
  await db.papers.put({
    ...record,
    ...listedAt(
      paper,
      highlights.some(({ removed }) => !removed),
    ),
  });
}

/** Tags by id, for states. */
export async function tagsById(db: GlossDatabase): Promise<Map<string, Tag>> {
  return new Map((await db.tags.toArray()).map((tag) => [tag.id, tagOf(tag)]));
}

/** What is stored of some papers, with tags and highlights, read in one go each. */
export async function statesOf(db: GlossDatabase, papers: PaperRow[]): Promise<PaperState[]> {
  if (papers.length === 0) return [];
  const ids = papers.map(({ id }) => id);
  const [tags, highlights] = await Promise.all([
    tagsById(db),
    db.highlights.where('paperId').anyOf(ids).toArray(),
  ]);
  const byPaper = Map.groupBy(
    highlights.filter(({ removed }) => !removed),
    ({ paperId }) => paperId,
  );
  return papers.map((paper) =>
    stateOf(
      paper,
      paper.tags.flatMap((id) => tags.get(id) ?? []),
      (byPaper.get(paper.id) ?? []).map(highlightOf),
      null,
    ),
  );
}

/** States of a page's papers in the order asked: two indexed reads for the whole page. */
export async function pageStates(
  db: GlossDatabase,
  asked: { keys: PaperKey[] }[],
): Promise<PaperState[]> {
  const keys = [...new Set(asked.flatMap((paper) => paper.keys))];
  const [rows, sightings] = await db.transaction('r', [db.papers, db.sightings], () =>
    Promise.all([
      db.papers.where('keys').anyOf(keys).distinct().toArray(),
      db.sightings.bulkGet(keys),
    ]),
  );
  const states = await statesOf(db, rows);
  const byKey = new Map<PaperKey, PaperState>();
  for (const state of states) for (const key of state.keys) byKey.set(key, state);
  const seen = new Map(keys.map((key, index) => [key, sightings[index]]));
  return asked.map((paper) => {
    const state = strongestFirst(paper.keys)
      .map((key) => byKey.get(key))
      .find((found) => found !== undefined && mayJoin(found.keys, paper.keys));
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
