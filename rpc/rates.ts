import { weightOf } from '@/domain/weight';
import { fail, ok, type Result } from '@/domain/result';
import { isWrite } from './write-order';

/** A token bucket: how much may be spent at once, and how much comes back each second. */
interface Budget {
  most: number;
  perSecond: number;
}

/**
 * What one tab's content script may ask for. A person who does their utmost spends a tenth of it: a list of 10,000
 * entries that is opened anew every few seconds, a key held down in triage, a long note that is saved as it is typed.
 */
const BUDGETS = {
  /** Messages. */
  calls: { most: 1_000, perSecond: 50 },
  /** Papers whose states are asked for. */
  read: { most: 60_000, perSecond: 1_000 },
  /** Papers that are said to have been on the screen. */
  seen: { most: 20_000, perSecond: 100 },
  /** Papers that are written. */
  written: { most: 20_000, perSecond: 100 },
  /** Steps of the library that are undone or redone, whoever did them. */
  undone: { most: 100, perSecond: 0.2 },
  /** Windows and tabs that are opened. */
  opened: { most: 5, perSecond: 0.2 },
  /** All that a call brings: its weight (`weight.ts`). */
  text: { most: 50_000_000, perSecond: 1_000_000 },
} as const satisfies Record<string, Budget>;
type Purse = keyof typeof BUDGETS;

const PURSES: Partial<Record<string, Purse>> = {
  'page.states': 'read',
  'page.open': 'read',
  'page.seen': 'seen',
  'papers.seen': 'seen',
  'papers.status': 'written',
  'papers.met': 'read',
  undo: 'undone',
  redo: 'undone',
  'frame.window': 'opened',
  'library.show': 'opened',
};

/** What a write that comes again with a later one (`write-order.ts`) costs of `calls`: it is not done again. */
const AGAIN = 0.1;

/** What a call costs; its shape is not known yet. */
function costOf(name: string, ask: unknown, isAgain: boolean): Partial<Record<Purse, number>> {
  const { papers } = (ask ?? {}) as Record<string, unknown>;
  const purse = PURSES[name] ?? 'written';
  const text = weightOf(ask, BUDGETS.text.most);
  if (isAgain) return { calls: AGAIN, text };
  return { calls: 1, [purse]: Array.isArray(papers) ? papers.length : 1, text };
}

/** Writes that are remembered of a sender as paid for; more than come along with a later one. */
const MOST_PAID = 200;

interface Account {
  /** What is left of each budget, and when that was so. */
  purses: Map<Purse, { left: number; at: number }>;
  /** The last writes that were paid for. */
  paid: Set<string>;
}

/** Names a write; `null` for a call that writes nothing. */
const writeOf = (name: string, ask: unknown): string | null =>
  isWrite(ask) && typeof ask.opId === 'string' ? `${name} ${ask.opId.slice(0, 100)}` : null;

/** Senders that are remembered: a purse that was not opened for long is full, and need not be kept. */
const REMEMBERED = 1_000;

export interface Rates {
  /** Takes what a call costs from what its sender has left. Fails (`busy`) where that is not enough. */
  take: (sender: string, name: string, ask: unknown) => Result<null>;
}

/** Keeps one content script from flooding the library, even one that a page controls. `now` is in milliseconds. */
export function createRates(now: () => number): Rates {
  const senders = new Map<string, Account>();
  const accountOf = (sender: string): Account => {
    const known = senders.get(sender) ?? { purses: new Map(), paid: new Set() };
    // The one that was opened last is the last to be forgotten.
    senders.delete(sender);
    senders.set(sender, known);
    const [oldest] = senders.keys();
    if (senders.size > REMEMBERED && oldest !== undefined) senders.delete(oldest);
    return known;
  };
  return {
    take: (sender, name, ask) => {
      const { purses, paid } = accountOf(sender);
      const at = now();
      const write = writeOf(name, ask);
      const isAgain = write !== null && paid.has(write);
      const costs = Object.entries(costOf(name, ask, isAgain)) as [Purse, number][];
      const left = costs.map(([purse, cost]) => {
        const { most, perSecond } = BUDGETS[purse];
        const before = purses.get(purse) ?? { left: most, at };
        const since = Math.max(0, at - before.at) / 1_000;
        return Math.min(most, before.left + since * perSecond) - cost;
      });
      if (left.some((rest) => rest < 0))
        return fail('busy', 'The page asks for more than a person can do.');
      for (const [index, [purse]] of costs.entries())
        purses.set(purse, { left: left[index] ?? 0, at });
      if (write !== null) paid.add(write);
      const [first] = paid;
      if (paid.size > MOST_PAID && first !== undefined) paid.delete(first);
      return ok(null);
    },
  };
}
