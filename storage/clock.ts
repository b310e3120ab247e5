import type { PromiseExtended } from 'dexie';
import { after, isAhead, latest, nextStamp, type Stamp } from '@/domain/paper/clock';
import type { GlossDatabase } from './db';
import { dropLocal, readLocal, writeLocal } from './local';

/** What a store needs from outside. */
export interface Environment {
  /** Milliseconds since 1970, as `clockTime` has them. */
  now: () => number;
  /** A random id, letters and digits. */
  newId: () => string;
}

const lastStamp = (db: GlossDatabase): PromiseExtended<Stamp | null> =>
  readLocal(db, 'clock').then((stamp) => stamp ?? null);

async function newDevice(db: GlossDatabase, { newId }: Environment): Promise<string> {
  const value = newId()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 12);
  await writeLocal(db, 'device', value);
  return value;
}

/**
 * The stamp of a new operation, kept so that none is given twice. Needs a transaction over `settings`. If the
 * clock had run ahead and was corrected, a new device name begins, because the old one may already have used these
 * moments.
 */
export async function tick(db: GlossDatabase, env: Environment): Promise<Stamp> {
  const now = env.now();
  const last = await lastStamp(db);
  const isReset = last !== null && isAhead(last, now);
  if (isReset) await noteAhead(db, last);
  const known = isReset ? null : await readLocal(db, 'device');
  const stamp = nextStamp(isReset ? null : last, now, known ?? (await newDevice(db, env)));
  await writeLocal(db, 'clock', stamp);
  return stamp;
}

/**
 * Has the next stamp begin under another name. A library that was set back to an older state goes on from there, and
 * must not pass for one that knows what was written under the old name since. Needs a transaction over `settings`.
 */
export const takeNewName = (db: GlossDatabase): PromiseExtended<void> => dropLocal(db, 'device');

/**
 * Moves the clock past stamps of other machines, so that what a person does next is later than them. Stamps that are
 * far ahead don't move it. Needs a transaction over `settings`.
 */
export async function observe(
  db: GlossDatabase,
  env: Environment,
  stamps: Iterable<Stamp>,
): Promise<void> {
  const now = env.now();
  const last = await lastStamp(db);
  let next = last;
  for (const stamp of stamps)
    if (isAhead(stamp, now)) await noteAhead(db, stamp);
    else next = latest(next, stamp);
  if (next && next !== last) await writeLocal(db, 'clock', next);
}

/** Notes that the library holds a stamp that the clock does not follow. */
export async function noteAhead(db: GlossDatabase, stamp: Stamp): Promise<void> {
  const newest = latest(await readLocal(db, 'clock-ahead'), stamp);
  if (newest) await writeLocal(db, 'clock-ahead', newest);
}

/** Whether the library may hold stamps that are not earlier than this one, the clock's newest. */
export async function isOvertaken(db: GlossDatabase, stamp: Stamp): Promise<boolean> {
  return ((await readLocal(db, 'clock-ahead')) ?? '') >= stamp;
}

/** A stamp for a value that replaces one with a stamp of its own. Needs a transaction over `settings`. */
export async function stampAfter(
  db: GlossDatabase,
  replaced: Stamp | null | undefined,
  stamp: Stamp,
): Promise<Stamp> {
  const risen = after(replaced, stamp);
  if (risen !== stamp) await noteAhead(db, risen);
  return risen;
}
