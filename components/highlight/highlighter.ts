import { h, render } from 'preact';
import { around, type Box, under } from '@/components/layer/geometry';
import { describe } from '@/domain/anchor/describe';
import { find } from '@/domain/anchor/find';
import type { Colour, Field, Highlight } from '@/domain/paper';
import { fail, ok, type Result } from '@/domain/result';
import { HighlightBar } from './bar';
import type { Highlighter, HighlighterOptions, ListedEntry, Painted } from './contract';
import { clear, paint as paintAll } from './painter';
import { type TextMap, textMap } from './text-map';

type Maps = Record<Field, TextMap>;

/** An entry's text and its highlights on the page. */
interface Anchored {
  maps: Maps;
  painted: Painted[];
  missing: Highlight[];
}

function anchor({ entry, state }: ListedEntry): Anchored {
  const maps = { title: textMap(entry.titlePlace), abstract: textMap(entry.abstractPlace) };
  const painted: Painted[] = [];
  const missing: Highlight[] = [];
  for (const highlight of state.highlights) {
    const map = maps[highlight.field];
    const found = find(map.text, highlight.quote, highlight.position);
    const ranges = found ? map.ranges(found.start, found.end) : [];
    if (ranges.length > 0) painted.push({ highlight, ranges });
    else missing.push(highlight);
  }
  return { maps, painted, missing };
}

/** What is open in the bar: a selection, or a highlight. */
type Open = { kind: 'selection' } | { kind: 'highlight'; item: ListedEntry; id: string };

/** Paints the page's highlights and lets a person make, edit and remove them, until the signal aborts. */
export function createHighlighter(options: HighlighterOptions): Highlighter {
  const { container, entries, scheme, save, edit, remove, newId, now, signal } = options;
  const known = new Map<number, Anchored>();
  let near = new Set<number>();
  let open: Open | null = null;

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
    const passages = [...near]
      .filter(hasHighlights)
      .flatMap((index) => anchored(index)?.painted ?? [])
      .map(({ highlight: { colour }, ranges }) => ({ colour, ranges }));
    if (passages.length > 0) paintAll(passages, scheme());
    else clear();
  };

  /** Passages that are selected, by entry and field. */
  const selected = (): {
    index: number;
    field: Field;
    map: TextMap;
    start: number;
    end: number;
  }[] => {
    const selection = getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    if (!range || range.collapsed) return [];
    return [...near].flatMap((index) => {
      const maps = anchored(index)?.maps;
      return (['title', 'abstract'] as const).flatMap((field) => {
        const map = maps?.[field];
        const offsets = map?.offsets(range);
        return map && offsets ? [{ index, field, map, ...offsets }] : [];
      });
    });
  };

  const highlightSelection = async (colour: Colour): Promise<Result<Highlight[]>> => {
    const made: Highlight[] = [];
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
      made.push(highlight);
    }
    if (made.length === 0) return fail('missing', 'No passage of an entry is selected.');
    getSelection()?.removeAllRanges();
    close();
    return ok(made);
  };

  const close = (): void => {
    if (!open) return;
    open = null;
    render(null, container);
  };

  const show = (box: Box, what: Open, highlight: Highlight | null): void => {
    open = what;
    const ask = what.kind === 'highlight' ? what : null;
    render(
      h(HighlightBar, {
        highlight,
        choose: (colour) => {
          if (!ask) void highlightSelection(colour);
          else void edit(ask.item.index, ask.id, { colour }).then(close);
        },
        comment: (comment) => {
          const isNew = ask && comment !== commentOf(ask);
          if (isNew) void edit(ask.item.index, ask.id, { comment });
        },
        remove: () => {
          if (ask) void remove(ask.item.index, ask.id).then(close);
        },
      }),
      container,
    );
    const card = container.firstElementChild;
    if (!(card instanceof HTMLElement)) return;
    const { width, height } = card.getBoundingClientRect();
    const view = {
      left: 0,
      top: 0,
      width: document.documentElement.clientWidth,
      height: innerHeight,
    };
    const { left, top } = under(box, { width, height }, view, 8);
    card.style.left = `${Math.round(left)}px`;
    card.style.top = `${Math.round(top)}px`;
  };
  const commentOf = ({ item, id }: { item: ListedEntry; id: string }): string =>
    item.state.highlights.find((one) => one.id === id)?.comment ?? '';

  const openHighlight = (index: number, id: string): boolean => {
    const item = entries()[index];
    const painted = anchored(index)?.painted.find(({ highlight }) => highlight.id === id);
    const box = around((painted?.ranges ?? []).flatMap((range) => [...range.getClientRects()]));
    if (!item || !painted || !box) return false;
    show(box, { kind: 'highlight', item, id }, painted.highlight);
    return true;
  };

  /** The highlight at a point of the window, the one made last first. */
  const highlightAt = (x: number, y: number): { index: number; id: string } | null => {
    for (const index of near) {
      if (!hasHighlights(index)) continue;
      for (const { highlight, ranges } of anchored(index)?.painted.toReversed() ?? [])
        for (const range of ranges)
          for (const { left, right, top, bottom } of range.getClientRects())
            if (x >= left && x <= right && y >= top && y <= bottom)
              return { index, id: highlight.id };
    }
    return null;
  };

  /** When a person has finished selecting. */
  const settle = (event: Event): void => {
    if (!event.isTrusted || isOurs(event)) return;
    // The browser clears a selection that was clicked away after this event.
    requestAnimationFrame(() => {
      if (signal.aborted) return;
      const range = selected().length > 0 ? getSelection()?.getRangeAt(0) : undefined;
      const box = range && lastLine(range);
      if (box) {
        show(box, { kind: 'selection' }, null);
        return;
      }
      const at = event instanceof MouseEvent ? highlightAt(event.clientX, event.clientY) : null;
      if (at && getSelection()?.isCollapsed !== false) openHighlight(at.index, at.id);
      else close();
    });
  };
  const isOurs = (event: Event): boolean => event.target === options.root.host;

  addEventListener('mouseup', settle, { capture: true, signal });
  addEventListener(
    'keyup',
    (event) => {
      if (event.key === 'Escape') close();
      else if (event.shiftKey || event.key === 'Shift') settle(event);
    },
    { capture: true, signal },
  );
  addEventListener('scroll', close, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    close();
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
    focusBar: () => {
      const button = container.querySelector('button');
      button?.focus();
      return button !== null;
    },
  };
}

/** The last line that a range covers, in the window. */
const lastLine = (range: Range): Box | null => {
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
  return lines.at(-1) ?? null;
};
