import type { ListedEntry } from '@/components/in-page/highlight/contract';
import type { Colour, Status } from '@/domain/paper/paper';
import type { PageSettings } from '@/domain/settings';
import type { createCards } from './cards';
import type { Commands } from './commands';
import type { createDecisions } from './decisions';
import type { createDock } from './dock';
import type { createTravel } from './travel';

interface Parts {
  settings: () => PageSettings;
  travel: ReturnType<typeof createTravel>;
  decisions: ReturnType<typeof createDecisions>;
  cards: Pick<ReturnType<typeof createCards>, 'show'>;
  dock: Pick<ReturnType<typeof createDock>, 'toggleHelp'>;
  highlight: (colour: Colour) => Promise<unknown>;
  open: (item: ListedEntry) => void;
}

/** Tells what each command of triage does. */
export function triageCommands({
  settings,
  travel,
  decisions,
  cards,
  dock,
  highlight,
  open,
}: Parts): Commands {
  /** A decision by key: triage goes on, at once, when the person wants that. */
  const decide = (item: ListedEntry, status: Status): void => {
    const isDecided = decisions.toggleStatus(item, status);
    if (isDecided && settings().isAdvancing) travel.advance(item);
  };
  return {
    next: () => void travel.step(1),
    previous: () => void travel.step(-1),
    nextNew: () => void travel.step(1, 'new'),
    save: (item) => decide(item, 'saved'),
    dismiss: (item) => decide(item, 'dismissed'),
    read: (item) => decide(item, 'read'),
    tags: (item) => cards.show(item, 'tags'),
    note: (item) => cards.show(item, 'note'),
    highlight: () => void highlight('amber'),
    open,
    undo: () => void decisions.turn('undo'),
    redo: () => void decisions.turn('redo'),
    dismissAbove: (item) => void decisions.dismissAbove(item),
    seeAll: () => void decisions.seeAll(),
    help: () => dock.toggleHelp(),
    leave: travel.leave,
  };
}
