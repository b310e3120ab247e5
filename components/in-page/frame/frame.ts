import type { Box, Size } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';
import type { PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import type { FrameAct, FrameCard, FromFrame, NoteText } from './contract';
import { keepDrafts } from './drafts';
import { createEarlyKeys } from './early-keys';
import { createReach } from './reach';
import { createSeat } from './seat';

/** Whose card it is: an entry's tags and note, or a highlight's. */
export type Owner = 'entry' | 'highlight';

/** A card, where it goes, and what comes of it. */
export interface Shown {
  owner: Owner;
  card: FrameCard;
  anchor: () => Box | null;
  /** Where a card of a size stands by its anchor. */
  choose: (anchor: Box, size: Size, view: Box) => { left: number; top: number };
  focus: 'field' | 'control' | null;
  act: (act: FrameAct) => void;
  /** A person closes it there. */
  close: () => void;
  /** Another owner's card was opened in its place. */
  replaced: () => void;
}

/**
 * The one frame of the extension's own origin on a page. Whatever is typed, and all that shows what a person wrote
 * at length, is in it: scripts of the page can't look into it, hear what is typed there, or find its words.
 */
export interface Frame {
  /** Loads it before it is needed. */
  warm: () => void;
  show: (shown: Shown) => void;
  /** Draws the owner's open card again, with what is known now. */
  update: (shown: Shown) => void;
  hide: (owner: Owner) => void;
  /** Puts it where its anchor is now. */
  place: () => void;
  hasFocus: () => boolean;
  /** Takes a key that is pressed while a card opens that the keyboard goes to; `true` when it was for it. */
  takeKey: (event: KeyboardEvent) => boolean;
  /** Moves the keyboard to the owner's open card; `false` while there is none. */
  focus: (owner: Owner) => boolean;
  /** Whether the pointer or the focus is in it. */
  isBusy: () => boolean;
  /** Whether anything that was typed is not on disk. */
  isUnsaved: () => boolean;
  /** Whether a page of ours may take a nonce for ours. */
  vouches: (nonce: string) => boolean;
}

interface Options {
  layer: Layer;
  newId: () => string;
  save: (note: NoteText) => Promise<Result<PaperState>>;
  /** A key that was pressed for the page while the browser still sent keys to the frame. */
  passed: (event: KeyboardEvent) => void;
  /** A note could not be saved, and no card is open that says so. */
  unheard: () => void;
  /** What was typed may all be on disk now. */
  written: () => void;
  signal: AbortSignal;
}

/** Cards that may still send what was done on them. */
const REMEMBERED = 8;

export function createFrame(options: Options): Frame {
  const { layer, newId, signal } = options;
  const nonce = newId();
  let turn = 0;
  let shown: Shown | null = null;
  const recent = new Map<number, Shown>();
  let isUnsaved = false;
  const reach = createReach({
    layer,
    nonce,
    take: (message) => take(message),
    isWaiting: () => shown !== null,
    closed: () => shown?.close(),
    signal,
  });
  const { element, post } = reach;
  const hasFocus = (): boolean => {
    const frame = element();
    return frame !== null && layer.root.activeElement === frame;
  };
  const early = createEarlyKeys(
    (keys) => post({ type: 'keys', turn, keys }),
    () => Boolean(shown?.focus) && hasFocus(),
  );
  const seat = createSeat({ layer, element, post, signal });
  const drafts = keepDrafts(options.save, signal);

  const draw = (): void => {
    if (!shown) return;
    const { card, focus } = shown;
    const { width, height } = layer.view();
    const view = { width, height };
    post({ type: 'show', turn, card, scheme: layer.scheme(), view, focus });
  };
  const save = async (note: NoteText): Promise<void> => {
    const { id } = note;
    drafts.keep(note);
    const answer = await options.save(note);
    if (answer.ok) drafts.stored(note);
    post({ type: 'answer', id, answer });
  };
  const act = async (done: FromFrame & { type: 'act' }): Promise<void> => {
    const card = recent.get(done.turn);
    if (seat.isPlain() || (await seat.isPlainSoon())) card?.act(done);
  };
  const take = (message: FromFrame): void => {
    if (message.type === 'ready') draw();
    else if (message.type === 'size') {
      if (message.turn === turn && shown) seat.take(shown, turn, message);
    } else if (message.type === 'focused') {
      if (message.turn === turn && shown) seat.reveal();
      early.arrived(message.turn);
    } else if (message.type === 'close') {
      layer.swallow(message.held);
      if (message.turn === turn) shown?.close();
    } else if (message.type === 'passed') {
      layer.swallow([message.key.code]);
      options.passed(new KeyboardEvent('keydown', { ...message.key, cancelable: true }));
    } else if (message.type === 'note') void save(message);
    else if (message.type === 'draft') drafts.keep(message);
    else if (message.type === 'unheard') options.unheard();
    else if (message.type === 'unsaved') {
      isUnsaved = message.is;
      options.written();
    } else void act(message);
  };

  const show = (next: Shown): void => {
    const before = shown;
    shown = next;
    turn += 1;
    recent.set(turn, next);
    recent.delete(turn - REMEMBERED);
    early.await(turn, next.focus !== null);
    seat.clear();
    if (before && before.owner !== next.owner) before.replaced();
    reach.open();
    draw();
  };
  const hide = (owner: Owner): void => {
    if (shown?.owner !== owner) return;
    const hadFocus = hasFocus();
    shown = null;
    early.forget();
    seat.leave();
    post({ type: 'hide' });
    // The keyboard would go on to write into what nobody sees.
    if (!hadFocus) return;
    element()?.blur();
    window.focus();
  };
  const takeKey = (event: KeyboardEvent): boolean => {
    const pressed = layer.pending();
    if (!pressed || event.key === 'Escape') return early.take(event);
    // What the click opens is typed into.
    void pressed.then(() => early.take(event));
    return true;
  };
  return {
    warm: reach.make,
    show,
    update: (next) => {
      if (shown?.owner !== next.owner) return;
      shown = next;
      recent.set(turn, next);
      draw();
      seat.place(next, turn);
    },
    hide,
    place: () => {
      if (shown) seat.place(shown, turn);
    },
    hasFocus,
    takeKey,
    focus: (owner) => {
      if (shown?.owner !== owner) return false;
      element()?.focus({ preventScroll: true });
      return true;
    },
    isBusy: () => hasFocus() || (element()?.matches(':hover') ?? false),
    isUnsaved: () => isUnsaved,
    vouches: (asked) => asked === nonce && !signal.aborted,
  };
}
