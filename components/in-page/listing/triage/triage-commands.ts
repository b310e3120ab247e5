import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Colour, Status } from '@/domain/paper/paper';
import type { Cards } from '@/components/in-page/listing/cards/cards';
import type { Commands } from './commands';
import type { Decisions } from '@/components/in-page/listing/decisions/decisions';
import type { Dock } from '@/components/in-page/listing/page-bar/dock';
import { openPaper } from '@/components/in-page/listing/decisions/open-paper';
import type { LiveSettings } from '@/components/in-page/listing/page-settings';
import type { Travel } from './travel';
import type { Writes } from '@/components/in-page/listing/entries/writes';

interface Parts {
  settings: Pick<LiveSettings, 'now'>;
  travel: Pick<Travel, 'advance' | 'leave' | 'step'>;
  decisions: Pick<Decisions, 'dismissAbove' | 'seeAll' | 'toggleStatus' | 'turn'>;
  cards: Pick<Cards, 'show'>;
  dock: Pick<Dock, 'toggleHelp'>;
  highlight: (colour: Colour) => Promise<unknown>;
  store: Pick<Writes, 'notice'>;
}

/** Tells what each command of triage does. */
export function triageCommands({
  settings,
  travel,
  decisions,
  cards,
  dock,
  highlight,
  store,
}: Parts): Commands {
  /** A decision by key: triage goes on, at once, when the person wants that. */
  const decide = (item: ListedEntry, status: Status): void => {
    const isDecided = decisions.toggleStatus(item, status);
    if (isDecided && settings.now().isAdvancing) travel.advance(item);
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
    open: (item) => openPaper(item, store),
    undo: () => void decisions.turn('undo'),
    redo: () => void decisions.turn('redo'),
    dismissAbove: (item) => void decisions.dismissAbove(item),
    seeAll: () => void decisions.seeAll(),
    help: () => dock.toggleHelp(),
    leave: travel.leave,
  };
}
