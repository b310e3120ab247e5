import type { PromiseExtended } from 'dexie';
import type { CheckupReport, Refusals } from '@/domain/backup';
import type { UsedDays } from '@/domain/days';
import type { ImportReport } from '@/domain/library';
import type { Stamp } from '@/domain/paper/clock';
import type { GlossDatabase } from './db';

/** What this machine alone keeps beside the library (table `settings`), by name. */
export interface Local {
  /** This installation's name in stamps. */
  device: string;
  /** The last stamp that was given. */
  clock: Stamp;
  /** The latest stamp in the library that is far ahead of the clock. */
  'clock-ahead': Stamp;
  /** Which library this is. */
  library: string;
  /** The highest number of a write that all open pages were told of. */
  told: number;
  /** The number of the last journal entry that can't be undone any more, with all before it. */
  'steps-forgotten': number;
  /** The last imports and their reports, for a caller whose answer was lost with the worker. */
  imports: { opId: string; report: ImportReport }[];
  /** Sections of files that this version does not know. */
  extra: Record<string, unknown>;
  /** The report of the last check, and of what was mended since. */
  health: CheckupReport;
  /** The id after which the next check goes on. */
  'health-place': string;
  /** What was refused last to a page that asked for too much. */
  refused: Refusals;
  days: UsedDays;
  /** On which day of use a paper was first met in the trash, by its id. */
  'trash-days': Record<string, number>;
  /** On which day of use old sightings were let go last. */
  'sightings-swept': number;
}

/**
 * A value that this machine keeps; `undefined` before it was set. Dexie's own promise, not that of an async function:
 * it may be the first thing that a transaction waits for.
 */
export const readLocal = <Name extends keyof Local>(
  db: GlossDatabase,
  name: Name,
): PromiseExtended<Local[Name] | undefined> =>
  // Only `writeLocal` writes it.
  db.settings.get(name).then((row) => row?.value as Local[Name] | undefined);

/** Keeps a value, in the caller's transaction where there is one over `settings`. */
export const writeLocal = <Name extends keyof Local>(
  db: GlossDatabase,
  name: Name,
  value: Local[Name],
): PromiseExtended<unknown> => db.settings.put({ key: name, value });

/** Forgets a value, in the caller's transaction where there is one over `settings`. */
export const dropLocal = (db: GlossDatabase, name: keyof Local): PromiseExtended<void> =>
  db.settings.delete(name);
