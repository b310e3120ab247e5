import type { Trouble } from '@/domain/mark';
import { BackupDatabase } from '@/storage/backup/db';
import { GlossDatabase } from '@/storage/db';
import { isFull, isNewer } from '@/storage/failure';
import { byRules, forgetFailure, lookAt, type OpeningRules } from '@/storage/opening';

/** Waits between attempts to open, milliseconds. */
const PAUSES = [0, 60, 300];
/**
 * An opening that has neither begun nor ended after so long is blocked, milliseconds: Chromium does not always say so.
 * Measured: it said nothing in 7 of 10 trials in which a page held the library open at an earlier version.
 */
const SILENCE = 3_000;
/** Dexie counts versions in tenths of the browser's. */
const TENTHS = 10;
const BACKUPS = 'gloss-backups';
/** The version of the schema that this code has. */
const SCHEMA = new GlossDatabase('unopened').verno;

interface Opening {
  db: GlossDatabase;
  place: IDBFactory;
  rules: OpeningRules;
  /** Whether the disk has room. */
  hasRoom: () => Promise<boolean>;
  /** How long an opening may be silent before it counts as blocked, milliseconds. */
  silence?: number;
  /** Called with errors, for diagnostics. */
  note: (error: unknown) => void;
}

/** The outcome of opening. A blocked opening goes on when it can: `until` resolves once it is open or failed. */
type Outcome =
  | { is: 'open' }
  | { is: 'blocked'; until: Promise<void> }
  /** Nothing is there at all. */
  | { is: 'emptied' }
  | { is: Exclude<Trouble, 'blocked' | 'smaller'> };
type Attempt = Outcome | { is: 'failed'; error: unknown };

/** Opens the library, in some attempts. One that is missing is made where the rules let it, and is lost where not. */
export async function openLibrary(opening: Opening): Promise<Outcome> {
  let last: unknown = null;
  for (const pause of PAUSES) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    const attempt = await openOnce(opening);
    if (attempt.is !== 'failed') return attempt;
    last = attempt.error;
    opening.note(last);
  }
  return { is: isFull(last) || !(await opening.hasRoom()) ? 'quota' : 'damaged' };
}

async function openOnce(asked: Opening): Promise<Attempt> {
  const { db, place, rules } = asked;
  const sight = await lookAt(place, db.name);
  if (sight.is === 'unreadable') return { is: 'failed', error: sight.error };
  if (sight.is === 'missing' && !rules.mayCreate) return missing(place);
  if (sight.is === 'there' && sight.version > SCHEMA * TENTHS) return { is: 'newer' };
  forgetFailure(db);
  return open(asked);
}

/**
 * A library that is not there is lost. Its backups lie beside it: where they are not there either, the place was
 * emptied. Where nothing can be opened at all, the place is damaged.
 */
async function missing(place: IDBFactory): Promise<Attempt> {
  if ((await lookAt(place, BACKUPS)).is === 'missing') return { is: 'emptied' };
  const probe = new BackupDatabase(BACKUPS, byRules(place, { mayCreate: true }));
  try {
    await probe.open();
    return { is: 'lost' };
  } catch (error) {
    return { is: 'failed', error };
  } finally {
    probe.close();
  }
}

/** Opens the library, and tells early when something else keeps it from being opened. */
async function open({ db, rules, silence = SILENCE }: Opening): Promise<Attempt> {
  let tell = (): void => undefined;
  const blocked = new Promise<'blocked'>((resolve) => {
    tell = () => resolve('blocked');
  });
  const timer = setTimeout(tell, silence);
  rules.begun = () => clearTimeout(timer);
  db.on('blocked', tell);
  const opening = db.open();
  try {
    if ((await Promise.race([opening, blocked])) !== 'blocked') return { is: 'open' };
    const ended = (): void => undefined;
    return { is: 'blocked', until: opening.then(ended, ended) };
  } catch (error) {
    return isNewer(error) ? { is: 'newer' } : { is: 'failed', error };
  } finally {
    clearTimeout(timer);
    db.on('blocked').unsubscribe(tell);
  }
}
