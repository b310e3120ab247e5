import { i18n } from '#i18n';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Colour, Status } from '@/domain/paper/paper';
import type { Cards } from '@/components/in-page/listing/cards/cards';
import type { Commands } from './commands';
import type { Decisions } from '@/components/in-page/listing/decisions/decisions';
import type { Dock } from '@/components/in-page/listing/page-bar/dock';
import { openPaper } from '@/components/in-page/listing/decisions/open-paper';
import type { LiveSettings } from '@/components/in-page/listing/page-settings';
import type { Travel } from './travel';
import type { Triage } from './triage';
import type { Writes } from '@/components/in-page/listing/entries/writes';

interface Parts {
  settings: Pick<LiveSettings, 'now'>;
  travel: Pick<Travel, 'advance' | 'leave' | 'step'>;
  decisions: Pick<Decisions, 'dismissAbove' | 'seeAll' | 'toggleStatus' | 'turn'>;
  cards: Pick<Cards, 'show'>;
  dock: Pick<Dock, 'tell' | 'toggleHelp'>;
  triage: Pick<Triage, 'comeBack'>;
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
  triage,
  highlight,
  store,
}: Parts): Commands {
  /** Does something to an entry that shows. One that was scrolled away comes back first: nobody means a paper that they don't see. */
  const seen =
    (act: (item: ListedEntry) => void) =>
    (item: ListedEntry): void => {
      if (triage.comeBack(item)) dock.tell(i18n.t('dock.did.back'));
      else act(item);
    };
  /** A decision by key: triage goes on, at once, when the person wants that. */
  const decide = (item: ListedEntry, status: Status): void => {
    const isDecided = decisions.toggleStatus(item, status);
    if (isDecided && settings.now().isAdvancing) travel.advance(item);
  };
  return {
    next: () => void travel.step(1),
    previous: () => void travel.step(-1),
    nextNew: () => void travel.step(1, 'new'),
    save: seen((item) => decide(item, 'saved')),
    dismiss: seen((item) => decide(item, 'dismissed')),
    read: seen((item) => decide(item, 'read')),
    tags: seen((item) => cards.show(item, 'tags')),
    note: seen((item) => cards.show(item, 'note')),
    highlight: () => void highlight('amber'),
    open: seen((item) => openPaper(item, store)),
    undo: () => void decisions.turn('undo'),
    redo: () => void decisions.turn('redo'),
    dismissAbove: seen((item) => void decisions.dismissAbove(item)),
    seeAll: () => void decisions.seeAll(),
    help: () => dock.toggleHelp(),
    leave: travel.leave,
  };
}
