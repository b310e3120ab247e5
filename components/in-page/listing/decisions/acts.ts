import { i18n } from '#i18n';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Action } from '@/components/in-page/marks/toolbar';
import { refOf } from '@/domain/identity/identify';
import type { PaperKey } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';
import type { Cards } from '@/components/in-page/listing/cards/cards';
import type { Decisions } from './decisions';
import type { Store } from '@/components/in-page/listing/entries/store';
import type { Triage } from '@/components/in-page/listing/triage/triage';
import { openPaper } from './open-paper';
import type { Travel } from '@/components/in-page/listing/triage/travel';
import type { Writes } from '@/components/in-page/listing/entries/writes';

const STATUSES = { save: 'saved', dismiss: 'dismissed', read: 'read' } as const;

interface ActParts {
  cards: Pick<Cards, 'show'>;
  decisions: Pick<Decisions, 'toggleStatus' | 'told'>;
  store: Pick<Writes, 'notice'>;
}

/** Does what a person chose for an entry, on its toolbar or on the page bar. */
export function act(
  item: ListedEntry,
  action: Action,
  { cards, decisions, store }: ActParts,
): void {
  if (action === 'tags' || action === 'note') cards.show(item, action);
  else if (action === 'open') openPaper(item, store);
  else if (action === 'noticed')
    void decisions.told((opId) => store.notice(item, opId), i18n.t('notice.did'));
  else decisions.toggleStatus(item, STATUSES[action]);
}

interface MarkParts {
  cards: Pick<Cards, 'close' | 'goIn' | 'isBusy' | 'isTyping' | 'show'>;
  decisions: Pick<Decisions, 'forget' | 'toggleStatus'>;
  entryNow: (item: ListedEntry) => ListedEntry | null;
}

/** What hovering, pressing and leaving a mark do. */
export const markActs = ({ cards, decisions, entryNow }: MarkParts) => ({
  enter: (aimed: ListedEntry): void => {
    const item = entryNow(aimed);
    if (item && !cards.isTyping()) cards.show(item, 'toolbar');
  },
  leave: (): void => {
    if (!cards.isTyping() && !cards.isBusy()) cards.close();
  },
  press: (aimed: ListedEntry): void => {
    const item = entryNow(aimed);
    if (item) decisions.toggleStatus(item, 'saved');
  },
  goIn: cards.goIn,
  // A note was saved as it was typed.
  away: (): void => {
    cards.close();
    decisions.forget();
  },
});

/** Goes to the next new entry; fails with `missing` where there is none further down. */
export function nextUnseen(travel: Pick<Travel, 'go' | 'walk'>): Result<null> {
  travel.go('new', 1);
  return travel.walk()?.at ? ok(null) : fail('missing', 'There is no new entry further down.');
}

/** Goes to the entry of a paper that has one of these keys. */
export function showPaper(
  keys: readonly PaperKey[],
  { listed }: Pick<Store, 'listed'>,
  triage: Pick<Triage, 'move'>,
): Result<null> {
  const wanted = new Set(keys);
  const isIt = ({ entry, state }: ListedEntry): boolean =>
    [...state.keys, ...refOf(entry).keys].some((key) => wanted.has(key));
  const item = listed.find(isIt);
  if (!item) return fail('missing', 'The page does not list this paper.');
  triage.move(item);
  return ok(null);
}

const titleNode = ({ entry }: ListedEntry): Node | undefined => entry.titlePlace[0]?.node;

/**
 * The entry that a person acts on, once the page has been read up to now; `null` where the page has just put another
 * paper in its place.
 */
export function stillThere(item: ListedEntry, catchUp: () => void): ListedEntry | null {
  const node = titleNode(item);
  catchUp();
  return item.index >= 0 && titleNode(item) === node ? item : null;
}
