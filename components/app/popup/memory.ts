import type { Filters, Memory, TabName } from './ports';

/** A search that is older is not taken up again, milliseconds: the person has moved on. */
const FRESH = 10 * 60_000;

interface Remembered {
  at: number;
  tab: TabName;
  text: string;
  status: Filters['status']['value'];
  tag: string | null;
}

/** Takes up what was remembered: the tab always, the search and filters while they are fresh. */
export function recall(
  memory: Memory,
  now: number,
  tabs: readonly string[],
): Partial<Omit<Remembered, 'at'>> {
  try {
    const known = JSON.parse(memory.get() ?? '{}') as Partial<Remembered>;
    const tab = tabs.includes(known.tab ?? '') ? { tab: known.tab as TabName } : {};
    if (now - (known.at ?? 0) > FRESH) return tab;
    const { text = '', status = null, tag = null } = known;
    return { ...tab, text, status, tag };
  } catch {
    // Of another version, or not ours.
    return {};
  }
}

/** After the last key, milliseconds: no key waits for the disk. */
const PAUSE = 200;

/** Remembers what it was told last: after a pause, or at `flush`, when the popup is left. */
export function createRemembering(memory: Memory) {
  let known: Remembered | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function flush(): void {
    clearTimeout(timer);
    if (known) memory.set(JSON.stringify(known));
    known = null;
  }
  return {
    remember: (now: Remembered): void => {
      known = now;
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE);
    },
    flush,
  };
}
