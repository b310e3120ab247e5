import type { PressedKey } from '@/components/ui/keys/pressed-key';
import type { FieldCaret, FrameCard, NoteText } from './contract';
import type { KeptKeys } from './kept-keys';
import type { Shown } from './shown';
import type { Turns } from './turns';

/** What a person has typed for a card that could be shown nowhere. */
interface LeftCard {
  name: string;
  /** The letters of a tag. */
  typed: string;
  caret: FieldCaret | null;
  /** Keys that are not typed yet. */
  keys: readonly PressedKey[];
}

/** What the cards of a page leave undone; the next listing of the page goes on with it. */
export interface Unfinished {
  /** Texts of notes that are not known to be stored, by paper. */
  notes: Map<string, NoteText>;
  card: LeftCard | null;
}

export const createUnfinished = (): Unfinished => ({ notes: new Map(), card: null });

const nameOf = (card: FrameCard): string => {
  if (card.kind === 'picker') return card.kind;
  return `${card.kind} ${card.kind === 'highlight' ? card.highlight.id : card.paper.keys[0]}`;
};

/** What was typed for a card that could be shown nowhere, from its closing until the same card is opened again. */
export interface LeftBehind {
  /** Keeps it, as the shown card is about to be closed. */
  keep: () => void;
  /** Has a card that is being opened begin with it. */
  takeUp: (card: Shown) => void;
}

interface Options {
  unfinished: Pick<Unfinished, 'card'>;
  turns: Pick<Turns, 'caret' | 'moveCaret' | 'now' | 'shown'>;
  kept: Pick<KeptKeys, 'add' | 'handOver'>;
}

/** Notes and comments are stored as they are typed; the letters of a tag are not, nor are keys that wait for a card. */
export function createLeftBehind({ unfinished, turns, kept }: Options): LeftBehind {
  return {
    keep: () => {
      const card = turns.shown()?.card;
      if (!card) return;
      const typed = card.kind === 'tags' ? card.typed : '';
      const left = { typed, caret: turns.caret(), keys: kept.handOver() };
      unfinished.card = { name: nameOf(card), ...left };
    },
    takeUp: ({ card, typed }) => {
      const left = unfinished.card;
      if (left?.name !== nameOf(card)) return;
      unfinished.card = null;
      if (card.kind === 'tags') typed(left.typed);
      if (left.caret) turns.moveCaret(turns.now(), left.caret);
      kept.add(left.keys);
    },
  };
}
