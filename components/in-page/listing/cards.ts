import type { Frame } from '@/components/in-page/frame/frame';
import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Marks } from '@/components/in-page/marks/marks';
import { besideMark } from '@/components/in-page/marks/toolbar-seat';
import type { Action } from '@/components/in-page/marks/toolbar';
import { anchorOf, type CardKind, type CardProps, framedCard, toolbarOf } from './card-contents';
import { createFloating } from './floating';
import { toolbarKeys } from './toolbar-keys';

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
  /** Calls back once no note is open or unsaved; at once where that is so. */
  whenWritten: (callback: () => void) => void;
  /** All that was typed may be on disk now. */
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

/** Actions that settle what a person thinks of a paper: its toolbar has done its work. */
const DECISIONS: ReadonlySet<Action> = new Set(['save', 'dismiss', 'read']);

/** What a toolbar does: a decision folds it away. */
const folding = (props: CardProps, fold: () => void): CardProps => ({
  ...props,
  act: (item, action) => {
    props.act(item, action);
    if (DECISIONS.has(action)) fold();
  },
});

/** Calls back once all is written. */
function createWaiting(isWritten: () => boolean) {
  let callback: (() => void) | null = null;
  const look = (): void => {
    if (callback && isWritten()) callback();
  };
  return {
    look,
    /** The last keys are on their way now, and may fail. */
    lookSoon: (): void => {
      if (callback) setTimeout(look);
    },
    wait: (next: () => void): void => {
      callback = next;
      look();
    },
  };
}

export function createCards({ layer, frame, marks, props, keepsFocus }: Options): Cards {
  let open: { item: ListedEntry; kind: CardKind } | null = null;
  const writing = createWaiting(() => open?.kind !== 'note' && !frame.isUnsaved());
  const close = (): boolean => {
    if (!open) return false;
    const { item, kind } = open;
    const mark = marks.get(item);
    const hadFocus = kind === 'toolbar' ? floating.hasFocus() : frame.hasFocus();
    if (mark) mark.dataset.open = 'false';
    open = null;
    if (kind === 'toolbar') floating.hide();
    else frame.hide('entry');
    writing.lookSoon();
    if (mark && hadFocus && keepsFocus()) focusQuietly(mark);
    return true;
  };
  const fold = (): void => {
    if (open?.kind === 'toolbar') close();
  };
  const pointed = (): ListedEntry | null => (open?.kind === 'toolbar' ? open.item : null);
  const floating = createFloating({
    layer,
    onKey: toolbarKeys(() => {
      const item = pointed();
      const mark = item && marks.get(item);
      if (mark) focusQuietly(mark);
    }),
  });
  const toolbarProps = folding(props, fold);
  const draw = (isFirst: boolean): void => {
    if (!open) return;
    const { item, kind } = open;
    const anchor = anchorOf(item, kind, marks);
    if (kind === 'toolbar')
      return floating.show(toolbarOf(item, toolbarProps), (size, view) => {
        const box = anchor();
        return box && besideMark(box, size, view, marks.boxes(item));
      });
    const card = framedCard(item, kind, props, { anchor, view: layer.view, close });
    if (isFirst) frame.show(card);
    else frame.update(card);
  };
  return {
    show: (item, kind) => {
      if (open && (open.item !== item || open.kind !== kind)) close();
      open = { item, kind };
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
      floating.focus();
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
      floating.place();
      frame.place();
    },
    isTyping: () => open !== null && open.kind !== 'toolbar',
    whenWritten: writing.wait,
    written: writing.look,
    isBusy: () => floating.isBusy() || frame.isBusy(),
  };
}

/** Gives a mark the focus back from its card: that is no wish to open another. */
function focusQuietly(mark: HTMLElement): void {
  mark.dataset.quiet = 'true';
  mark.focus({ preventScroll: true });
  delete mark.dataset.quiet;
}
