import type { Frame } from '@/components/in-page/frame/frame';
import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Marks } from '@/components/in-page/marks/marks';
import {
  anchorOf,
  type CardKind,
  type CardProps,
  framedCard,
  type OpenCard,
} from './card-contents';
import { focusQuietly } from '@/components/in-page/overlay/mark-focus';
import { createToolbarCard } from './toolbar-card';

/** The one card that is open over the page: it belongs to a paper and stays with it, wherever its row goes. */
export interface Cards {
  show: (item: ListedEntry, kind: CardKind) => void;
  /** Closes the open card; whether one was open. */
  close: () => boolean;
  /** Closes the card if it is a toolbar. */
  fold: () => void;
  /** The entry whose toolbar is open: the pointer or the focus is on its mark or on the toolbar. */
  pointed: () => ListedEntry | null;
  /** Moves the focus into an entry's toolbar; `false` where it is not open. */
  goIn: (item: ListedEntry) => boolean;
  /** Draws the open card again where its entry is among these. */
  refresh: (items: readonly ListedEntry[]) => void;
  /** Takes in that the page lists other entries: a toolbar without a row closes, a card with a field stays. */
  settle: () => void;
  place: () => void;
  /** Whether a card is open that a person types in. */
  isTyping: () => boolean;
  /** Calls back once no card is open that a person types in, and all is saved; at once where that is so. */
  whenWritten: (callback: () => void) => void;
  /** Calls back once no card is open that a person types in; texts that can't be stored are kept for the next listing. */
  whenClosed: (callback: () => void) => void;
  /** All that was typed may be on disk now, or a card be closed. */
  written: () => void;
  /** Whether the pointer or the focus is in it. */
  isBusy: () => boolean;
}

interface Options {
  layer: Layer;
  frame: Frame;
  marks: Pick<Marks, 'get' | 'boxes'>;
  props: CardProps;
  /** Whether the mark gets the focus back that a card had. */
  keepsFocus: () => boolean;
}

const isFramed = (open: { kind: CardKind }): open is OpenCard => open.kind !== 'toolbar';

/** Calls back once all is written. */
function createWaiting(isWritten: () => boolean) {
  let callback: (() => void) | null = null;
  const look = (): void => {
    if (!callback || !isWritten()) return;
    const next = callback;
    callback = null;
    next();
  };
  return {
    look,
    wait: (next: () => void): void => {
      callback = next;
      look();
    },
  };
}

export function createCards({ layer, frame, marks, props, keepsFocus }: Options): Cards {
  let open: { item: ListedEntry; kind: CardKind; typed: string } | null = null;
  const writing = createWaiting(() => !frame.isOpen() && !frame.isUnsaved());
  const closing = createWaiting(() => !frame.isOpen() && !frame.isStoring());
  const close = (): boolean => {
    if (!open) return false;
    const { item, kind } = open;
    const mark = marks.get(item);
    const hadFocus = kind === 'toolbar' ? toolbar.hasFocus() : frame.hasFocus();
    if (mark) mark.dataset.open = 'false';
    open = null;
    if (kind === 'toolbar') toolbar.hide();
    else frame.hide('entry');
    if (mark && hadFocus && keepsFocus()) focusQuietly(mark);
    return true;
  };
  const fold = (): void => {
    if (open?.kind === 'toolbar') close();
  };
  const pointed = (): ListedEntry | null => (open?.kind === 'toolbar' ? open.item : null);
  const toolbar = createToolbarCard({
    layer,
    marks,
    props,
    fold,
    toMark: () => {
      const item = pointed();
      const mark = item && marks.get(item);
      if (mark) focusQuietly(mark);
    },
  });
  /** Draws the open card, first or again. */
  const draw = (isFirst: boolean): void => {
    if (!open) return;
    const { item, kind } = open;
    const anchor = anchorOf(item, kind, marks);
    if (!isFramed(open)) toolbar.show(item, anchor);
    else {
      const card = framedCard(open, props, { anchor, view: layer.view, close });
      if (isFirst) frame.show(card);
      else frame.update(card);
    }
  };
  return {
    show: (item, kind) => {
      if (open && (open.item !== item || open.kind !== kind)) close();
      open = { item, kind, typed: '' };
      const mark = marks.get(item);
      if (mark) mark.dataset.open = 'true';
      // A person who rests on a mark may write the next moment.
      frame.warm();
      draw(true);
    },
    close,
    fold,
    pointed,
    goIn: (item) => {
      if (pointed() !== item) return false;
      toolbar.focus();
      return true;
    },
    refresh: (items) => {
      if (open && items.includes(open.item)) draw(false);
    },
    settle: () => {
      if (open?.kind === 'toolbar' && open.item.index < 0) close();
      else draw(false);
    },
    place: () => {
      toolbar.place();
      frame.place();
    },
    isTyping: () => open !== null && open.kind !== 'toolbar',
    whenWritten: writing.wait,
    whenClosed: closing.wait,
    written: () => [writing, closing].forEach(({ look }) => look()),
    isBusy: () => toolbar.isBusy() || frame.isBusy(),
  };
}
