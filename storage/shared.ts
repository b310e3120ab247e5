import type { Stamp } from '@/domain/paper/clock';
import { type Environment, stampAfter, tick } from './clock';
import type { GlossDatabase } from './db';

/*
 * Values that travel with the library, by kind and name: settings, saved searches, names of topics. Each has
 * a stamp, is exported, and wins on another machine when it was set later.
 */

/** Values of a kind by name; those that were removed are left out. */
export async function readShared(db: GlossDatabase, kind: string): Promise<Map<string, unknown>> {
  const rows = await db.shared.where('key').startsWith(`${kind}:`).toArray();
  return new Map(
    rows
      .filter(({ value }) => value !== null)
      .map(({ key, value }) => [key.slice(kind.length + 1), value]),
  );
}

/** Sets a value, or removes it by `null`. Needs a transaction over `shared` and `settings`. */
export async function writeShared(
  db: GlossDatabase,
  env: Environment,
  kind: string,
  name: string,
  value: unknown,
): Promise<void> {
  await putShared(db, `${kind}:${name}`, value, await tick(db, env));
}

/** Puts a value in place of the one of its key, later than it. Needs a transaction over `shared` and `settings`. */
export async function putShared(
  db: GlossDatabase,
  key: string,
  value: unknown,
  stamp: Stamp,
): Promise<void> {
  const known = await db.shared.get(key);
  await db.shared.put({ key, value, stamp: await stampAfter(db, known?.stamp, stamp) });
}
