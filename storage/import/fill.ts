import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import { admitItem } from '@/domain/import/incoming';
import type { PaperKey } from '@/domain/paper/paper';
import type { PaperRecord } from '@/domain/paper/record';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { applyImport } from './import';
import { keepPage } from './staging';

/**
 * Merges what was learnt of papers with them, as one step to undo. A paper that has gone since, or lies in the trash,
 * is left alone. Answers with the ids of the papers that changed.
 */
export async function fillPapers(
  db: GlossDatabase,
  env: Environment,
  { opId, fills }: { opId: string; fills: readonly { id: string; fill: ForeignPaper }[] },
): Promise<string[]> {
  const rows = await db.papers.bulkGet(fills.map(({ id }) => id));
  const now = env.now();
  const items = fills.flatMap(({ fill }, at) => {
    const row = rows[at];
    return row && !row.removed
      ? foreignItems({ ...fill, keys: keysOfHead(row) }, `papers[${at}]`, now)
      : [];
  });
  if (items.length === 0) return [];
  await keepPage(db, now, { id: opId, page: 0, items: items.map(admitItem) });
  const { changed } = await applyImport(db, env, { id: opId, opId });
  return changed;
}

/** The keys of the record that a paper's id names: one that gets the keys of all keeps them when they are taken apart. */
const keysOfHead = ({ id, keys, parts }: PaperRecord): PaperKey[] =>
  parts?.find((part) => part.id === id)?.keys ?? keys;
