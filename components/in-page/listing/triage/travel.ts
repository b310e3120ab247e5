import { i18n } from '#i18n';
import type { Walk } from '@/components/in-page/dock/counts';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Looks } from '@/components/in-page/listing/looks/looks';
import type { Triage } from './triage';
import type { Filter } from '@/components/in-page/listing/looks/view';

/** Going from entry to entry, through all or through those of one kind. */
export interface Travel {
  /** The kind that the person goes through, and how many of it are done; `null` without a kind. */
  walk: () => Walk | null;
  /** Goes to the next entry of a kind, or the one before; of the folded ones it unfolds all. */
  go: (filter: Filter, by: 1 | -1) => void;
  /** Goes on from where the person is, within the kind that was chosen; whether there was one. */
  step: (by: 1 | -1, filter?: Filter) => boolean;
  /** Goes on after a decision, where there is more. */
  advance: (item: ListedEntry) => void;
  /** Ends the walk through one kind. */
  stop: () => void;
  /** Leaves triage and the walk. */
  leave: () => void;
}

interface Options {
  listed: () => readonly ListedEntry[];
  looks: Pick<Looks, 'unfold' | 'view'>;
  /** Whether an entry is folded, or in a closed part of the page. */
  isOut: (item: ListedEntry) => boolean;
  /** Finds the closed parts of the page anew, so that a step goes to an entry that shows. */
  look: () => void;
  triage: Pick<Triage, 'at' | 'from' | 'leave' | 'move' | 'rest'>;
  tell: (text: string) => void;
  changed: () => void;
}

export function createTravel({
  listed,
  looks,
  isOut,
  look,
  triage,
  tell,
  changed,
}: Options): Travel {
  let chosen: Filter | null = null;
  const isOf = (filter: Filter | null, item: ListedEntry): boolean =>
    !isOut(item) && (filter === null || looks.view().is(filter, item));
  const next = (from: number, by: 1 | -1, filter = chosen): ListedEntry | null => {
    look();
    for (let index = from + by; index >= 0 && index < listed().length; index += by) {
      const item = listed()[index];
      if (item && isOf(filter, item)) return item;
    }
    return null;
  };
  const step = (by: 1 | -1, filter = chosen): boolean => {
    const to = next(triage.from(), by, filter);
    if (to) triage.move(to);
    else tell(i18n.t(filter === 'new' ? 'dock.did.noneNew' : 'dock.did.noneLeft'));
    return to !== null;
  };
  return {
    walk: () => {
      const filter = chosen;
      if (filter === null) return null;
      const done = listed().slice(0, (triage.at()?.index ?? -1) + 1);
      return { filter, at: done.filter((item) => isOf(filter, item)).length };
    },
    go: (filter, by) => {
      if (filter === 'folded') looks.unfold();
      else {
        chosen = filter;
        step(by);
      }
      changed();
    },
    step: (by, filter) => step(by, filter ?? chosen),
    advance: ({ index }) => {
      const to = next(index, 1);
      if (to) triage.move(to);
    },
    stop: () => {
      chosen = null;
      triage.rest();
      changed();
    },
    leave: () => {
      chosen = null;
      triage.leave();
    },
  };
}
