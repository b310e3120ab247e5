import { latest, nextStamp, type Stamp } from '@/domain/paper/clock';
import type { GlossDatabase } from './db';

/** What a store needs from outside. */
export interface Environment {
  /** Milliseconds since 1970. */
  now: () => number;
  /** A random id, letters and digits. */
  newId: () => string;
}

/** This installation's name in stamps; made once. Needs a transaction over `settings`. */
export async function deviceId(db: GlossDatabase, { newId }: Environment): Promise<string> {
  const known = await db.settings.get('device');
  if (typeof known?.value === 'string') return known.value;
  const device = newId()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 12);
  await db.settings.put({ key: 'device', value: device });
  return device;
}

async function lastStamp(db: GlossDatabase): Promise<Stamp | null> {
  const last = await db.settings.get('clock');
  return typeof last?.value === 'string' ? last.value : null;
}

/** The stamp of a new operation, kept so that none is given twice. Needs a transaction over `settings`. */
export async function tick(db: GlossDatabase, env: Environment): Promise<Stamp> {
  const device = await deviceId(db, env);
  const stamp = nextStamp(await lastStamp(db), env.now(), device);
  await db.settings.put({ key: 'clock', value: stamp });
  return stamp;
}

/** Moves the clock past stamps of other machines, so that what a person does next is later than them. */
export async function observe(db: GlossDatabase, stamps: Iterable<Stamp>): Promise<void> {
  let last = await lastStamp(db);
  for (const stamp of stamps) last = latest(last, stamp);
  if (last) await db.settings.put({ key: 'clock', value: last });
}
