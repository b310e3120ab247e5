import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import './window-list.css';

interface WindowListProps {
  label: string;
  count: number;
  /** Height of each row, px. */
  rowHeight: number;
  /** What is listed: when it changes, the list starts at its top. */
  of?: string;
  /** The row that keys act on; -1 when there is none. */
  active: number;
  isMultiple?: boolean;
  isSelected: (index: number) => boolean;
  row: (index: number) => ComponentChildren;
  /** Changes the row that keys act on; `extend` when Shift was held. */
  onActive: (index: number, how: { extend: boolean; toggle: boolean }) => void;
  /** Rows that are in the page now. */
  onRange: (first: number, last: number) => void;
  /** A key that moves nothing. */
  onKey?: (event: KeyboardEvent) => void;
  /** ArrowUp on the first row. */
  onLeave?: () => void;
}

/** Rows beyond each edge of what shows, so that a small scroll finds them there. */
const SPARE = 6;

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value));

/** What of the list shows, px. */
interface Place {
  top: number;
  height: number;
}

/** The first and the last row that are in the page. */
function rangeOf({ top, height }: Place, rowHeight: number, count: number): [number, number] {
  const first = within(Math.floor(top / rowHeight) - SPARE, 0, Math.max(0, count - 1));
  return [first, Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE) - 1];
}

/** Where a key leads from a row; `undefined` when it leads nowhere. */
function landing(
  key: string,
  { active, count, page }: { active: number; count: number; page: number },
): number | undefined {
  const places: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  };
  const to = places[key];
  return to === undefined || count === 0 ? undefined : within(to, 0, count - 1);
}

/** Follows which part of the list shows, and tells which rows that takes. */
function usePlace(
  props: WindowListProps,
  list: RefObject<HTMLElement | null>,
): [Place, () => void] {
  const { count, rowHeight } = props;
  const [place, setPlace] = useState<Place>({ top: 0, height: 800 });
  const [first, last] = rangeOf(place, rowHeight, count);
  const told = useRef('');
  // Observers of the list outlive the render that made them.
  const now = useRef(props);
  now.current = props;
  const tell = (at: Place): void => {
    const { count: rows, onRange } = now.current;
    const range = rangeOf(at, rowHeight, rows);
    const name = `${range.join(' ')} ${rows}`;
    if (name === told.current) return;
    told.current = name;
    onRange(...range);
  };
  const look = (): void => {
    const element = list.current;
    if (!element) return;
    const next = { top: element.scrollTop, height: element.clientHeight };
    // Before they are drawn: rows are read meanwhile.
    tell(next);
    setPlace(next);
  };
  useLayoutEffect(() => {
    look();
    const observer = new ResizeObserver(look);
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => tell(place), [first, last, count]);
  return [place, look];
}

/** Scrolls to the active row when it changes, and to the top when something else is listed. */
function useScroll(
  { of = '', active, rowHeight }: WindowListProps,
  list: RefObject<HTMLElement | null>,
): void {
  const listed = useRef(of);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    if (listed.current !== of) {
      listed.current = of;
      element.scrollTop = 0;
      return;
    }
    if (active < 0) return;
    const [top, bottom] = [active * rowHeight, (active + 1) * rowHeight];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight;
  }, [active, of]);
}

/**
 * A list of any length of which only the rows near the window are in the page. The focus stays on the list
 * itself, which names its active row, so that no row that leaves the page takes the focus along
 * (https://www.w3.org/WAI/ARIA/apg/patterns/listbox/).
 */
export function WindowList(props: WindowListProps) {
  const { count, rowHeight, active } = props;
  const list = useRef<HTMLDivElement>(null);
  const [place, look] = usePlace(props, list);
  const [first, last] = rangeOf(place, rowHeight, count);
  useScroll(props, list);

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(place.height / rowHeight) - 1);
    const to = landing(event.key, { active, count, page });
    if (event.ctrlKey || event.metaKey || event.altKey || to === undefined)
      return props.onKey?.(event);
    event.preventDefault();
    if (event.key === 'ArrowUp' && active <= 0) props.onLeave?.();
    else props.onActive(to, { extend: event.shiftKey, toggle: false });
  }
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  return (
    <div
      ref={list}
      class="window-list"
      data-gloss="list"
      role="listbox"
      aria-label={props.label}
      aria-multiselectable={props.isMultiple ?? false}
      aria-activedescendant={active >= first && active <= last ? `row-${active}` : undefined}
      tabIndex={0}
      onScroll={look}
      onKeyDown={onKeyDown}
      onFocus={({ currentTarget }) => {
        // By a key; a click says itself which row it means.
        if (active < 0 && count > 0 && currentTarget.matches(':focus-visible'))
          props.onActive(0, { extend: false, toggle: false });
      }}
    >
      <div class="window-list-all" role="presentation" style={{ height: `${count * rowHeight}px` }}>
        {indexes.map((index) => (
          <div
            key={index}
            id={`row-${index}`}
            class="window-list-row"
            data-gloss="row"
            role="option"
            aria-selected={props.isSelected(index)}
            aria-posinset={index + 1}
            aria-setsize={count}
            data-active={index === active}
            style={{ top: `${index * rowHeight}px`, height: `${rowHeight}px` }}
            onClick={(event) =>
              props.onActive(index, {
                extend: event.shiftKey,
                toggle: event.ctrlKey || event.metaKey,
              })
            }
          >
            {props.row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
