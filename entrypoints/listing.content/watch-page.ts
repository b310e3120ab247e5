import type { ContentScriptContext } from '#imports';
import type { IdentifiedEntry } from '@/domain/entry';
import { placeText } from '@/domain/text';
import { besides, changeOf } from './change';
import { createQuiet } from './idle-changes';
import { territoryOf } from './territory';
import { isOurs } from './ours';
import { watchAddress } from './watch-address';

/** Changes are read together after so long, milliseconds. */
const SETTLE = 100;
/** A row that shows another paper is read at once: the next frame, milliseconds. */
const AT_ONCE = 16;
/** After a reading the page rests so many times as long as it took. */
const REST = 20;
const SHORT_REST = 4;
/** The longest that a change may be taken for idle: in a row, where a person may be at work, and elsewhere. */
const IDLE_ROW = 2_000;
const IDLE = 30_000;
/** What only moves is followed so often, milliseconds. */
const MOVES = 100;

interface Watched {
  ctx: ContentScriptContext;
  /** The element that entries come and go in; `null` where nothing is watched but the address. */
  list: () => Element | null;
  entries: () => readonly IdentifiedEntry[];
  /** An entry's row changed. */
  forget: (entry: IdentifiedEntry) => void;
  /** Reads the page; returns whether any entry changed. */
  read: () => boolean;
  /** Called when entries may have moved. */
  moved: () => void;
}

export interface PageWatch {
  /** Takes in at once what has changed until now. */
  catchUp: () => void;
  /** Reads the page at once, changed or not. */
  read: () => void;
}

/** Calls `act` at the earliest time that it was asked for, milliseconds of `performance.now()`. */
function createAlarm(act: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  const clear = (): void => {
    clearTimeout(timer);
    [timer, dueAt] = [undefined, Number.POSITIVE_INFINITY];
  };
  return {
    clear,
    isSet: (): boolean => timer !== undefined,
    setAt: (at: number): void => {
      if (at >= dueAt) return;
      clearTimeout(timer);
      dueAt = at;
      timer = setTimeout(act, Math.max(0, at - performance.now()));
    },
  };
}

/** Observes a list, and the way to it up to the document: the list may be replaced, or the page's root. */
function createObserver(list: () => Element | null, notice: MutationCallback) {
  const observer = new MutationObserver(notice);
  let target: Element | null = null;
  let root: Element | null = null;
  return {
    /** Follows the list where it is now. */
    follow(): void {
      const now = list();
      const page = document.documentElement as Element | null;
      if (now === target && page === root) return;
      [target, root] = [now, page];
      observer.disconnect();
      if (!now) return;
      const everything = { childList: true, subtree: true, characterData: true, attributes: true };
      observer.observe(now, everything);
      for (let up = now.parentNode; up; up = up.parentNode)
        observer.observe(up, { childList: true });
    },
    takeRecords: (): MutationRecord[] => observer.takeRecords(),
    disconnect: (): void => observer.disconnect(),
  };
}

/** Learns which kinds of change lead to other entries, in the rows and elsewhere. */
function createCauses() {
  const quiet = { row: createQuiet(IDLE_ROW), rest: createQuiet(IDLE) };
  /** Kinds of change that a reading is waited for, and when it is worth it. */
  const awaited = { row: new Map<string, number>(), rest: new Map<string, number>() };
  return {
    /** When a change of a kind is worth a reading. */
    dueAt(where: 'row' | 'rest', kind: string, now: number): number {
      const at = quiet[where].dueAt(kind, now);
      awaited[where].set(kind, at);
      return at;
    },
    /** A reading that began at `begun` has told whether anything changed. */
    learn(hasChanged: boolean, begun: number, now: number): void {
      for (const where of ['row', 'rest'] as const) {
        const kinds = [...awaited[where]];
        const causes = kinds.flatMap(([kind, at]) => (hasChanged || at <= begun ? kind : []));
        quiet[where].learn(causes, hasChanged, now);
        awaited[where].clear();
      }
    },
  };
}

/**
 * Has a page read again when its entries changed: added, replaced, taken away, reordered, or a row that holds
 * another paper now. One observer, on the list and on the way to it. Changes that never mean anything are
 * looked at less and less. What Gloss draws is outside of the body and not seen.
 */
export function watchPage({ ctx, list, entries, forget, ...watched }: Watched): PageWatch {
  const causes = createCauses();
  let territory = territoryOf(entries);
  let rested = { at: 0, shortlyAt: 0 };
  let moves: ReturnType<typeof setTimeout> | undefined;

  const read = (): void => {
    alarm.clear();
    if (!ctx.isValid) return;
    const begun = performance.now();
    const hasChanged = watched.read();
    const now = performance.now();
    const took = now - begun;
    rested = { at: now + REST * took, shortlyAt: now + SHORT_REST * took };
    causes.learn(hasChanged, begun, now);
    territory = territoryOf(entries);
    observer.follow();
  };
  const alarm = createAlarm(read);
  const notice = (records: readonly MutationRecord[]): void => {
    if (records.every(isOurs)) return;
    const now = performance.now();
    const touched = new Set<IdentifiedEntry>();
    for (const record of records) {
      const { kind, entry, isContent } = changeOf(record, territory);
      if (!isContent) continue;
      if (entry) touched.add(entry);
      else for (const beside of besides(record, territory)) forget(beside);
      const at = causes.dueAt(entry ? 'row' : 'rest', kind, now);
      alarm.setAt(Math.max(at, now + SETTLE, rested.at));
    }
    for (const entry of touched) {
      forget(entry);
      if (saysOther(entry)) alarm.setAt(Math.max(now + AT_ONCE, rested.shortlyAt));
    }
    moves ??= setTimeout(() => {
      moves = undefined;
      if (ctx.isValid) watched.moved();
    }, MOVES);
  };
  const observer = createObserver(list, notice);
  watchAddress(ctx, () => alarm.setAt(performance.now() + SETTLE));
  ctx.onInvalidated(() => {
    observer.disconnect();
    alarm.clear();
    clearTimeout(moves);
  });
  return {
    catchUp: () => {
      notice(observer.takeRecords());
      if (alarm.isSet()) read();
    },
    read,
  };
}

/** Whether an entry's row shows another title than was read. */
const saysOther = ({ title, titlePlace }: IdentifiedEntry): boolean =>
  !titlePlace.every(({ node }) => node.isConnected) || placeText(titlePlace) !== title;
