import { type ComponentChild, render } from 'preact';
import { type Box, under } from '@/components/in-page/layer/geometry';
import type { Colour, Highlight } from '@/domain/paper/paper';
import { HighlightBar, HighlightPicker, SelectionBar } from './bar';
import type { HighlighterOptions } from './contract';

/** A highlight by the entry that it stands in. */
export interface Named {
  index: number;
  highlight: Highlight;
}

/** The one bar that is open over the page: for a selection, for a highlight, or to choose between highlights. */
export interface HighlightBars {
  showSelection: (box: () => Box | null) => void;
  showHighlight: (named: Named, box: () => Box | null) => void;
  showPicker: (highlights: Named[], box: Box) => void;
  close: () => void;
  /** Moves the keyboard's focus to the bar; `false` while there is none. */
  focus: () => boolean;
  focusComment: () => void;
}

interface Options extends HighlighterOptions {
  choose: (colour: Colour) => void;
  comment: () => Promise<void>;
  selectedEntry: () => number | null;
  open: (index: number, id: string) => boolean;
}

/** After the last key of a comment, milliseconds. */
const PAUSE = 300;

export function createHighlightBars(options: Options): HighlightBars {
  const { root, edit, remove, signal } = options;
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
    isSelection = false;
    render(null, container);
  };
  const place = (): void => {
    const card = container.firstElementChild;
    const box = anchor?.();
    if (!(card instanceof HTMLElement) || !box) return;
    const { width, height } = card.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    const view = { left: 0, top: 0, width: clientWidth, height: innerHeight };
    const { left, top } = under(box, { width, height }, view, 8);
    card.style.left = `${Math.round(left)}px`;
    card.style.top = `${Math.round(top)}px`;
  };
  const show = (bar: ComponentChild, box: () => Box | null): void => {
    flush();
    anchor = box;
    isSelection = false;
    render(bar, container);
    place();
  };
  const focus = (): boolean => {
    const button = container.querySelector('button');
    button?.focus({ preventScroll: true });
    return button !== null;
  };
  const hasFocus = (): boolean => container.contains(root.activeElement);

  addEventListener('scroll', () => (hasFocus() ? place() : close()), {
    capture: true,
    passive: true,
    signal,
  });
  addEventListener('pagehide', flush, { signal });
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing || !anchor) return;
      const isTab = event.key === 'Tab' && !event.shiftKey && isSelection && !hasFocus();
      if (event.key === 'Escape') close();
      else if (!isTab || !focus()) return;
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

  return {
    showSelection: (box) => {
      const index = options.selectedEntry();
      const { tag } = options;
      const goToTags = (): void => {
        close();
        if (index !== null) tag?.(index);
      };
      show(
        <SelectionBar
          choose={options.choose}
          comment={() => void options.comment()}
          tag={tag && index !== null ? goToTags : null}
        />,
        box,
      );
      isSelection = true;
    },
    showHighlight: ({ index, highlight }, box) => {
      const { id } = highlight;
      show(
        <HighlightBar
          highlight={highlight}
          choose={(colour) => {
            close();
            void edit(index, id, { colour });
          }}
          comment={(comment) => {
            unsaved = { index, id, comment };
            clearTimeout(timer);
            timer = setTimeout(flush, PAUSE);
          }}
          remove={() => {
            unsaved = null;
            close();
            void remove(index, id);
          }}
        />,
        box,
      );
    },
    showPicker: (highlights, box) => {
      const pick = ({ id }: Highlight): void => {
        const chosen = highlights.find(({ highlight }) => highlight.id === id);
        if (chosen) options.open(chosen.index, id);
      };
      const all = highlights.map(({ highlight }) => highlight);
      show(<HighlightPicker highlights={all} pick={pick} />, () => box);
    },
    close,
    focus,
    focusComment: () => {
      container.querySelector('input')?.focus({ preventScroll: true });
    },
  };
}
