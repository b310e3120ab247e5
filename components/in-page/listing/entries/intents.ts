import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Status } from '@/domain/paper/paper';

/** Statuses that were sent and not confirmed yet, so that a second key press toggles the status on its way. */
export interface Intents {
  /** Counts a status for entries while it is written. */
  during: <T>(
    items: readonly ListedEntry[],
    status: Status | null,
    write: () => Promise<T>,
  ) => Promise<T>;
  /** The status of an entry once all that was sent is stored. */
  statusToBe: (item: ListedEntry) => Status | null;
}

export function createIntents(): Intents {
  const intended = new Map<ListedEntry, { status: Status | null }>();
  return {
    during: async (items, status, write) => {
      const intent = { status };
      for (const item of items) intended.set(item, intent);
      try {
        return await write();
      } finally {
        for (const item of items) if (intended.get(item) === intent) intended.delete(item);
      }
    },
    statusToBe: (item) => (intended.get(item) ?? item.state).status,
  };
}
