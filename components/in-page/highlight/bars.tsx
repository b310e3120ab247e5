import { type ComponentChild, render } from 'preact';
import type { FrameAct, FrameCard } from '@/components/in-page/frame/contract';
import { type Box, type Size, under } from '@/components/in-page/layer/geometry';
import type { Highlight } from '@/domain/paper/paper';
import { SelectionBar } from './bar';
import type { HighlighterOptions } from './contract';
import type { Colour } from '@/domain/paper/paper';

/** A highlight by the entry that it stands in. */
export interface Named {
  index: number;
  highlight: Highlight;
}

/** The one bar that is open over the page: for a selection, for a highlight, or to choose between highlights. */
export interface HighlightBars {
  showSelection: (box: () => Box | null) => void;
  showHighlight: (named: Named, box: () => Box | null, isCommenting: boolean) => void;
  showPicker: (highlights: Named[], box: Box) => void;
  close: () => void;
  /** Moves the keyboard's focus to the bar; `false` while there is none. */
  focus: () => boolean;
}

interface Options extends HighlighterOptions {
  choose: (colour: Colour) => void;
  comment: () => Promise<void>;
  selectedEntry: () => number | null;
  open: (index: number, id: string) => boolean;
}

/** After the last key of a comment, milliseconds. */
const PAUSE = 300;
/** Between a passage and its bar, pixels. */
const GAP = 8;

const below = (box: Box, size: Size, view: Box) => under(box, size, view, GAP);

export function createHighlightBars(options: Options): HighlightBars {
  const { root, frame, edit, remove, signal } = options;
  const container = options.container();
  let anchor: (() => Box | null) | null = null;
  let isSelection = false;
  let unsaved: { index: number; id: string; comment: string } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    if (!unsaved) return;
    const { index, id, comment } = unsaved;
    unsaved = null;
    void edit(index, id, { comment });
  };
  const close = (): void => {
    flush();
    if (!anchor) return;
    anchor = null;
    if (isSelection) render(null, container);
    isSelection = false;
    frame.hide('highlight');
  };
  const place = (): void => {
    const card = container.firstElementChild;
    const box = anchor?.();
    if (!(card instanceof HTMLElement) || !box) return;
    const { width, height } = card.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    const view = { left: 0, top: 0, width: clientWidth, height: innerHeight };
    const { left, top } = below(box, { width, height }, view);
    card.style.left = `${Math.round(left)}px`;
    card.style.top = `${Math.round(top)}px`;
  };
  const showSelection = (bar: ComponentChild, box: () => Box | null): void => {
    close();
    anchor = box;
    isSelection = true;
    render(bar, container);
    place();
  };
  const showFramed = (
    card: FrameCard,
    box: () => Box | null,
    focus: 'field' | null,
    act: (done: FrameAct) => void,
  ): void => {
    flush();
    if (isSelection) close();
    anchor = box;
    const gone = { close, replaced: close };
    frame.show({ owner: 'highlight', card, anchor: box, choose: below, focus, act, ...gone });
  };
  const focusSelection = (): boolean => {
    const button = container.querySelector('button');
    button?.focus({ preventScroll: true });
    return button !== null;
  };
  const isIn = (): boolean =>
    isSelection ? container.contains(root.activeElement) : frame.hasFocus();

  addEventListener(
    'scroll',
    () => {
      if (anchor && !isIn()) close();
      else if (isSelection) place();
    },
    { capture: true, passive: true, signal },
  );
  addEventListener('pagehide', flush, { signal });
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing || !anchor) return;
      const isTab = event.key === 'Tab' && !event.shiftKey && isSelection && !isIn();
      if (event.key === 'Escape') close();
      else if (!isTab || !focusSelection()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
  // Keys within the layer come by another way (`shield.ts`).
  container.addEventListener('keydown', (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
    event.preventDefault();
    close();
  });

  const actOn =
    ({ index, highlight: { id } }: Named) =>
    (done: FrameAct): void => {
      if (done.act === 'comment') {
        unsaved = { index, id, comment: done.text };
        clearTimeout(timer);
        timer = setTimeout(flush, PAUSE);
      } else if (done.act === 'colour') {
        close();
        void edit(index, id, { colour: done.colour });
      } else if (done.act === 'remove') {
        unsaved = null;
        close();
        void remove(index, id);
      }
    };
  return {
    showSelection: (box) => {
      const index = options.selectedEntry();
      const { tag } = options;
      const goToTags = (): void => {
        close();
        if (index !== null) tag?.(index);
      };
      showSelection(
        <SelectionBar
          choose={options.choose}
          comment={() => void options.comment()}
          tag={tag && index !== null ? goToTags : null}
        />,
        box,
      );
      frame.warm();
    },
    showHighlight: (named, box, isCommenting) => {
      const { id, colour, comment } = named.highlight;
      const card: FrameCard = { kind: 'highlight', highlight: { id, colour, comment } };
      showFramed(card, box, isCommenting ? 'field' : null, actOn(named));
    },
    showPicker: (highlights, box) => {
      const card: FrameCard = {
        kind: 'picker',
        highlights: highlights.map(({ highlight: { id, colour, comment, quote } }) => ({
          id,
          colour,
          comment,
          quote,
        })),
      };
      const pick = (done: FrameAct): void => {
        const chosen =
          done.act === 'pick' && highlights.find(({ highlight }) => highlight.id === done.id);
        if (chosen) options.open(chosen.index, chosen.highlight.id);
      };
      showFramed(card, () => box, null, pick);
    },
    close,
    focus: () => (isSelection ? focusSelection() : anchor !== null && frame.focus('highlight')),
  };
}
