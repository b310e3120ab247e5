/**
 * Below so many bytes the disk counts as full, and nothing is written: a write that fails midway leaves half a record
 * in the browser's log, and a fresh one (`fresh-log.ts`) needs room for itself.
 */
const ROOM = 16 * 1024 * 1024;

/** Whether the disk has room to write. Without a limit of its own an extension's quota is what the disk has left. */
export async function hasRoom(): Promise<boolean> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined || quota - usage > ROOM;
}
