import type { ListedEntry } from '@/components/in-page/listed-entry';
import { refOf } from '@/domain/identity/identify';
import { isKept } from '@/domain/paper/in-sight';
import type { PaperState } from '@/domain/paper/paper';
import { type Call, pageCall } from '@/rpc/client';
import type { PageProtocol } from '@/rpc/protocol';

/** Tells the library what this page says of papers that are kept, once each. */
export interface Meetings {
  /** Looks at entries whose states may be others now. */
  look: (items: readonly ListedEntry[]) => void;
}

interface Options {
  call?: Call<PageProtocol>;
  newId: () => string;
  /** The page is one paper's own: who sees it sees what its notices tell. */
  isPaper: boolean;
  /** Takes in the states that changed. */
  apply: (states: PaperState[]) => void;
  signal: AbortSignal;
}

/** Decisions that follow each other within this go in one message, milliseconds. */
const TOGETHER = 300;

export function createMeetings({
  call = pageCall,
  newId,
  isPaper,
  apply,
  signal,
}: Options): Meetings {
  /** Entries by the text that was read: a row whose text changed is met anew. */
  const met = new WeakSet<ListedEntry['entry']>();
  let waiting: ListedEntry[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = async (): Promise<void> => {
    timer = undefined;
    if (signal.aborted) return;
    // A paper's page in a tab behind others was not seen yet.
    const isOpened = isPaper && document.visibilityState === 'visible';
    if (isPaper && !isOpened) return;
    const papers = waiting.map(({ entry }) => refOf(entry));
    waiting = [];
    if (papers.length === 0) return;
    const answer = await call('papers.met', { opId: newId(), papers, isOpened });
    if (answer.ok && answer.value.length > 0) apply(answer.value);
  };
  const soon = (): void => {
    timer ??= setTimeout(() => void tell(), TOGETHER);
  };
  document.addEventListener('visibilitychange', soon, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    look: (items) => {
      for (const item of items)
        if (isKept(item.state) && !met.has(item.entry)) {
          met.add(item.entry);
          waiting.push(item);
        }
      if (waiting.length > 0) soon();
    },
  };
}
