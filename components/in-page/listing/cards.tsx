import type { FrameAct } from '@/components/in-page/frame/contract';
import type { Frame, Shown } from '@/components/in-page/frame/frame';
import type { ListedEntry } from '@/components/in-page/highlight/contract';
import { beside, type Box, under } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';
import type { Marks } from '@/components/in-page/marks/marks';
import { boxOf } from '@/components/in-page/marks/placement';
import { type Action, Toolbar } from '@/components/in-page/marks/toolbar';
import { refOf } from '@/domain/identity/identify';
import type { Highlight } from '@/domain/paper/paper';
import type { Keys } from '@/domain/settings';
import { createFloating } from './floating';

type Kind = 'toolbar' | 'tags' | 'note';

/** The one card that is open over the page: it belongs to a paper and stays with it, wherever its row goes. */
export interface Cards {
  show: (item: ListedEntry, kind: Kind) => void;
  /** Closes what is open; whether anything was. */
  close: () => boolean;
  /** States of entries are others, or (without indexes) what cards show besides. */
  refresh: (indexes?: readonly number[]) => void;
  /** The page's entries are others: a toolbar without a row goes, what is typed in stays. */
  settle: () => void;
  place: () => void;
  /** Whether a card is open that a person types in. */
  isTyping: () => boolean;
  /** Calls back once no note is open or unsaved; at once where that is so. */
  whenWritten: (callback: () => void) => void;
  /** What was typed may all be on disk now. */
  written: () => void;
  /** Whether the pointer or the focus is in it. */
  isBusy: () => boolean;
}

interface Options {
  layer: Layer;
  frame: Frame;
  marks: Marks;
  /** What the cards show and do. */
  props: {
    /** The name that a person knows a site by. */
    siteName: (id: string) => string;
    keys: () => Keys;
    wasSeen: (item: ListedEntry) => boolean;
    /** Whether pages show no words of a person's own. */
    isDiscreet: () => boolean;
    setTag: (item: ListedEntry, name: string, on: boolean) => void;
    missing: (item: ListedEntry) => Highlight[];
    act: (item: ListedEntry, action: Action) => void;
  };
  /** Whether the mark gets the focus back that a card had. */
  keepsFocus: () => boolean;
}

export function createCards(options: Options): Cards {
  const { layer, frame, marks, props, keepsFocus } = options;
  const floating = createFloating(layer);
  let open: { item: ListedEntry; kind: Kind } | null = null;
  let whenWritten: (() => void) | null = null;
  const isWritten = (): boolean => open?.kind !== 'note' && !frame.isUnsaved();
  const written = (): void => {
    if (whenWritten && isWritten()) whenWritten();
  };

  const close = (): boolean => {
    if (!open) return false;
    const { item, kind } = open;
    const mark = marks.get(item);
    const hadFocus = frame.hasFocus();
    if (mark) mark.dataset.open = 'false';
    open = null;
    if (kind === 'toolbar') floating.hide();
    else frame.hide('entry');
    // What was typed last is on its way now, and may fail.
    if (whenWritten) setTimeout(written);
    if (!hadFocus || !keepsFocus() || !mark) return true;
    // Back from a card: that is no wish to open another.
    mark.dataset.quiet = 'true';
    mark.focus({ preventScroll: true });
    delete mark.dataset.quiet;
    return true;
  };

  const anchorOf = (item: ListedEntry, kind: Kind) => {
    const titleBox = (): Box | null => boxOf(item.entry.titlePlace);
    return kind === 'note'
      ? () => boxOf(item.entry.abstractPlace) ?? titleBox()
      : () => marks.get(item)?.getBoundingClientRect() ?? titleBox();
  };
  const toolbarOf = (item: ListedEntry) => (
    <Toolbar
      key={refOf(item.entry).keys[0]}
      item={item}
      isDiscreet={props.isDiscreet()}
      missing={props.missing(item)}
      keys={props.keys()}
      seen={props.wasSeen(item) ? item.state.sighting : null}
      now={Date.now()}
      siteName={props.siteName}
      act={(action) => props.act(item, action)}
      removeTag={(name) => props.setTag(item, name, false)}
    />
  );
  const framed = (item: ListedEntry, kind: 'note' | 'tags'): Shown => {
    const { entry, state } = item;
    const { title, abstract, authors } = entry;
    const paper = refOf(entry);
    return {
      owner: 'entry',
      card:
        kind === 'note'
          ? { kind, paper, title, note: state.note, missing: props.missing(item) }
          : { kind, paper, about: { title, abstract, authors }, tags: state.tags },
      anchor: anchorOf(item, kind),
      choose: kind === 'note' ? beside : under,
      focus: 'field',
      act: (done: FrameAct) => {
        if (done.act === 'tag') props.setTag(item, done.name, done.on);
      },
      close: () => void close(),
      replaced: () => void close(),
    };
  };

  const showToolbar = (item: ListedEntry): void =>
    floating.show(toolbarOf(item), anchorOf(item, 'toolbar'), 'under');
  const render = (): void => {
    if (!open) return;
    const { item, kind } = open;
    if (kind === 'toolbar') showToolbar(item);
    else frame.update(framed(item, kind));
  };

  return {
    show: (item, kind) => {
      if (open && (open.item !== item || open.kind !== kind)) close();
      open = { item, kind };
      const mark = marks.get(item);
      if (mark) mark.dataset.open = 'true';
      // Whoever rests on a mark may write the next moment.
      frame.warm();
      if (kind === 'toolbar') showToolbar(item);
      else frame.show(framed(item, kind));
    },
    close,
    refresh: (indexes) => {
      if (open && (indexes?.includes(open.item.index) ?? true)) render();
    },
    settle: () => {
      if (open?.kind === 'toolbar' && open.item.index < 0) close();
      else render();
    },
    place: () => {
      floating.place();
      frame.place();
    },
    isTyping: () => open !== null && open.kind !== 'toolbar',
    whenWritten: (callback) => {
      whenWritten = callback;
      written();
    },
    written,
    isBusy: () => floating.isBusy() || frame.isBusy(),
  };
}
