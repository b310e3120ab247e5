import type { VNode } from 'preact';
import type { ListedEntry } from '@/components/in-page/highlight/contract';
import type { Box } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';
import { NoteCard } from '@/components/in-page/note-editor/note-card';
import { createNoteSessions } from '@/components/in-page/note-editor/sessions';
import type { Marks } from '@/components/in-page/marks/marks';
import { boxOf } from '@/components/in-page/marks/placement';
import { type Completion, TagEditor } from '@/components/in-page/marks/tag-editor';
import { type Action, Toolbar } from '@/components/in-page/marks/toolbar';
import { refOf } from '@/domain/identity/identify';
import type { Highlight, PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import type { Keys } from '@/domain/settings';
import { pageCall } from '@/rpc/client';
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
  /** Whether the pointer or the focus is in it. */
  isBusy: () => boolean;
}

interface Options {
  layer: Layer;
  marks: Marks;
  /** What the cards show and do. */
  props: {
    save: (item: ListedEntry) => (base: string, text: string) => Promise<Result<PaperState>>;
    completion: () => Completion;
    /** The name that a person knows a site by. */
    siteName: (id: string) => string;
    keys: () => Keys;
    wasSeen: (item: ListedEntry) => boolean;
    setTag: (item: ListedEntry, name: string, on: boolean) => void;
    missing: (item: ListedEntry) => Highlight[];
    act: (item: ListedEntry, action: Action) => void;
    /** A note could not be saved, and no card is open that says so. */
    unsaved: () => void;
  };
  /** Whether the mark gets the focus back that a card had. */
  keepsFocus: () => boolean;
  signal: AbortSignal;
}

export function createCards({ layer, marks, props, keepsFocus, signal }: Options): Cards {
  const notes = createNoteSessions({ signal, unheard: props.unsaved });
  const floating = createFloating(layer);
  let open: { item: ListedEntry; kind: Kind } | null = null;
  let written: (() => void) | null = null;
  const isWritten = (): boolean => open?.kind !== 'note' && !notes.isUnsaved();

  const close = (): boolean => {
    if (!open) return false;
    const mark = marks.get(open.item);
    const hadFocus = layer.root.activeElement !== null && open.kind !== 'toolbar';
    if (mark) mark.dataset.open = 'false';
    open = null;
    floating.hide();
    // What was typed last is on its way now, and may fail.
    if (written) setTimeout(() => isWritten() && written?.());
    if (!hadFocus || !keepsFocus() || !mark) return true;
    // Back from a card: that is no wish to open another.
    mark.dataset.quiet = 'true';
    mark.focus({ preventScroll: true });
    delete mark.dataset.quiet;
    return true;
  };

  const cardOf = (item: ListedEntry, kind: Kind): VNode => {
    // By the paper: a card that is drawn again for it keeps what was typed.
    const [paper = ''] = refOf(item.entry).keys;
    const key = `${kind} ${paper}`;
    if (kind === 'note')
      return (
        <NoteCard
          key={key}
          item={item}
          session={notes.open(paper, item.state.note, props.save(item))}
          missing={props.missing(item)}
          preview={(text) => pageCall('note.preview', { text })}
          close={close}
        />
      );
    if (kind === 'tags')
      return (
        <TagEditor
          key={key}
          item={item}
          completion={props.completion()}
          setTag={(name, on) => props.setTag(item, name, on)}
          close={close}
        />
      );
    return (
      <Toolbar
        key={key}
        item={item}
        missing={props.missing(item)}
        keys={props.keys()}
        seen={props.wasSeen(item) ? item.state.sighting : null}
        now={Date.now()}
        siteName={props.siteName}
        act={(action) => props.act(item, action)}
        removeTag={(name) => props.setTag(item, name, false)}
      />
    );
  };

  const render = (): void => {
    if (!open) return;
    const { item, kind } = open;
    const titleBox = (): Box | null => boxOf(item.entry.titlePlace);
    const anchor =
      kind === 'note'
        ? () => boxOf(item.entry.abstractPlace) ?? titleBox()
        : () => marks.get(item)?.getBoundingClientRect() ?? titleBox();
    floating.show(cardOf(item, kind), anchor, kind === 'note' ? 'beside' : 'under');
  };

  return {
    show: (item, kind) => {
      if (open && open.item !== item) close();
      open = { item, kind };
      const mark = marks.get(item);
      if (mark) mark.dataset.open = 'true';
      render();
    },
    close,
    refresh: (indexes) => {
      if (open && (indexes?.includes(open.item.index) ?? true)) render();
    },
    settle: () => {
      if (open?.kind === 'toolbar' && open.item.index < 0) close();
      else render();
    },
    place: floating.place,
    isTyping: () => open !== null && open.kind !== 'toolbar',
    whenWritten: (callback) => {
      written = callback;
      if (isWritten()) callback();
    },
    isBusy: floating.isBusy,
  };
}
