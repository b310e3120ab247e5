import type { CheckupProblem, CheckupReport } from '@/domain/backup';
import { compareKeys } from '@/domain/identity/paper-key';
import { type GlossDatabase, indexesOf } from './db';
import { readLocal, writeLocal } from './local';
import { isNewlyKnown } from './newly-known';
import { bareRecord, putPapers } from './papers';
import type { Environment } from './clock';
import type { PaperRow } from './rows';

/** Papers that one check looks at: a start is not slowed, and a library of 10,000 is gone through in twenty. */
const SAMPLE = 500;

/** The report of the last check, and of what was mended since. */
export const lastCheckup = async (db: GlossDatabase): Promise<CheckupReport | null> =>
  (await readLocal(db, 'health')) ?? null;

/**
 * Checks the next papers after the ones of the check before, and mends what it can in one transaction: a key of two
 * papers stays with the stronger, highlights go to the paper that took over their paper's id, missing tags are made
 * again, index fields are set right. Papers with fields that an older version did not know are written anew.
 */
export const checkUp = (db: GlossDatabase, env: Environment): Promise<CheckupReport> =>
  db.transaction('rw', [db.papers, db.highlights, db.tags, db.settings], async () => {
    const after = (await readLocal(db, 'health-place')) ?? '';
    const rows = await db.papers.where('id').above(after).limit(SAMPLE).toArray();
    const mended: CheckupReport['mended'] = {};
    const add = (problem: CheckupProblem, count: number): void => {
      if (count > 0) mended[problem] = (mended[problem] ?? 0) + count;
    };
    add('keys', await mendKeys(db, rows));
    add('tags', await mendTags(db, rows));
    await putPapers(db, rows.filter(isNewlyKnown).map(bareRecord));
    const others = rows.filter((row) => !isNewlyKnown(row));
    add('indexes', await mendIndexes(db, others));
    add(
      'highlights',
      await mendHighlights(db, after, rows.length < SAMPLE ? undefined : rows.at(-1)?.id),
    );
    await writeLocal(db, 'health-place', rows.length < SAMPLE ? '' : (rows.at(-1)?.id ?? ''));
    const report = { at: env.now(), checked: rows.length, mended };
    const last = await lastCheckup(db);
    // A check that found nothing does not hide what one before it mended.
    if (Object.keys(mended).length > 0 || !last || Object.keys(last.mended).length === 0)
      await writeLocal(db, 'health', report);
    return report;
  });

/** Takes keys from papers of the sample that a stronger paper has too. */
async function mendKeys(db: GlossDatabase, rows: PaperRow[]): Promise<number> {
  const keys = rows.flatMap((row) => row.keys);
  const owners = new Map<string, string>();
  for (const { id, keys: own } of await db.papers.where('keys').anyOf(keys).distinct().toArray())
    for (const key of own) {
      const owner = owners.get(key);
      if (owner === undefined || compareKeys(id, owner) < 0) owners.set(key, id);
    }
  const wrong = rows.filter((row) => row.keys.some((key) => owners.get(key) !== row.id));
  for (const row of wrong) {
    row.keys = row.keys.filter((key) => owners.get(key) === row.id);
    if (row.keys.length === 0) row.keys = [row.id];
  }
  await putPapers(db, wrong.map(bareRecord));
  return wrong.length;
}

/** Makes tags again that papers have and that are not there. */
async function mendTags(db: GlossDatabase, rows: PaperRow[]): Promise<number> {
  const ids = [...new Set(rows.flatMap(({ tags }) => tags))];
  const known = await db.tags.bulkGet(ids);
  const missing = ids.filter((_, index) => !known[index]);
  await db.tags.bulkPut(
    missing.map((id) => ({ id, name: id, colour: 0, usedAt: 0, removed: false, stamps: {} })),
  );
  return missing.length;
}

async function mendIndexes(db: GlossDatabase, rows: PaperRow[]): Promise<number> {
  const marked = new Set<string>();
  await db.highlights
    .where('paperId')
    .anyOf(rows.map(({ id }) => id))
    .each(({ paperId, removed }) => {
      if (!removed) marked.add(paperId);
    });
  const wrong = rows.filter((row) => {
    const should = indexesOf(row, marked.has(row.id));
    return should.listedAt !== row.listedAt || should.removedAt !== row.removedAt;
  });
  await putPapers(db, wrong.map(bareRecord));
  return wrong.length;
}

/** Gives highlights of a joined paper to the paper that took over its id; highlights of unknown papers stay as they are. */
async function mendHighlights(
  db: GlossDatabase,
  after: string,
  last: string | undefined,
): Promise<number> {
  const found =
    last === undefined
      ? db.highlights.where('paperId').above(after)
      : db.highlights.where('paperId').between(after, last, false, true);
  const highlights = await found.limit(SAMPLE).toArray();
  const ids = [...new Set(highlights.map(({ paperId }) => paperId))];
  const papers = await db.papers.bulkGet(ids);
  const lost = new Set(ids.filter((_, index) => !papers[index]));
  let count = 0;
  for (const highlight of highlights.filter(({ paperId }) => lost.has(paperId))) {
    const home = await db.papers.where('aliases').equals(highlight.paperId).first();
    if (!home) continue;
    await db.highlights.put({ ...highlight, paperId: home.id });
    await putPapers(db, [bareRecord(home)]);
    count += 1;
  }
  return count;
}
