import type { SavedSearch } from '@/domain/library';
import type { Environment } from './clock';
import type { GlossDatabase } from './db';
import { readShared, writeShared } from './shared';

const KIND = 'search';

const isText = (value: unknown): value is string => typeof value === 'string';

/** The longest name and the longest query that a person can keep; a file may bring longer ones. */
const LONGEST = { name: 200, query: 1_000 };

/** Values of a newer Gloss or a file are taken if they are searches. */
function searchOf(id: string, value: unknown): SavedSearch | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, query, sort } = value as Record<string, unknown>;
  const isShort =
    isText(name) && isText(query) && name.length <= LONGEST.name && query.length <= LONGEST.query;
  return isShort ? { id, name, query, sort: isText(sort) ? sort : '' } : null;
}

/** Searches that were kept, by name. */
export async function listSearches(db: GlossDatabase): Promise<SavedSearch[]> {
  const all = await readShared(db, KIND);
  return [...all]
    .flatMap(([id, value]) => searchOf(id, value) ?? [])
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Saves a search, or deletes it by `null`. */
export async function saveSearch(
  db: GlossDatabase,
  env: Environment,
  { id, search }: { id: string; search: SavedSearch | null },
): Promise<SavedSearch[]> {
  await db.transaction('rw', [db.shared, db.settings], async () => {
    const value = search && { name: search.name, query: search.query, sort: search.sort };
    await writeShared(db, env, KIND, id, value);
  });
  return listSearches(db);
}

/** Keeps that papers which look like one are different: they are not offered as one again. */
export const saveDifferent = (
  db: GlossDatabase,
  env: Environment,
  { ids, different }: { ids: string[]; different: boolean },
): Promise<void> =>
  db.transaction('rw', [db.shared, db.settings], () =>
    writeShared(db, env, 'different', ids.toSorted().join(' '), different ? true : null),
  );
