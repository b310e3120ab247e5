import { around, type Box } from '@/components/in-page/layer/geometry';
import { describe } from '@/domain/anchor/describe';
import type { Colour, Highlight } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';
import {
  type Anchored,
  anchor,
  highlightsAt,
  type Selected,
  selectedIn,
  touches,
} from './anchored';
import type { Highlighter, HighlighterOptions } from './contract';
import { createHighlightBars, type HighlightBars, type Named } from './bars';
import { clear, paint as paintAll } from './painter';

/** The colour of a highlight that is made by its comment. */
const FIRST_COLOUR = 'amber';

/** Paints the page's highlights and lets a person make, edit and remove them, until the signal aborts. */
export function createHighlighter(options: HighlighterOptions): Highlighter {
  const { entries, scheme, isPrinted, save, newId, now, signal } = options;
  const known = new Map<number, Anchored>();
  let near = new Set<number>();
  let isOnPaper = false;

  const anchored = (index: number): Anchored | null => {
    const item = entries()[index];
    if (!item) return null;
    let found = known.get(index);
    if (!found) known.set(index, (found = anchor(item)));
    return found;
  };
  const hasHighlights = (index: number): boolean =>
    (entries()[index]?.state.highlights.length ?? 0) > 0;

  const repaint = (): void => {
    // Paper shows the whole page, a window what is near it.
    const passages = [...(isOnPaper ? entries().keys() : near)]
      .filter(hasHighlights)
      .flatMap((index) => anchored(index)?.painted ?? [])
      .map(({ highlight: { colour }, ranges, depth }) => ({ colour, ranges, depth }));
    if (passages.length > 0) paintAll(passages, isOnPaper ? 'paper' : scheme());
    else clear();
  };
  const print = ({ type }: Event): void => {
    if (!isOnPaper && !isPrinted()) return;
    isOnPaper = type === 'beforeprint';
    repaint();
  };
  addEventListener('beforeprint', print, { signal });
  addEventListener('afterprint', print, { signal });

  const selectedRange = (): Range | null => {
    const selection = getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    return range && !range.collapsed ? range : null;
  };
  /** Passages that are selected, clipped to the fields of entries. */
  const selected = (): (Selected & { index: number })[] => {
    const range = selectedRange();
    if (!range) return [];
    return [...near].flatMap((index) => {
      const item = entries()[index];
      const found = item && touches(item, range) ? anchored(index) : null;
      return found ? selectedIn(found, range).map((passage) => ({ index, ...passage })) : [];
    });
  };

  /** Makes a highlight of each selected passage. The page's selection stays as it is. */
  const make = async (colour: Colour): Promise<Result<Named[]>> => {
    const made: Named[] = [];
    for (const { index, field, map, start, end } of selected()) {
      const selectors = describe(map.text, start, end);
      if (!selectors) continue;
      const highlight: Highlight = {
        id: newId(),
        field,
        ...selectors,
        colour,
        comment: '',
        source: location.href,
        createdAt: now(),
      };
      const answer = await save(index, highlight);
      if (!answer.ok) return answer;
      made.push({ index, highlight });
    }
    return made.length > 0 ? ok(made) : fail('missing', 'No passage of an entry is selected.');
  };

  const highlightSelection = async (colour: Colour): Promise<Result<Highlight[]>> => {
    const made = await make(colour);
    if (!made.ok) return made;
    bars?.close();
    return ok(made.value.map(({ highlight }) => highlight));
  };

  const boxOf = (index: number, id: string): Box | null => {
    const painted = anchored(index)?.painted.find(({ highlight }) => highlight.id === id);
    return around((painted?.ranges ?? []).flatMap((range) => [...range.getClientRects()]));
  };
  const openHighlight = (index: number, id: string, isCommenting = false): boolean => {
    const highlight = entries()[index]?.state.highlights.find((one) => one.id === id);
    if (!highlight || !boxOf(index, id)) return false;
    openBars().showHighlight({ index, highlight }, () => boxOf(index, id), isCommenting);
    return true;
  };

  /** Made with the first that is shown: on most pages none is. */
  let bars: HighlightBars | null = null;
  const openBars = (): HighlightBars =>
    (bars ??= createHighlightBars({
      ...options,
      choose: (colour) => void highlightSelection(colour),
      comment: async () => {
        const made = await make(FIRST_COLOUR);
        const [first] = made.ok ? made.value : [];
        if (!first || !openHighlight(first.index, first.highlight.id, true)) return;
        // What is typed now is typed elsewhere: a person who selects again begins anew.
        getSelection()?.removeAllRanges();
      },
      selectedEntry: () => selected()[0]?.index ?? null,
      open: openHighlight,
    }));

  const isOurs = ({ target }: Event): boolean => target === options.root.host;
  /** Whether the pointer went down on something of ours: a passage of the page may be drawn out to a mark. */
  let isPressOurs = false;
  /** When a person has finished selecting, or has clicked. */
  const settle = (event: Event): void => {
    if (!event.isTrusted || (event.type === 'mouseup' ? isPressOurs : isOurs(event))) return;
    // The browser clears a selection that was clicked away after this event.
    requestAnimationFrame(() => {
      if (signal.aborted) return;
      if (selected().length > 0) {
        openBars().showSelection(() => {
          const range = selectedRange();
          return range && lastLine(range);
        });
        return;
      }
      const isClick = event instanceof MouseEvent && !selectedRange();
      const there = isClick ? under(event) : [];
      const [first, ...others] = there;
      if (!first) bars?.close();
      else if (others.length === 0) openHighlight(first.index, first.highlight.id);
      else openBars().showPicker(there, pointOf(event));
    });
  };
  /** Highlights under the pointer. */
  const under = ({ clientX, clientY }: MouseEvent): Named[] =>
    [...near].filter(hasHighlights).flatMap((index) => {
      const found = anchored(index);
      return found
        ? highlightsAt(found, clientX, clientY).map((highlight) => ({ index, highlight }))
        : [];
    });

  addEventListener('mousedown', (event) => void (isPressOurs = isOurs(event)), {
    capture: true,
    signal,
  });
  addEventListener('mouseup', settle, { capture: true, signal });
  addEventListener(
    'keyup',
    (event) => {
      if (event.isTrusted && (event.shiftKey || event.key === 'Shift')) settle(event);
    },
    { capture: true, signal },
  );
  signal.addEventListener('abort', () => {
    bars?.close();
    clear();
  });

  return {
    paint: (indexes) => {
      near = new Set(indexes);
      repaint();
    },
    refresh: (index) => {
      if (index === undefined) known.clear();
      else known.delete(index);
      if (index === undefined || near.has(index)) repaint();
    },
    highlightSelection,
    selectedEntry: () => selected()[0]?.index ?? null,
    missing: (index) => (hasHighlights(index) ? (anchored(index)?.missing ?? []) : []),
    rangesOf: (index) => anchored(index)?.painted ?? [],
    open: openHighlight,
    focusBar: () => bars?.focus() ?? false,
  };
}

/** Where an event of the pointer was, as a box without size. */
const pointOf = (event: Event): Box => {
  const isPointer = event instanceof MouseEvent;
  const [left, top] = isPointer ? [event.clientX, event.clientY] : [0, 0];
  return { left, top, width: 0, height: 0 };
};

/** The last line that a range covers, in the window. */
const lastLine = (range: Range): Box | null => {
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
  return lines.at(-1) ?? null;
};
