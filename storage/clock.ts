import { after, isAhead, latest, nextStamp, type Stamp } from '@/domain/paper/clock';
import type { GlossDatabase } from './db';

/** What a store needs from outside. */
export interface Environment {
  /** Milliseconds since 1970, as `clockTime` has them. */
  now: () => number;
  /** A random id, letters and digits. */
  newId: () => string;
}

/** Settings that the clock keeps: the name in stamps, the last stamp given, and the latest one that is far ahead. */
const DEVICE = 'device';
const LAST = 'clock';
const AHEAD = 'clock-ahead';

async function textOf(db: GlossDatabase, key: string): Promise<string | null> {
  const value = (await db.settings.get(key))?.value;
  return typeof value === 'string' ? value : null;
}

async function newDevice(db: GlossDatabase, { newId }: Environment): Promise<string> {
  const value = newId()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 12);
  await db.settings.put({ key: DEVICE, value });
  return value;
}

/**
 * The stamp of a new operation, kept so that none is given twice. Needs a transaction over `settings`. A clock that
 * was far ahead and was put right begins anew under another name, for it may come to moments that it named before.
 */
export async function tick(db: GlossDatabase, env: Environment): Promise<Stamp> {
  const now = env.now();
  const last = await textOf(db, LAST);
  const isReset = last !== null && isAhead(last, now);
  if (isReset) await noteAhead(db, last);
  const known = isReset ? null : await textOf(db, DEVICE);
  const stamp = nextStamp(isReset ? null : last, now, known ?? (await newDevice(db, env)));
  await db.settings.put({ key: LAST, value: stamp });
  return stamp;
}

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
  const last = await textOf(db, LAST);
  let next = last;
  for (const stamp of stamps)
    if (isAhead(stamp, now)) await noteAhead(db, stamp);
    else next = latest(next, stamp);
  if (next && next !== last) await db.settings.put({ key: LAST, value: next });
}

/** Notes that the library holds a stamp that the clock does not follow. */
export async function noteAhead(db: GlossDatabase, stamp: Stamp): Promise<void> {
  const value = latest(await textOf(db, AHEAD), stamp);
  await db.settings.put({ key: AHEAD, value });
}

/** Whether the library may hold stamps that are not earlier than this one, the clock's newest. */
export async function isOvertaken(db: GlossDatabase, stamp: Stamp): Promise<boolean> {
  return ((await textOf(db, AHEAD)) ?? '') >= stamp;
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
