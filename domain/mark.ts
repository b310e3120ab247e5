/*
 * A mark of the library is kept outside its database. A browser that finds its database damaged throws it away and
 * begins an empty one; only what lies elsewhere can tell that there was a library.
 */

/**
 * What was known of the library when the mark was written last. It never runs ahead of the library. `rev` lags by no
 * write that a person was told of; the count of papers may.
 */
export interface Mark {
  /** The library's random id; `null` where only a copy of the library tells of it. */
  library: string | null;
  /** The highest number of a write (`storage/revisions.ts`) that had been committed. */
  rev: number;
  /** When that was noted, milliseconds since 1970. */
  at: number;
  /** Papers, those in the trash included, as they were at the revision `countedRev`. */
  papers: number;
  countedRev: number;
  /** The version of the database's schema. */
  schema: number;
}

/** What a start finds in the database. */
export interface LibraryFound {
  /** `null` where the database has no id yet. */
  library: string | null;
  rev: number;
  /** `null` where they were not counted: that takes 150 ms for 100,000. */
  papers: number | null;
  /** The number of the last write that deleted all papers in one go; 0 where there was none. */
  clearedRev: number;
}

/**
 * Compares the library with its mark.
 *
 * Numbers of writes only ever rise, and the mark notes a number after its commit. So a library whose highest number
 * is lower has lost writes, and a mark that lags raises no alarm. Each paper that goes takes a number (or all of them
 * go under one, `clearedRev`): papers that are missing beyond the writes since the mark were not deleted by anybody.
 * The id is written first and never again: rows without it are what is left of a library in a database whose own
 * records are gone, and belong to no library.
 */
export function judge(mark: Mark | null, found: LibraryFound | null): 'well' | 'lost' | 'smaller' {
  if (!mark || mark.rev === 0) return 'well';
  if (!found || found.rev === 0) return 'lost';
  if (mark.library !== null && found.library !== mark.library) return 'lost';
  const isLate = found.rev < mark.rev;
  const isCleared = found.clearedRev > mark.countedRev;
  const isShort =
    found.papers !== null && !isCleared && mark.papers - found.papers > found.rev - mark.countedRev;
  if (!isLate && !isShort) return 'well';
  return found.papers === 0 && mark.papers > 0 ? 'lost' : 'smaller';
}

/** What keeps a library from being used. */
export type Trouble =
  /** It is empty, and a library was here. */
  | 'lost'
  /** A part of it is missing. */
  | 'smaller'
  /** The browser can't open the database. */
  | 'damaged'
  /** A newer Gloss wrote the database. */
  | 'newer'
  /** The database is to be changed to this version's schema, and something holds it open. */
  | 'blocked'
  /** The disk is full, so that the browser can't open the database. */
  | 'quota';

const TROUBLES: readonly string[] = [
  'lost',
  'smaller',
  'damaged',
  'newer',
  'blocked',
  'quota',
] satisfies Trouble[];

/** Whether a failure lies in the library as a whole. */
export const isTrouble = (reason: string): reason is Trouble => TROUBLES.includes(reason);

/** Something that the library can be brought back from. */
export interface Offer {
  from: { kind: 'copy' } | { kind: 'backup'; id: string };
  /** When it was made, milliseconds since 1970. */
  at: number;
  papers: number;
}

/** How the library is, and what can be done where it is not well. */
export interface Condition {
  trouble: Trouble | null;
  /** What is known of the library that was here. */
  mark: Mark | null;
  /** Papers in the library as it is now; `null` where it can't be read. */
  papers: number | null;
  /** What it can be brought back from, the newest first. */
  offers: Offer[];
  /** The library is too large for a copy outside its database. */
  isTooLargeToCopy: boolean;
  /** The folder for backups that a person had chosen and that the browser no longer knows. */
  lostFolder: string | null;
}

/** Whether what is there of a library can be shown; until it is known how the library is, it is taken for well. */
export const isReadable = (condition: Condition | null): boolean =>
  !condition?.trouble ||
  condition.trouble === 'smaller' ||
  (condition.trouble === 'quota' && condition.papers !== null);

/** Papers from which on a folder for backups is suggested, once. */
export const WORTH_A_FOLDER = 50;
