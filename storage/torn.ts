import type { Dexie } from 'dexie';
import { isFull } from './failure';

/** Whether the disk failed, and not the request. */
const isOfDisk = (error: DOMException | null): boolean =>
  error !== null && (error.name === 'UnknownError' || isFull(error));

/**
 * Tells of each write of a database that the disk failed, from any caller: it may have left half a record in the
 * browser's log (`fresh-log.ts`).
 */
export function onTornWrite(db: Dexie, torn: () => void): void {
  db.use({
    stack: 'dbcore',
    name: 'torn',
    create: (core) => ({
      ...core,
      transaction: (tables, mode, options) => {
        // Of the browser, though Dexie's type says less.
        const transaction = core.transaction(tables, mode, options) as IDBTransaction;
        if (mode === 'readwrite')
          transaction.addEventListener('abort', () => {
            if (isOfDisk(transaction.error)) torn();
          });
        return transaction;
      },
    }),
  });
}
