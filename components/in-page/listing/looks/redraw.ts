import type { Layer } from '@/components/in-page/layer/layer';
import type { Presence } from '@/components/in-page/layer/presence';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Marks } from '@/components/in-page/marks/marks';
import { elementOf } from '@/components/in-page/marks/placement';
import type { IdentifiedEntry } from '@/domain/entry';
import { pageCall } from '@/rpc/client';
import type { Cards } from '@/components/in-page/listing/cards/cards';
import type { Decisions } from '@/components/in-page/listing/decisions/decisions';
import type { ClosedParts } from './closed-parts';
import type { Dock } from '@/components/in-page/listing/page-bar/dock';
import type { FirstPicture } from './first-picture';
import type { Looks } from './looks';
import { createMeetings } from '@/components/in-page/listing/entries/meetings';
import { newId } from '@/components/in-page/listing/new-id';
import type { Passages } from '@/components/in-page/listing/passages';
import type { Loaded, Store } from '@/components/in-page/listing/entries/store';
import { pageCounts } from './view';

/** Draws again what a change concerns. Nothing is drawn before the first picture, which shows all that is known. */
export interface Redraw {
  /** Draws the first picture. */
  first: () => void;
  /** Takes over the page's entries as they are now. An open card stays open, by its paper. */
  page: (entries: IdentifiedEntry[]) => Loaded;
  /** Draws entries whose state changed. */
  entries: (items: readonly ListedEntry[]) => void;
  /** Draws what a part of the page showed or hid. */
  opened: () => void;
  /** Draws all that follows settings. */
  settings: () => void;
}

interface Parts {
  store: Store;
  layer: Layer;
  presence: Pick<Presence, 'attach'>;
  picture: FirstPicture;
  looks: Looks;
  closed: Pick<ClosedParts, 'look'>;
  marks: Marks;
  passages: Passages;
  cards: Cards;
  dock: Dock;
  decisions: Pick<Decisions, 'tellFailure'>;
  /** The page is one paper's own: it has no badge. */
  isPaper: boolean;
  /** Called once marks and bar are drawn. */
  drawn: () => void;
  signal: AbortSignal;
}

export function createRedraw(parts: Parts): Redraw {
  const { store, layer, picture, looks, closed, marks, passages, cards, dock, decisions } = parts;
  const { isPaper, signal } = parts;
  const meetings = createMeetings({ newId, isPaper, apply: store.apply, signal });
  /** The badge counts what a list has that is new. */
  const tellCounts = (): void => {
    if (!parts.isPaper) void pageCall('page.counts', pageCounts(dock.counted()));
  };
  return {
    // The marks first: they read where titles are, and the bar is drawn after that without unsettling the layout.
    first: () => {
      closed.look();
      looks.update(store.listed);
      marks.place();
      requestAnimationFrame(() => {
        if (parts.signal.aborted) return;
        dock.refresh();
        parts.drawn();
        tellCounts();
      });
    },
    page: (entries) => {
      const { hasChanged, known } = store.load(entries);
      const isDrawn = picture.isDrawn();
      // Of entries that the first stage has drawn nothing has changed; its layer followed the page, this one must.
      if (hasChanged || !isDrawn)
        layer.followScheme(() => elementOf(store.listed[0]?.entry.titlePlace ?? []));
      if (hasChanged) {
        if (isDrawn) closed.look();
        marks.observe();
        cards.settle();
        if (isDrawn) {
          // Entries may have other elements now: those are folded and dimmed as the old ones were.
          looks.update([]);
          dock.refresh();
        }
      }
      if (isDrawn) passages.refresh();
      marks.place();
      // All that is read of the page before the first picture was read.
      parts.presence.attach();
      void picture.after(known);
      void known.then((answer) => {
        if (!answer.ok) decisions.tellFailure(answer.error);
      });
      return { hasChanged, known };
    },
    entries: (items) => {
      meetings.look(items);
      if (!picture.isDrawn()) return;
      dock.untellLasting();
      looks.update(items);
      marks.refresh(items);
      marks.place();
      if (items.length === store.listed.length) passages.refresh();
      else for (const item of items) passages.refresh(item);
      cards.refresh(items);
      dock.refresh();
      tellCounts();
    },
    opened: () => {
      if (!picture.isDrawn()) return;
      marks.observe();
      dock.refresh();
      tellCounts();
    },
    settings: () => {
      if (!picture.isDrawn()) return;
      looks.setUp();
      marks.refreshAll();
      dock.refresh();
    },
  };
}
