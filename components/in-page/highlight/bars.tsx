import type { FrameAct, FrameCard } from '@/components/in-page/frame/contract';
import type { Box } from '@/components/in-page/layer/geometry';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Colour } from '@/domain/paper/paper';
import { SelectionBar } from './bar';
import { createCommentSaver } from './comments';
import type { EntryHighlight, HighlighterOptions } from './contract';
import { below, createSelectionSeat } from './selection-seat';

/** The one bar that is open over the page: for a selection, for a highlight, or to choose between highlights. */
export interface HighlightBars {
  showSelection: (box: () => Box | null) => void;
  showHighlight: (of: EntryHighlight, box: () => Box | null, isCommenting: boolean) => void;
  showPicker: (highlights: readonly EntryHighlight[], box: Box) => void;
  close: () => void;
}

interface Options extends HighlighterOptions {
  choose: (colour: Colour) => void;
  /** Highlights the selection and opens its comment. */
  comment: () => Promise<void>;
  selectedEntry: () => ListedEntry | null;
  open: (item: ListedEntry, id: string) => boolean;
}

export function createHighlightBars(options: Options): HighlightBars {
  const { root, frame, signal, tag } = options;
  const container = options.container();
  const seat = createSelectionSeat(container);
  const comments = createCommentSaver(options.edit, signal);
  let open: 'selection' | 'card' | null = null;

  const close = (): void => {
    comments.flush();
    if (open === null) return;
    if (open === 'selection') seat.hide();
    open = null;
    frame.hide('highlight');
  };
  const showCard = (
    card: FrameCard,
    box: () => Box | null,
    focus: 'field' | null,
    does: { act: (done: FrameAct) => void; typed?: (text: string) => void },
  ): void => {
    comments.flush();
    if (open === 'selection') close();
    open = 'card';
    const gone = { close, replaced: close };
    const doing = { typed: () => undefined, ...does, ...gone };
    frame.show({ owner: 'highlight', card, anchor: box, choose: below, focus, ...doing });
  };
  closeWithPage(container, {
    is: () => open,
    isAttended: () =>
      open === 'selection' ? seat.has(root.activeElement) : open === 'card' && frame.isAttended(),
    place: seat.place,
    focus: seat.focus,
    close,
    signal,
  });
  return {
    showSelection: (box) => {
      const item = options.selectedEntry();
      const goToTags = (of: ListedEntry): void => {
        close();
        tag(of);
      };
      close();
      open = 'selection';
      seat.show(
        <SelectionBar
          choose={options.choose}
          comment={() => void options.comment()}
          tag={item && (() => goToTags(item))}
        />,
        box,
      );
      frame.warm();
    },
    showHighlight: (of, box, isCommenting) => {
      const { id, colour, comment } = of.highlight;
      const highlight = { id, colour, comment };
      showCard({ kind: 'highlight', highlight }, box, isCommenting ? 'field' : null, {
        act: actOn(of, options, comments, close),
        typed: (text) => {
          highlight.comment = text;
          comments.type(of, text);
        },
      });
    },
    showPicker: (highlights, box) => {
      const act = (done: FrameAct): void => {
        const chosen =
          done.act === 'pick' && highlights.find(({ highlight }) => highlight.id === done.id);
        if (chosen) options.open(chosen.item, chosen.highlight.id);
      };
      showCard(pickerOf(highlights), () => box, null, { act });
    },
    close,
  };
}

/** Does what a person does on a highlight's card. */
const actOn =
  (
    of: EntryHighlight,
    { edit, remove }: Pick<Options, 'edit' | 'remove'>,
    comments: ReturnType<typeof createCommentSaver>,
    close: () => void,
  ) =>
  (done: FrameAct): void => {
    const { item, highlight } = of;
    if (done.act === 'colour') {
      close();
      void edit(item, highlight.id, { colour: done.colour });
    } else if (done.act === 'remove') {
      comments.drop();
      close();
      void remove(item, highlight.id);
    }
  };

const pickerOf = (highlights: readonly EntryHighlight[]): FrameCard => ({
  kind: 'picker',
  highlights: highlights.map(({ highlight: { id, colour, comment, quote } }) => ({
    id,
    colour,
    comment,
    quote,
  })),
});

interface OpenBar {
  is: () => 'selection' | 'card' | null;
  /** Whether a person is at work in it. */
  isAttended: () => boolean;
  place: () => void;
  focus: () => boolean;
  close: () => void;
  signal: AbortSignal;
}

/** Closes the bar by Escape and when the page scrolls, and lets Tab go from a selection into its bar. */
function closeWithPage(container: Element, bar: OpenBar): void {
  const { is, isAttended, place, focus, close, signal } = bar;
  const scrolled = (): void => {
    if (is() && !isAttended()) close();
    else if (is() === 'selection') place();
  };
  addEventListener('scroll', scrolled, { capture: true, passive: true, signal });
  const pressed = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.isComposing || !is()) return;
    const isTab = event.key === 'Tab' && !event.shiftKey && is() === 'selection' && !isAttended();
    if (event.key === 'Escape') close();
    else if (!isTab || !focus()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', pressed, { capture: true, signal });
  // Keys within the layer come by another way (`shield.ts`).
  container.addEventListener('keydown', (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
    event.preventDefault();
    close();
  });
}
