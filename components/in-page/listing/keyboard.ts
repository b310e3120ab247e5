import type { Frame } from '@/components/in-page/frame/frame';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Keys } from '@/domain/settings';
import type { Cards } from './cards';
import { type Commands, createKeys } from './commands';
import type { Dock } from './dock';
import type { Triage } from './triage';

interface Options {
  frame: Pick<Frame, 'takeKey'>;
  cards: Pick<Cards, 'close'>;
  dock: Pick<Dock, 'closeSheet'>;
  triage: Pick<Triage, 'current'>;
  keys: () => Keys;
  commands: Commands;
  /** The entry that a command acts on, once the page has been read up to now. */
  entryNow: (item: ListedEntry) => ListedEntry | null;
}

/**
 * Takes a key that is pressed outside of text fields; `true` where it was for Gloss. A card that opens has the first
 * claim, Escape closes what is open, and triage has its commands.
 */
export function createKeyboard(options: Options): (event: KeyboardEvent) => boolean {
  const { frame, cards, dock, triage, keys, commands, entryNow } = options;
  const current = (): ListedEntry | null => {
    const item = triage.current();
    return item && entryNow(item);
  };
  const onTriageKey = createKeys({ keys, current, commands });
  return (event) => {
    if (frame.takeKey(event)) return true;
    const isBack = event.key === 'Escape' && !event.isComposing;
    if (isBack && (cards.close() || dock.closeSheet())) return true;
    return triage.current() !== null && onTriageKey(event);
  };
}
