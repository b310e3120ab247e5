import type { BackupDatabase } from '@/storage/backup/db';
import { headOf, papersOf, sightingsOf, wholeBackup } from '@/storage/backup/read';

/** All that a small backup holds. */
export async function readBackup(backups: BackupDatabase, id: string) {
  const row = await wholeBackup(backups, id);
  return {
    ...(await headOf(backups, row)),
    papers: (await Array.fromAsync(papersOf(backups, row))).flat(),
    sightings: (await Array.fromAsync(sightingsOf(backups, row))).flat(),
  };
}
