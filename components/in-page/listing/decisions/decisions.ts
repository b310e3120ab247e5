import { i18n } from '#i18n';
import type { Turn } from '@/components/in-page/dock/bar';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { isTrouble } from '@/domain/mark';
import type { Status } from '@/domain/paper/paper';
import type { Failure, Result } from '@/domain/result';
import { type Call, pageCall } from '@/rpc/client';
import type { PageProtocol } from '@/rpc/protocol';
import type { Dock } from '@/components/in-page/listing/page-bar/dock';
import type { Store } from '@/components/in-page/listing/entries/store';

/** Decisions about entries: each is one step to undo, and the page bar tells it. */
export interface Decisions {
  /** Sets a status, or takes it off where it is set; whether it was set. */
  toggleStatus: (item: ListedEntry, status: Status) => boolean;
  setTag: (item: ListedEntry, name: string, on: boolean) => void;
  /** Dismisses all undecided entries above an entry. */
  dismissAbove: (item: ListedEntry) => Promise<void>;
  /** Takes everything on the page as seen. */
  seeAll: () => Promise<void>;
  /** Undoes a step, the newest on this page or another where none is named, or redoes the last that was undone. */
  turn: (way: Turn, step?: string) => Promise<void>;
  /** Does an action under an `opId`, and tells on the page bar that it is done, or why it failed and what to do. */
  told: <T>(ask: (opId: string) => Promise<Result<T>>, text?: string) => Promise<Result<T>>;
  tellFailure: (failure: Failure) => void;
  /** Whether the last that the person did on the page is one of these, or its undo. */
  isLast: () => boolean;
  /** The person did something else on the page. */
  forget: () => void;
}

interface Options {
  site: string;
  store: Store;
  /** Says it on the page bar. */
  tell: Dock['tell'];
  newId: () => string;
  isNew: (item: ListedEntry) => boolean;
  /** Whether an entry is where a person can't see it: no decision about many includes it. */
  isClosed: (item: ListedEntry) => boolean;
  /** Whether messages name no tags and no papers. */
  isDiscreet: () => boolean;
  /** Counts all entries that were seen until now as seen before; `null` takes that back. */
  takeAsSeen: (now: number | null) => void;
  /** Goes to the entry that an undo changed. */
  goTo: (item: ListedEntry) => void;
  call?: Call<PageProtocol>;
}

const DONE = { undo: 'dock.did.undone', redo: 'dock.did.redone' } as const;
const ELSEWHERE = { undo: 'dock.did.undoneElsewhere', redo: 'dock.did.redoneElsewhere' } as const;
const SOMEWHERE = { undo: 'dock.did.undoneSomewhere', redo: 'dock.did.redoneSomewhere' } as const;
const NOTHING = { undo: 'dock.did.nothing', redo: 'dock.did.nothingAgain' } as const;

/** Says on the page bar why an action failed, and offers what helps. */
const failuresBy =
  (tell: Dock['tell']) =>
  ({ reason }: Failure): void =>
    tell(i18n.t(`failure.${reason}`), {
      isFailure: true,
      ...(isTrouble(reason) ? { offers: 'library', lasts: true } : {}),
      ...(reason === 'storage' ? { offers: 'diagnostics' } : {}),
    });

/** Says that a tag was put on or taken off; `null` leaves its name out. */
const tagWords = (isOn: boolean, name: string | null): string =>
  name === null
    ? i18n.t(isOn ? 'dock.did.tagAdded' : 'dock.did.tagRemoved')
    : i18n.t(isOn ? 'dock.did.tagged' : 'dock.did.untagged', [name]);

interface TurnParts {
  call: Call<PageProtocol>;
  about: (text: string, title: string) => string;
  tellFailure: Decisions['tellFailure'];
}

/** Undoes and redoes: takes in what changed, goes to its entry, and says what it was. */
const turnsBy =
  (
    { store, tell, newId, isDiscreet, takeAsSeen, goTo }: Options,
    { call, about, tellFailure }: TurnParts,
  ): Decisions['turn'] =>
  async (way, step) => {
    const opId = newId();
    const named = step === undefined ? {} : { step };
    const answer = await (way === 'undo'
      ? call('undo', { opId, ...named })
      : call('redo', { opId }));
    if (!answer.ok) return tellFailure(answer.error);
    const turned = answer.value;
    if (!turned) return tell(i18n.t(NOTHING[way]));
    if (turned.field === 'seen') takeAsSeen(way === 'undo' ? null : Date.now() + 1);
    store.apply(turned.papers);
    const ids = new Set(turned.papers.map(({ id }) => id));
    const item = store.listed.find(({ state }) => ids.has(state.id));
    if (item) goTo(item);
    const isElsewhere = !item && turned.title !== '';
    const elsewhere = isDiscreet()
      ? i18n.t(SOMEWHERE[way])
      : i18n.t(ELSEWHERE[way], [turned.title]);
    const text = isElsewhere
      ? elsewhere
      : about(i18n.t(DONE[way]), ids.size === 1 ? turned.title : '');
    tell(text, way === 'undo' ? { offers: 'redo' } : { offers: 'undo', step: opId });
  };

export function createDecisions(options: Options): Decisions {
  const { site, store, tell, newId, isNew, isClosed, isDiscreet, call = pageCall } = options;
  const tellFailure = failuresBy(tell);
  /** Actions are counted as they are made. Answers may come in another order; the bar tells the last action. */
  let acts = 0;
  let lastTold = 0;
  let isLast = false;
  const told: Decisions['told'] = async (ask, text) => {
    const step = newId();
    const act = (acts += 1);
    isLast = true;
    const answer = await ask(step);
    if (!answer.ok) tellFailure(answer.error);
    else if (text !== undefined && act > lastTold) {
      lastTold = act;
      tell(text, { offers: 'undo', step });
    }
    return answer;
  };
  /** A message with the paper that it is about. */
  const about = (text: string, title: string): string =>
    isDiscreet() || title === '' ? text : i18n.t('dock.did.about', [text, title]);
  return {
    told,
    tellFailure,
    isLast: () => isLast,
    forget: () => {
      isLast = false;
    },
    toggleStatus: (item, status) => {
      const next = store.statusToBe(item) === status ? null : status;
      const text = about(i18n.t(`dock.did.${next ?? 'cleared'}`), item.entry.title);
      void told((opId) => store.setStatus(item, next, opId), text);
      return next !== null;
    },
    setTag: (item, name, on) => {
      const text = tagWords(on, isDiscreet() ? null : name);
      void told((opId) => store.setTag(item, name, on, opId), about(text, item.entry.title));
    },
    dismissAbove: async ({ index }) => {
      const above = store.listed
        .slice(0, index)
        .filter((item) => store.statusToBe(item) === null && !isClosed(item));
      if (above.length === 0) return tell(i18n.t('dock.did.nothingAbove'));
      await told(
        (opId) => store.setStatuses(above, 'dismissed', opId),
        i18n.t('dock.did.dismissedAbove', above.length),
      );
    },
    seeAll: async () => {
      const fresh = store.listed.filter((item) => isNew(item) && !isClosed(item));
      if (fresh.length === 0) return tell(i18n.t('dock.did.nothingNew'));
      const papers = fresh.map(({ entry }) => entry.identity);
      const answer = await told(
        (opId) => call('papers.seen', { opId, site, papers }),
        i18n.t('dock.did.seenAll', fresh.length),
      );
      if (!answer.ok) return;
      // The time came from the background's clock, a moment ago.
      options.takeAsSeen(Date.now() + 1);
      store.apply([]);
    },
    turn: turnsBy(options, { call, about, tellFailure }),
  };
}
