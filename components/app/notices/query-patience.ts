import { type Signal, signal } from '@preact/signals';
import type { QueryFault } from '@/domain/query/parse';
import type { Typed } from '@/domain/query/typed';

/** A query that is open at its end is no fault until the typing has paused so long, milliseconds. */
const PATIENCE = 1_200;

/** What is wrong with the query in a search field: said at once, or after a pause where typing on may mend it. */
export function createFaults(): { fault: Signal<QueryFault | null>; take: (typed: Typed) => void } {
  const fault = signal<QueryFault | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    fault,
    take: ({ fault: found, isOpen }) => {
      clearTimeout(timer);
      fault.value = isOpen ? null : found;
      if (isOpen) timer = setTimeout(() => (fault.value = found), PATIENCE);
    },
  };
}
