import type { Frame } from '@/components/in-page/frame/frame';
import { focusedElement, isTextFocused } from '@/components/in-page/layer/focused';
import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Action } from '@/components/in-page/marks/toolbar';
import { bindingOf, undoBy } from '@/components/ui/keys/key';
import type { Keys } from '@/domain/commands';
import type { Cards } from '@/components/in-page/listing/cards/cards';
import { type Commands, createKeys } from './commands';
import type { Decisions } from '@/components/in-page/listing/decisions/decisions';
import type { Dock } from '@/components/in-page/listing/page-bar/dock';
import type { Triage } from './triage';

interface Options {
  layer: Pick<Layer, 'host'>;
  frame: Pick<Frame, 'takeKey'>;
  cards: Pick<Cards, 'close' | 'pointed'>;
  dock: Pick<Dock, 'closeSheet'>;
  decisions: Pick<Decisions, 'isLast' | 'turn'>;
  triage: Pick<Triage, 'current'>;
  keys: () => Keys;
  /** The commands of triage. */
  commands: Commands;
  act: (item: ListedEntry, action: Action) => void;
  /** The entry that a command acts on, once the page has been read up to now. */
  entryNow: (item: ListedEntry) => ListedEntry | null;
}

/**
 * Takes a key that is pressed outside of text fields; `true` where it was for Gloss. A card that opens has the first
 * claim, Escape closes what is open, a toolbar has the keys that it shows, and triage has its commands. Ctrl+Z is
 * Gloss's where its action was the last that a person took on the page. While nothing of Gloss is seen, because the page
 * took the layer away or shows a part of itself on the whole screen, keys are the page's.
 */
export function createKeyboard(options: Options): (event: KeyboardEvent) => boolean {
  const { layer, frame, cards, dock, decisions, triage, keys, commands, act, entryNow } = options;
  const now = (item: ListedEntry | null): ListedEntry | null => item && entryNow(item);
  const onTriageKey = createKeys({ keys, current: () => now(triage.current()), commands });
  const onToolbarKey = createKeys({
    keys,
    // In triage a decision about the current entry goes on to the next.
    current: () => (cards.pointed() === triage.current() ? null : now(cards.pointed())),
    commands: toolbarCommands(act),
  });
  const onUndoKey = (event: KeyboardEvent): boolean => {
    const way = undoBy(event);
    const isFree = way !== null && !isTextFocused();
    if (!isFree || !(triage.current() || decisions.isLast())) return false;
    void decisions.turn(way);
    return true;
  };
  /** Enter opens the current entry, unless it is for a link or a button that has the focus. */
  const onEnter = (event: KeyboardEvent): boolean => {
    const item = isPlainEnter(event) && hasNoFocus() ? now(triage.current()) : null;
    if (item) commands.open(item);
    return item !== null;
  };
  return (event) => {
    if (frame.takeKey(event)) return true;
    if (!layer.host.isConnected || isPartAlone()) return false;
    const isBack = event.key === 'Escape' && !event.isComposing;
    if (isBack && (cards.close() || dock.closeSheet())) return true;
    if (onUndoKey(event) || onToolbarKey(event)) return true;
    return triage.current() !== null && (onTriageKey(event) || onEnter(event));
  };
}

/** Whether the page shows one of its elements on the whole screen: those beside it are not drawn then. */
function isPartAlone(): boolean {
  const { fullscreenElement: shown, documentElement } = document;
  return Boolean(shown) && shown !== documentElement;
}

const isPlainEnter = (event: KeyboardEvent): boolean =>
  bindingOf(event) === 'Enter' && !event.shiftKey && !event.repeat;

const hasNoFocus = (): boolean => {
  const focused = focusedElement(document);
  return !focused || focused === document.body || focused === document.documentElement;
};

/** The commands whose keys a toolbar shows. */
const toolbarCommands = (act: Options['act']): Partial<Commands> => ({
  save: (item) => act(item, 'save'),
  dismiss: (item) => act(item, 'dismiss'),
  read: (item) => act(item, 'read'),
  tags: (item) => act(item, 'tags'),
  note: (item) => act(item, 'note'),
  open: (item) => act(item, 'open'),
});
