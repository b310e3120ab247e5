import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { Backup, MadeAt } from '@/domain/backup';

/** A backup and how far it is written. It counts only once it is complete. */
export interface BackupRow extends Backup, MadeAt {
  /** The library's revision when it was begun. */
  rev: number;
  /** Phase and key of the last written row: the next slice begins there, also after the worker was stopped. */
  phase: 'head' | 'papers' | 'changes' | 'sightings' | 'done';
  after: string;
  /** Number of parts so far. */
  parts: number;
  /** 1 when it is whole; absent before, so that the index holds whole ones alone. */
  complete?: 1;
}

/** A slice of a backup: a list of documents as compressed JSON. Of two with one paper the later counts. */
export interface BackupPart {
  backup: string;
  index: number;
  kind: 'head' | 'papers' | 'gone' | 'sightings';
  bytes: Uint8Array<ArrayBuffer>;
}

/** The file of a backup in the folder that a person chose. */
export interface BackupFile {
  backup: string;
  name: string;
}

/**
 * Backups have a database of their own, so that they are never in the way of a write. It shares the folder and the fate of
 * the library's in Chromium; `copy.ts` keeps what outlives both.
 */
export class BackupDatabase extends Dexie {
  backups!: EntityTable<BackupRow, 'id'>;
  parts!: Table<BackupPart, [string, number]>;
  files!: EntityTable<BackupFile, 'backup'>;

  constructor(name = 'gloss-backups', options: DexieOptions = {}) {
    super(name, options);
    this.version(1).stores({
      backups: 'id, at, complete',
      parts: '[backup+index]',
      files: 'backup',
    });
  }
}
