import type { ContentScriptContext } from '#imports';
import type { IdentifiedEntry } from '@/domain/entry';
import { placeText } from '@/domain/text';
import { besides, changeOf } from './change';
import { createQuiet } from './idle-changes';
import { territoryOf } from './territory';

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
  /** Reads the page; whether any entry is another than before. */
  read: () => boolean;
  /** Entries may stand elsewhere. */
  moved: () => void;
}

export interface PageWatch {
  /** Takes in at once what has changed until now. */
  catchUp: () => void;
  /** Reads the page at once, changed or not. */
  read: () => void;
}

/**
 * Has a page read again when its entries changed: added, replaced, taken away, reordered, or a row that holds
 * another paper now. One observer, on the list and on the way to it. Changes that never mean anything are
 * looked at less and less. What Gloss draws is outside of the body and not seen.
 */
export function watchPage({ ctx, list, entries, forget, ...watched }: Watched): PageWatch {
  const quiet = { row: createQuiet(IDLE_ROW), rest: createQuiet(IDLE) };
  /** Kinds of change that a reading is waited for, and when it is worth it. */
  const awaited = { row: new Map<string, number>(), rest: new Map<string, number>() };
  let territory = territoryOf(entries);
  let target: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let rested = { at: 0, shortlyAt: 0 };
  let moves: ReturnType<typeof setTimeout> | undefined;

  const read = (): void => {
    clearTimeout(timer);
    [timer, dueAt] = [undefined, Number.POSITIVE_INFINITY];
    if (!ctx.isValid) return;
    const begun = performance.now();
    const hasChanged = watched.read();
    const now = performance.now();
    const took = now - begun;
    rested = { at: now + REST * took, shortlyAt: now + SHORT_REST * took };
    for (const where of ['row', 'rest'] as const) {
      const kinds = [...awaited[where]];
      const causes = kinds.flatMap(([kind, at]) => (hasChanged || at <= begun ? kind : []));
      quiet[where].learn(causes, hasChanged, now);
      awaited[where].clear();
    }
    territory = territoryOf(entries);
    observe();
  };
  const readAt = (at: number): void => {
    if (at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(read, Math.max(0, at - performance.now()));
  };
  const notice = (records: readonly MutationRecord[]): void => {
    if (records.length === 0) return;
    const now = performance.now();
    const touched = new Set<IdentifiedEntry>();
    for (const record of records) {
      const { kind, entry, isContent } = changeOf(record, territory);
      if (!isContent) continue;
      if (entry) touched.add(entry);
      else for (const beside of besides(record, territory)) forget(beside);
      const where = entry ? 'row' : 'rest';
      const at = quiet[where].dueAt(kind, now);
      awaited[where].set(kind, at);
      readAt(Math.max(at, now + SETTLE, rested.at));
    }
    for (const entry of touched) {
      forget(entry);
      if (saysOther(entry)) readAt(Math.max(now + AT_ONCE, rested.shortlyAt));
    }
    moves ??= setTimeout(() => {
      moves = undefined;
      if (ctx.isValid) watched.moved();
    }, MOVES);
  };

  const observer = new MutationObserver(notice);
  const observe = (): void => {
    const now = list();
    if (now === target) return;
    target = now;
    observer.disconnect();
    if (!now) return;
    observer.observe(now, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
    // The list itself may be replaced.
    for (let up = now.parentElement; up; up = up.parentElement)
      observer.observe(up, { childList: true });
  };
  // The event comes before the address changes and before the page draws.
  ctx.addEventListener(window, 'wxt:locationchange', () => readAt(performance.now() + SETTLE));
  ctx.onInvalidated(() => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(moves);
  });
  return {
    catchUp: () => {
      notice(observer.takeRecords());
      if (timer !== undefined) read();
    },
    read,
  };
}

/** Whether an entry's row shows another title than was read. */
const saysOther = ({ title, titlePlace }: IdentifiedEntry): boolean =>
  !titlePlace.every(({ node }) => node.isConnected) || placeText(titlePlace) !== title;
