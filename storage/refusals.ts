import type { Refusals } from '@/domain/backup';
import type { GlossDatabase } from './db';
import { readLocal, writeLocal } from './local';

/** What was refused last to a page that asked for too much; `null` where that never was. */
export const lastRefusals = async (db: GlossDatabase): Promise<Refusals | null> =>
  (await readLocal(db, 'refused')) ?? null;

/** How long refusals of one page are counted before they are noted, milliseconds: a flood must not become one of notes. */
const GATHERED = 5_000;

interface Options {
  /** The library; `null` where it can't be written. */
  library: () => Promise<GlossDatabase | null>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Receives the number of refused calls, for the diagnostics. */
  told: (calls: number) => void;
}

/** Counts what is refused to pages, and notes it now and then, where the library can be written. */
export function createRefusals({ library, now, told }: Options) {
  const gathered = new Map<string, number>();
  const note = async (): Promise<void> => {
    const [[site, calls] = ['', 0]] = [...gathered].toSorted(([, a], [, b]) => b - a);
    gathered.clear();
    told(calls);
    // It is told for a person's sake; the library does not depend on it.
    const db = await library();
    if (db) await writeLocal(db, 'refused', { site, calls, at: now() });
  };
  return (site: string): void => {
    if (gathered.size === 0) setTimeout(() => void note().catch(() => undefined), GATHERED);
    gathered.set(site, (gathered.get(site) ?? 0) + 1);
  };
}
