import { around, type Box } from '@/components/in-page/layer/geometry';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Colour, Highlight } from '@/domain/paper/paper';
import { ok, type Result } from '@/domain/result';
import { type Anchors, createAnchors, highlightsAt } from './anchored';
import { createHighlightBars, type HighlightBars } from './bars';
import type { EntryHighlight, Highlighter, HighlighterOptions } from './contract';
import { makeHighlights } from './make';
import { createRepaint, hasHighlights } from './repaint';
import {
  lastLine,
  listenToSelecting,
  passagesIn,
  selectedRange,
  type SelectedPassage,
  watchSelection,
} from './selection';

/** The colour of a highlight that is made by its comment. */
const FIRST_COLOUR = 'amber';

/** Paints the page's highlights and lets a person make, edit and remove them, until the signal aborts. */
export function createHighlighter(options: HighlighterOptions): Highlighter {
  const { save, newId, now, root, signal } = options;
  const anchors = createAnchors();
  const repaint = createRepaint({ ...options, anchors });
  const selected = (): SelectedPassage[] => {
    const range = selectedRange();
    return range ? passagesIn(range, repaint.near(), anchors) : [];
  };
  /** Makes a highlight of each selected passage. */
  const make = (colour: Colour): Promise<Result<EntryHighlight[]>> =>
    makeHighlights(selected(), colour, { save, newId, now, source: location.href });
  const highlightSelection = async (colour: Colour): Promise<Result<Highlight[]>> => {
    const isAnother = watchSelection();
    const made = await make(colour);
    if (!made.ok) return made;
    // The next passage may be selected by now, and its bar be open.
    if (!isAnother()) {
      bars?.close();
      unselect();
    }
    return ok(made.value.map(({ highlight }) => highlight));
  };

  /** Opens a highlight as it is stored now; `false` where it is stored no more, or the page does not show it. */
  const open = (item: ListedEntry, id: string, isCommenting = false): boolean => {
    const highlight = item.state.highlights.find((one) => one.id === id);
    const box = (): Box | null => boxOf(anchors, item, id);
    if (!highlight || !box()) return false;
    openBars().showHighlight({ item, highlight }, box, isCommenting);
    return true;
  };
  const comment = async (): Promise<void> => {
    const isAnother = watchSelection();
    const made = await make(FIRST_COLOUR);
    const [first] = made.ok ? made.value : [];
    if (!first || isAnother() || !open(first.item, first.highlight.id, true)) return;
    unselect();
  };
  /** Made with the first that is shown: on most pages none is. */
  let bars: HighlightBars | null = null;
  const openBars = (): HighlightBars =>
    (bars ??= createHighlightBars({
      ...options,
      choose: (colour) => void highlightSelection(colour),
      comment,
      selectedEntry: () => selected()[0]?.item ?? null,
      open,
    }));

  const clicked = (click: MouseEvent | null): void => {
    const there = click && !selectedRange() ? under(repaint.near(), anchors, click) : [];
    const [first, ...others] = there;
    if (!first || !click) bars?.close();
    else if (others.length === 0) open(first.item, first.highlight.id);
    else openBars().showPicker(there, pointOf(click));
  };
  const settled = (click: MouseEvent | null): void => {
    if (selected().length > 0) openBars().showSelection(selectedLine);
    else clicked(click);
  };
  listenToSelecting({ host: root.host, settled, signal });
  signal.addEventListener('abort', () => bars?.close());

  return {
    paint: repaint.setNear,
    follow: repaint.follow,
    refresh: (item) => {
      anchors.forget(item);
      if (!item || repaint.near().has(item)) repaint.again();
    },
    offer: () => settled(null),
    highlightSelection,
    missing: (item) => (hasHighlights(item) ? anchors.of(item).missing : []),
  };
}

/** Ends the page's selection, so that the colour shows and the next selection begins anew. */
const unselect = (): void => getSelection()?.removeAllRanges();

/** Where the page shows a highlight now. */
function boxOf(anchors: Anchors, item: ListedEntry, id: string): Box | null {
  const found = anchors.of(item).painted.find(({ highlight }) => highlight.id === id);
  return around((found?.ranges ?? []).flatMap((range) => [...range.getClientRects()]));
}

/** Highlights under the pointer. */
const under = (
  items: Iterable<ListedEntry>,
  anchors: Anchors,
  { clientX, clientY }: MouseEvent,
): EntryHighlight[] =>
  [...items].filter(hasHighlights).flatMap((item) => {
    const found = highlightsAt(anchors.of(item), clientX, clientY);
    return found.map((highlight) => ({ item, highlight }));
  });

/** Where the pointer was, as a box without size. */
const pointOf = ({ clientX, clientY }: MouseEvent): Box => ({
  left: clientX,
  top: clientY,
  width: 0,
  height: 0,
});

const selectedLine = (): Box | null => {
  const range = selectedRange();
  return range && lastLine(range);
};
