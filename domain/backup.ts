/** Why a snapshot was taken: after a day with changes, by a person's word, before the library was replaced; or it was read from a file, or from the copy outside the databases. */
export type BackupReason = 'daily' | 'asked' | 'safety' | 'file' | 'copy';

/** A backup as it is listed. */
export interface Backup {
  id: string;
  reason: BackupReason;
  /** Milliseconds since 1970. */
  at: number;
  papers: number;
  /** Compressed. */
  bytes: number;
}

/** What restoring a backup would change, in papers. */
export interface BackupPreview {
  /** In the backup. */
  papers: number;
  /** Not in the library at all. */
  missing: number;
  /** Deleted in the library. */
  deleted: number;
  /** In both, and not the same. */
  changed: number;
  /** In the library alone: replacing would take them away. */
  onlyHere: number;
}

/** The folder that a person chose for backups. */
export interface BackupFolder {
  name: string;
  /** `ask`: the browser wants the person to allow it again; `gone`: it is not there any more; `full`: it could not be written; `forgotten`: the browser no longer knows it. */
  state: 'ready' | 'ask' | 'gone' | 'full' | 'forgotten';
  /** Names of files that no backup here stands for, the newest first. */
  others: string[];
}

/** What is suggested of a folder for backups. */
export interface FolderOffered {
  /** The one that was chosen and that the browser no longer knows; `null` where none was chosen yet. */
  forgotten: string | null;
}

/** What a check of the library found and mended at the start. */
export interface CheckupReport {
  /** Milliseconds since 1970. */
  at: number;
  /** How many rows were looked at. */
  checked: number;
  /** What was wrong, by kind, and how many of it were mended. */
  mended: Partial<Record<CheckupProblem, number>>;
  refused?: Refusals;
}

/** What was refused to a page that asked for more than a person can do. */
export interface Refusals {
  /** The page's host. */
  site: string;
  /** How many calls, within some seconds. */
  calls: number;
  /** Milliseconds since 1970. */
  at: number;
}

/**
 * `keys`: two papers had the same key. `highlights`: highlights whose paper was gone. `tags`: papers with a tag
 * that is not there. `indexes`: papers that lists would not have shown.
 */
export const CHECKUP_PROBLEMS = ['keys', 'highlights', 'tags', 'indexes'] as const;
export type CheckupProblem = (typeof CHECKUP_PROBLEMS)[number];

const DAY = 86_400_000;
const DAILY = 7;
const WEEKLY = 4;
/** Of each other reason. */
const OTHERS = 3;

/** Days since 1970 by the local clock; `offset` is minutes as `Date.getTimezoneOffset` has them. */
export const dayOf = (at: number, offset: number): number =>
  Math.floor((at - offset * 60_000) / DAY);

/** Weeks that begin on Monday: 1 January 1970 was a Thursday. */
const weekOf = (day: number): number => Math.floor((day + 3) / 7);

/** In which order backups were made: a clock may have been wrong, so their times don't tell. */
export interface MadeAt {
  /** Counts up from 1; absent in backups from files and from before it was counted. */
  made?: number;
}

/** The backup that was made last comes first. */
export const lastMadeFirst = (a: Backup & MadeAt, b: Backup & MadeAt): number =>
  (b.made ?? 0) - (a.made ?? 0) || b.at - a.at;

/**
 * Whether a backup is due: something changed since the last one, and that one is of another day. So each day with
 * changes has its backup once the next day begins, or sooner, whatever day a wrong clock gave to the last.
 */
export const isDue = (
  last: { at: number; rev: number } | undefined,
  now: number,
  rev: number,
  offset: number,
): boolean =>
  rev > 0 && (!last || (rev !== last.rev && dayOf(now, offset) !== dayOf(last.at, offset)));

/** The backups to delete: all but the last of each of the last 7 days and 4 weeks that have one, and some of each other kind. */
export function expired(backups: readonly (Backup & MadeAt)[], offset: number): string[] {
  const newest = backups.toSorted(lastMadeFirst);
  const daily = newest.filter(({ reason }) => reason === 'daily');
  const kept = new Set<string>();
  const keepOne = (count: number, slot: (backup: Backup) => number): void => {
    const slots = new Map<number, string>();
    for (const backup of daily) if (!slots.has(slot(backup))) slots.set(slot(backup), backup.id);
    for (const id of [...slots.values()].slice(0, count)) kept.add(id);
  };
  keepOne(DAILY, ({ at }) => dayOf(at, offset));
  keepOne(WEEKLY, ({ at }) => weekOf(dayOf(at, offset)));
  for (const reason of ['asked', 'safety', 'file', 'copy'] as const)
    for (const { id } of newest.filter((one) => one.reason === reason).slice(0, OTHERS))
      kept.add(id);
  return newest.flatMap(({ id }) => (kept.has(id) ? [] : id));
}
