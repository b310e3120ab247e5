import { i18n } from '#i18n';
import type { Turn } from '@/components/in-page/dock/bar';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { isTrouble } from '@/domain/mark';
import type { Status } from '@/domain/paper/paper';
import type { Failure, Result } from '@/domain/result';
import { pageCall } from '@/rpc/client';
import type { Dock } from './dock';
import type { Store } from './store';

/** What a person decides about entries: each is one step to undo, and the page bar says what was done. */
export interface Decisions {
  /** Sets a status, or takes it off where it is set; whether it was set. */
  toggleStatus: (item: ListedEntry, status: Status) => boolean;
  setTag: (item: ListedEntry, name: string, on: boolean) => void;
  /** Dismisses what is not decided about above an entry. */
  dismissAbove: (item: ListedEntry) => Promise<void>;
  /** Takes everything on the page as seen. */
  seeAll: () => Promise<void>;
  /** Undoes the newest step, on this page or another, or does again what was undone last. */
  turn: (way: Turn) => Promise<void>;
  /** Says what was done, or what failed and what to do. */
  told: <T>(result: Promise<Result<T>>, text?: string) => Promise<Result<T>>;
  tellFailure: (failure: Failure) => void;
}

interface Options {
  site: string;
  store: Store;
  /** Says it on the page bar. */
  tell: Dock['tell'];
  newId: () => string;
  isNew: (item: ListedEntry) => boolean;
  /** Whether messages name no tags and no papers. */
  isDiscreet: () => boolean;
  /** All that was seen until now counts as seen before; `null` takes that back. */
  takeAsSeen: (now: number | null) => void;
  /** Goes to an entry of which something was undone. */
  goTo: (item: ListedEntry) => void;
}

const DONE = { undo: 'dock.did.undone', redo: 'dock.did.redone' } as const;
const ELSEWHERE = { undo: 'dock.did.undoneElsewhere', redo: 'dock.did.redoneElsewhere' } as const;
const SOMEWHERE = { undo: 'dock.did.undoneSomewhere', redo: 'dock.did.redoneSomewhere' } as const;
const NOTHING = { undo: 'dock.did.nothing', redo: 'dock.did.nothingAgain' } as const;

export function createDecisions(options: Options): Decisions {
  const { site, store, tell, newId, isNew, isDiscreet } = options;
  const tellFailure = ({ reason }: Failure): void =>
    tell(i18n.t(`failure.${reason}`), {
      isFailure: true,
      ...(isTrouble(reason) ? { offers: 'library', lasts: true } : {}),
      ...(reason === 'storage' ? { offers: 'diagnostics' } : {}),
    });
  /** Actions in the order they were made; answers may come in another, and the last action is the one that is told. */
  let acts = 0;
  let lastTold = 0;
  const told: Decisions['told'] = async (result, text) => {
    const act = (acts += 1);
    const answer = await result;
    if (!answer.ok) tellFailure(answer.error);
    else if (text !== undefined && act > lastTold) {
      lastTold = act;
      tell(text, { offers: 'undo' });
    }
    return answer;
  };
  return {
    told,
    tellFailure,
    toggleStatus: (item, status) => {
      const next = store.statusToBe(item) === status ? null : status;
      void told(store.setStatus(item, next), i18n.t(`dock.did.${next ?? 'cleared'}`));
      return next !== null;
    },
    setTag: (item, name, on) => {
      const text = isDiscreet()
        ? i18n.t(on ? 'dock.did.tagAdded' : 'dock.did.tagRemoved')
        : i18n.t(on ? 'dock.did.tagged' : 'dock.did.untagged', [name]);
      void told(store.setTag(item, name, on), text);
    },
    dismissAbove: async ({ index }) => {
      const above = store.listed.slice(0, index).filter((item) => store.statusToBe(item) === null);
      if (above.length === 0) return tell(i18n.t('dock.did.nothingAbove'));
      await told(
        store.setStatuses(above, 'dismissed'),
        i18n.t('dock.did.dismissedAbove', above.length),
      );
    },
    seeAll: async () => {
      const fresh = store.listed.filter(isNew);
      if (fresh.length === 0) return tell(i18n.t('dock.did.nothingNew'));
      const papers = fresh.map(({ entry }) => entry.identity);
      const asked = pageCall('papers.seen', { opId: newId(), site, papers });
      const answer = await told(asked, i18n.t('dock.did.seenAll', fresh.length));
      if (!answer.ok) return;
      // The background's clock gave the time of it.
      options.takeAsSeen(Date.now() + 1);
      store.apply([]);
    },
    turn: async (way) => {
      const answer = await pageCall(way, { opId: newId() });
      if (!answer.ok) return tellFailure(answer.error);
      const turned = answer.value;
      if (!turned) return tell(i18n.t(NOTHING[way]));
      if (turned.field === 'seen') options.takeAsSeen(way === 'undo' ? null : Date.now() + 1);
      store.apply(turned.papers);
      const ids = new Set(turned.papers.map(({ id }) => id));
      const item = store.listed.find(({ state }) => ids.has(state.id));
      if (item) options.goTo(item);
      const isElsewhere = !item && turned.title !== '';
      const elsewhere = isDiscreet()
        ? i18n.t(SOMEWHERE[way])
        : i18n.t(ELSEWHERE[way], [turned.title]);
      tell(isElsewhere ? elsewhere : i18n.t(DONE[way]), {
        offers: way === 'undo' ? 'redo' : 'undo',
      });
    },
  };
}
