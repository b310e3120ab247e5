import type { Refusals } from '@/domain/backup';
import type { GlossDatabase } from './db';

const KEY = 'refused';

/** What was refused last to a page that asked for too much; `null` where that never was. */
export const lastRefusals = async (db: GlossDatabase): Promise<Refusals | null> =>
  ((await db.settings.get(KEY))?.value as Refusals | undefined) ?? null;

/** How long refusals of one page are counted before they are noted, milliseconds: a flood must not become one of notes. */
const GATHERED = 5_000;

/** Counts what is refused to pages, and notes it now and then. */
export function createRefusals(db: GlossDatabase, now: () => number) {
  const gathered = new Map<string, number>();
  const note = (): void => {
    const [[site, calls] = ['', 0]] = [...gathered].toSorted(([, a], [, b]) => b - a);
    gathered.clear();
    // It is told for a person's sake; the library does not depend on it.
    db.settings.put({ key: KEY, value: { site, calls, at: now() } }).catch(() => undefined);
  };
  return (site: string): void => {
    if (gathered.size === 0) setTimeout(note, GATHERED);
    gathered.set(site, (gathered.get(site) ?? 0) + 1);
  };
}
