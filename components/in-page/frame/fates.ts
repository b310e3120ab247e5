import type { Taking } from '@/components/in-page/layer/presence';
import type { FrameKeyboard } from './keyboard';
import type { FrameNotes } from './notes';
import type { Reach } from './reach';
import type { Seat } from './seat';
import type { Turns } from './turns';

/** What becomes of the card when the page takes the keyboard or the layer away. */
export interface Fates {
  /** The page takes the keyboard again and again. */
  robbed: () => void;
  /** The page has taken the layer away. */
  taken: (outcome: Taking) => void;
  /** Whether the card that was opened with a number has left the page for a window. */
  isMoved: (turn: number) => boolean;
  /** The browser opened no window: cards stay on the page. */
  stay: () => void;
  /** Until all notes are stored that were typed in the document before; `null` when they are. */
  settling: () => Promise<void> | null;
}

interface Options {
  reach: Pick<Reach, 'farewell' | 'leavePage' | 'lost'>;
  turns: Pick<Turns, 'now' | 'refocus' | 'shown'>;
  notes: Pick<FrameNotes, 'settle'>;
  parts: () => {
    keyboard: Pick<FrameKeyboard, 'has' | 'lost'>;
    seat: Pick<Seat, 'clear' | 'leave'>;
  };
}

export function createFates({ reach, turns, notes, parts }: Options): Fates {
  /** All cards are in a window from now on. */
  let isMoved = false;
  /** The number of the card that was open then. */
  let moved: number | null = null;
  let settling: Promise<void> | null = null;
  /** Has the card go on in another document, which begins with what the one before has `said` last. */
  const goOn = (said: Promise<void>): void => {
    const mine = said.then(notes.settle).then(() => {
      if (settling === mine) settling = null;
      if (isMoved) reach.leavePage();
    });
    settling = mine;
  };
  const leave = (said: Promise<void>): void => {
    isMoved = true;
    if (turns.shown()) moved = turns.now();
    goOn(said);
    parts().seat.leave();
  };
  /** Keys wait for the card, and it gets the keyboard when it is back. */
  const keepKeys = (): void => {
    parts().keyboard.lost();
    turns.refocus(turns.shown()?.focus ?? 'field');
  };
  const comeBack = (said: Promise<void>, isTypedIn: boolean): void => {
    // What was typed on a card that is closed by now may not be stored either.
    goOn(said);
    if (!turns.shown()) return;
    // A person who is elsewhere stays there.
    if (isTypedIn) keepKeys();
    else turns.refocus(null);
    parts().seat.clear();
  };
  return {
    isMoved: (turn) => turn === moved,
    stay: () => {
      isMoved = false;
    },
    settling: () => settling,
    robbed: () => {
      keepKeys();
      leave(reach.farewell());
    },
    taken: (outcome) => {
      const said = reach.lost();
      // A card in a window, or on its way there, is no part of the page.
      if (!said || isMoved) return;
      const isTypedIn = parts().keyboard.has();
      if (outcome === 'back') return comeBack(said, isTypedIn);
      // A window would take the keyboard from where the person is.
      if (isTypedIn) keepKeys();
      else turns.shown()?.close();
      leave(said);
    },
  };
}
