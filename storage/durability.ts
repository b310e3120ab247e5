import type { Dexie } from 'dexie';

/*
 * A commit is on the disk once the browser has flushed it; by default Chromium acknowledges before
 * (https://developer.chrome.com/blog/indexeddb-durability-mode-now-defaults-to-relaxed). What a person does is flushed
 * before it is acknowledged. What can be made again, or is of no weight by itself, is not.
 */

/** Tables of what can be lost with the last seconds before a power cut: sightings, groupings, files on their way in, notes to ourselves. */
const LIGHT: ReadonlySet<string> = new Set(['sightings', 'topics', 'staged', 'settings']);

/** Whether a transaction over these tables is flushed before it is acknowledged. */
const isFlushed = (tables: readonly string[]): boolean => tables.some((table) => !LIGHT.has(table));

/** Flushes every write of a person before its acknowledgement, in every context that writes. */
export function flushWrites(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'durability',
    create: (core) => ({
      ...core,
      transaction: (tables, mode, options) =>
        core.transaction(
          tables,
          mode,
          mode === 'readwrite'
            ? { ...options, durability: isFlushed(tables) ? 'strict' : 'relaxed' }
            : options,
        ),
    }),
  });
}
