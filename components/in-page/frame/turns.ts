import type { FieldCaret } from './contract';
import type { Shown } from './shown';

/** Cards whose late messages still count. */
const REMEMBERED = 8;

/** The cards that were shown, by the number that each was opened with. A card that is drawn again keeps its number. */
export interface Turns {
  /** The number of the card that was opened last. */
  now: () => number;
  /** The card that is shown; `null` where none is. */
  shown: () => Shown | null;
  /** The shown card, where it has this number. */
  shownAt: (turn: number) => Shown | null;
  /** A card that was opened with a number, shown or not. */
  at: (turn: number) => Shown | undefined;
  open: (card: Shown) => void;
  /** The shown card has other contents now; where the keyboard goes was said when it was opened. */
  renew: (card: Shown) => void;
  /** The shown card is to be opened anew, with the keyboard there. */
  refocus: (focus: Shown['focus']) => void;
  close: () => void;
  /** Where the caret of the shown card is; `null` before it was told. */
  caret: () => FieldCaret | null;
  /** Keeps where the caret of a card is, where that card is shown. */
  moveCaret: (turn: number, caret: FieldCaret) => void;
}

export function createTurns(): Turns {
  let turn = 0;
  let shown: Shown | null = null;
  let caret: FieldCaret | null = null;
  const recent = new Map<number, Shown>();
  const keep = (card: Shown): void => {
    shown = card;
    recent.set(turn, card);
  };
  return {
    now: () => turn,
    shown: () => shown,
    shownAt: (asked) => (asked === turn ? shown : null),
    at: (asked) => recent.get(asked),
    open: (card) => {
      turn += 1;
      caret = null;
      keep(card);
      recent.delete(turn - REMEMBERED);
    },
    renew: (card) => keep({ ...card, focus: shown?.focus ?? null }),
    refocus: (focus) => {
      if (shown) keep({ ...shown, focus });
    },
    close: () => {
      shown = null;
    },
    caret: () => caret,
    moveCaret: (of, now) => {
      if (of === turn) caret = now;
    },
  };
}
