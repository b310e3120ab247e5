import type { Layer } from '@/components/in-page/layer/layer';
import type { Presence } from '@/components/in-page/layer/presence';
import type { PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import type { NoteText } from './contract';
import { createDraw } from './draw';
import { createFates } from './fates';
import { createFrameFocus } from './focus';
import { createInbox } from './inbox';
import { createFrameKeyboard } from './keyboard';
import { createFrameNotes } from './notes';
import { createReach } from './reach';
import { createSeat } from './seat';
import type { Owner, Shown } from './shown';
import { createTurns } from './turns';
import { createLeftBehind, type Unfinished } from './unfinished';

/**
 * The one frame of the extension's own origin on a page. All fields, and all that shows a person's texts
 * at length, are in it: scripts of the page can't look into it, hear what is typed there, or find its words.
 */
export interface Frame {
  /** Loads it before it is needed. */
  warm: () => void;
  show: (shown: Shown) => void;
  /** Draws the owner's open card again, with its new contents. */
  update: (shown: Shown) => void;
  hide: (owner: Owner) => void;
  /** Puts it where its anchor is now. */
  place: () => void;
  hasFocus: () => boolean;
  /** Whether a person is at work in it: it has the keyboard or is about to, or is in a window. */
  isAttended: () => boolean;
  /** Takes a key that is pressed while a card opens that the keyboard goes to; `true` when it was for it. */
  takeKey: (event: KeyboardEvent) => boolean;
  /** Whether a card is open, in the frame or in a window. */
  isOpen: () => boolean;
  /** Whether the pointer or the focus is in it. */
  isBusy: () => boolean;
  /** Whether anything that was typed is not on disk. */
  isUnsaved: () => boolean;
  /** Whether a document of ours has texts that are not on disk: it stores them itself. */
  isStoring: () => boolean;
  /** The word by which the frame with this nonce knows our port; `null` where the nonce is not ours. */
  wordFor: (nonce: string) => string | null;
}

interface Options {
  layer: Layer;
  presence: Pick<Presence, 'onTaken'>;
  newId: () => string;
  save: (note: NoteText) => Promise<Result<PaperState>>;
  /** A key that was pressed for the page while the browser still sent keys to the frame. */
  passed: (event: KeyboardEvent) => void;
  /** A note could not be saved, and no card is open that says so. */
  unheard: () => void;
  /** The browser opened no window for a card, which is closed: what was typed is kept for the next time. */
  windowless: () => void;
  unfinished: Unfinished;
  /** All that was typed may be on disk now, or the card be closed that it was typed in. */
  written: () => void;
  signal: AbortSignal;
}

export function createFrame(options: Options): Frame {
  const { layer, newId, signal } = options;
  const [nonce, word] = [newId(), newId()];
  const turns = createTurns();
  const reach = createReach({
    layer,
    nonce,
    word,
    take: (message) => take(message),
    isWaiting: () => turns.shown() !== null,
    reloaded: () => taken('back'),
    closed: () => {
      // What could not be stored there is tried again here.
      void notes.settle();
      turns.shown()?.close();
    },
    windowless: () => {
      fates.stay();
      leftBehind.keep();
      turns.shown()?.close();
      options.windowless();
    },
    signal,
  });
  const { element, post } = reach;
  const focus = createFrameFocus(layer, element);
  const notes = createFrameNotes({ ...options, post, shown: () => turns.shown()?.card ?? null });
  const fates = createFates({ reach, turns, notes, parts: () => ({ keyboard, seat }) });
  const { taken, robbed } = fates;
  options.presence.onTaken(taken);
  const keyboard = createFrameKeyboard({ layer, element, turns, post, robbed, signal });
  const leftBehind = createLeftBehind({ ...options, turns, kept: keyboard.kept });
  const seat = createSeat({ layer, element, post, signal });
  const draw = createDraw({ layer, turns, notes, fates, post });
  layer.onScheme(draw);
  const take = createInbox({ ...options, turns, seat, keyboard, post, notes, draw });
  return {
    warm: reach.make,
    show: (card) => {
      const before = turns.shown();
      turns.open(card);
      keyboard.kept.open(card.focus !== null);
      leftBehind.takeUp(card);
      seat.clear();
      if (before && before.owner !== card.owner) before.replaced();
      reach.open();
      draw();
    },
    update: (card) => {
      if (turns.shown()?.owner !== card.owner) return;
      turns.renew(card);
      draw();
      seat.place(card, turns.now());
    },
    hide: (owner) => {
      if (turns.shown()?.owner !== owner) return;
      const hadFocus = focus.has();
      turns.close();
      keyboard.close();
      seat.leave();
      post({ type: 'hide' });
      if (hadFocus) focus.giveBack();
      // The last keys are on their way now, and may fail.
      setTimeout(options.written);
    },
    place: () => {
      const shown = turns.shown();
      if (shown) seat.place(shown, turns.now());
    },
    hasFocus: focus.has,
    isAttended: () => focus.has() || keyboard.has() || (turns.shown() !== null && !element()),
    takeKey: keyboard.take,
    isOpen: () => turns.shown() !== null,
    isBusy: focus.isBusy,
    isUnsaved: notes.isUnsaved,
    isStoring: notes.isStoring,
    wordFor: (asked) => (asked === nonce && !signal.aborted ? word : null),
  };
}
