import { type Environment, tick } from './clock';
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
  await db.shared.put({ key: `${kind}:${name}`, value, stamp: await tick(db, env) });
}
