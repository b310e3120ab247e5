import { browser } from '#imports';
import { type Box, inLayer, type Size } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';
import type { PaperState } from '@/domain/paper/paper';
import { fail, type Result } from '@/domain/result';
import { pageCall } from '@/rpc/client';
import type { FrameAct, FrameCard, FromFrame, NoteText } from './contract';
import { keepDrafts } from './drafts';
import { createEarlyKeys } from './early-keys';
import { type Wire, wireToFrame, wireToWindow } from './wire';

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
  /** A note could not be saved, and no card is open that says so. */
  unheard: () => void;
  /** What was typed may all be on disk now. */
  written: () => void;
  signal: AbortSignal;
}

/** A page may forbid frames of other origins (`Cross-Origin-Embedder-Policy`): what loads in ours does not answer, milliseconds. */
const ANSWERED = 3_000;
/** Around the frame, pixels (`layer.css`). */
const BORDER = 1;
/** Between two looks whether the frame can be seen, while it is open, milliseconds. */
const LOOK = 200;
/** Cards that may still send what was done on them. */
const REMEMBERED = 8;

export function createFrame(options: Options): Frame {
  const { layer, newId, signal } = options;
  const nonce = newId();
  let element: HTMLIFrameElement | null = null;
  let wire: Wire | null = null;
  let isReady = false;
  /** The page shows no frame of ours: cards open in a window. */
  let isBarred = false;
  let turn = 0;
  let shown: Shown | null = null;
  const recent = new Map<number, Shown>();
  let size: Size | null = null;
  /** The last card that was put in its place. */
  let placed = 0;
  const early = createEarlyKeys(
    (keys) => wire?.post({ type: 'keys', turn, keys }),
    () => Boolean(shown?.focus) && hasFocus(),
  );
  let isUnsaved = false;
  let wasPlain = true;
  let looks: ReturnType<typeof setInterval> | undefined;

  const isPlain = (): boolean => element?.isConnected !== true || layer.isPlain();
  /** A page that is being scrolled moves the layer until its next picture. */
  const isPlainSoon = async (): Promise<boolean> => {
    if (!isPlain()) await new Promise((resolve) => setTimeout(resolve, LOOK));
    return isPlain();
  };
  const place = (): void => {
    const box = shown?.anchor();
    if (!shown || !element || !size || !box) return;
    const outer = { width: size.width + 2 * BORDER, height: size.height + 2 * BORDER };
    const point = shown.choose(box, outer, layer.view());
    const { left, top } = inLayer({ ...point, ...outer }, layer.origin());
    element.style.width = `${size.width}px`;
    element.style.height = `${size.height}px`;
    // A transform moves nothing in the page's layout.
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    if (placed === turn) return;
    placed = turn;
    layer.rest();
    // It shows when the keyboard is in it: what a person types at what they see goes there.
    element.dataset.open = shown.focus ? 'soon' : 'true';
    if (shown.focus) element.focus({ preventScroll: true });
    wire?.post({ type: 'placed', isPlain: (wasPlain = isPlain()) });
  };
  const look = (): void => {
    const is = isPlain();
    if (is !== wasPlain) wire?.post({ type: 'placed', isPlain: (wasPlain = is) });
  };
  const draw = (): void => {
    if (!shown) return;
    const { card, focus } = shown;
    const { width, height } = layer.view();
    const view = { width, height };
    wire?.post({ type: 'show', turn, card, scheme: layer.scheme(), view, focus });
  };

  const hide = (owner: Owner): void => {
    if (shown?.owner !== owner) return;
    shown = null;
    size = null;
    early.forget();
    clearInterval(looks);
    wire?.post({ type: 'hide' });
    if (!element) return;
    element.dataset.open = 'false';
    // The keyboard would go on to write into what nobody sees.
    if (hasFocus()) {
      element.blur();
      window.focus();
    }
  };
  const hasFocus = (): boolean => element !== null && layer.root.activeElement === element;

  const drafts = keepDrafts(options.save, signal);
  const save = async (note: NoteText): Promise<void> => {
    const { id } = note;
    drafts.keep(note);
    const answer = (await isPlainSoon())
      ? await options.save(note)
      : fail('unreachable', 'The page hides what is typed.');
    if (answer.ok) drafts.stored(note);
    wire?.post({ type: 'answer', id, answer });
  };
  const act = async (done: FromFrame & { type: 'act' }): Promise<void> => {
    const card = recent.get(done.turn);
    if (isPlain() || (await isPlainSoon())) card?.act(done);
  };
  const take = (message: FromFrame): void => {
    if (message.type === 'ready') {
      isReady = true;
      draw();
    } else if (message.type === 'size') {
      if (message.turn !== turn || !shown) return;
      size = { width: message.width, height: message.height };
      // A window of its own is where it is.
      if (!element) wire?.post({ type: 'placed', isPlain: true });
      place();
    } else if (message.type === 'focused') {
      if (element && shown && message.turn === turn) element.dataset.open = 'true';
      early.arrived(message.turn);
    } else if (message.type === 'close') {
      layer.swallow(message.held);
      if (message.turn === turn) shown?.close();
    } else if (message.type === 'note') void save(message);
    else if (message.type === 'draft') drafts.keep(message);
    else if (message.type === 'unheard') options.unheard();
    else if (message.type === 'unsaved') {
      isUnsaved = message.is;
      options.written();
    } else void act(message);
  };

  /** In a window of its own where the page allows no frame. */
  const openWindow = (): void => {
    void pageCall('frame.window', { nonce });
  };
  const bar = (): void => {
    if (isReady || signal.aborted) return;
    isBarred = true;
    element?.remove();
    element = null;
    wire?.end();
    wire = null;
    wireToWindow(
      nonce,
      (made) => {
        wire = made;
        return take;
      },
      () => {
        wire = null;
        shown?.close();
      },
      signal,
    );
    if (shown) openWindow();
  };
  const warm = (): void => {
    if (element || isBarred || signal.aborted) return;
    const made = document.createElement('iframe');
    element = made;
    made.className = 'frame';
    made.dataset.open = 'false';
    made.allow = 'clipboard-write';
    made.title = 'Gloss';
    made.addEventListener('load', () => {
      if (element !== made) return;
      wire = wireToFrame(made, nonce, take);
      setTimeout(bar, crossOriginIsolated ? 0 : ANSWERED);
    });
    made.src = `${browser.runtime.getURL('/frame.html')}#${nonce}`;
    layer.region('frame-region').append(made);
  };
  signal.addEventListener('abort', () => {
    clearInterval(looks);
    wire?.end();
  });

  return {
    warm,
    show: (next) => {
      const before = shown;
      shown = next;
      turn += 1;
      size = null;
      early.await(turn, next.focus !== null);
      // The card before is not seen in the place and the size of this one.
      if (element?.dataset.open === 'true') element.dataset.open = 'soon';
      recent.set(turn, next);
      recent.delete(turn - REMEMBERED);
      if (before && before.owner !== next.owner) before.replaced();
      warm();
      clearInterval(looks);
      looks = setInterval(look, LOOK);
      if (isBarred && !wire) openWindow();
      else draw();
    },
    update: (next) => {
      if (shown?.owner !== next.owner) return;
      shown = next;
      recent.set(turn, next);
      draw();
      place();
    },
    hide,
    place,
    hasFocus,
    takeKey: early.take,
    focus: (owner) => {
      if (shown?.owner !== owner) return false;
      element?.focus({ preventScroll: true });
      return true;
    },
    isBusy: () => hasFocus() || (element?.matches(':hover') ?? false),
    isUnsaved: () => isUnsaved,
    vouches: (asked) => asked === nonce && !signal.aborted,
  };
}
