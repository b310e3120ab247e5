import type { Box } from '@/components/in-page/layer/geometry';
import type { BarPlace } from '@/domain/settings';
import { placeOf } from './place';

/** A hand that trembles does not drag, pixels. */
const SLACK = 4;
/** A key moves so far, and with Shift so far, pixels. */
const STEP = 16;
const LEAP = 96;

const MOVES: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Options {
  /** The box of the dragged bar. */
  box: () => Box | null;
  view: () => Box;
  /** Moves it; `isDone` when it stays there. */
  move: (place: BarPlace, isDone: boolean) => void;
}

export interface Drag {
  /** Begins a drag, unless a control was pressed. */
  onPointerDown: (event: PointerEvent) => void;
  /** Arrow keys on the handle. */
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Has an element get a pointer's events; `false` where the pointer is no longer down: a press is done later where the
 * bar was not whole yet (https://www.w3.org/TR/pointerevents/#setting-pointer-capture).
 */
function holds(area: HTMLElement, pointer: number): boolean {
  try {
    area.setPointerCapture(pointer);
  } catch {
    // The finger was lifted, and there is no such pointer.
    return false;
  }
  return area.hasPointerCapture(pointer);
}

/** Lets the page bar be put elsewhere, by the pointer or by arrow keys. */
export function createDrag({ box, view, move }: Options): Drag {
  const to = (start: Box, x: number, y: number, isDone: boolean): void =>
    move(placeOf({ ...start, left: start.left + x, top: start.top + y }, view()), isDone);
  return {
    onPointerDown: (event) => {
      const { target, currentTarget: area } = event;
      const isControl =
        target instanceof Element && target.closest('button:not([data-action="move"]), input');
      const start = box();
      if (event.button !== 0 || isControl || !start || !(area instanceof HTMLElement)) return;
      if (!holds(area, event.pointerId)) return;
      const ends = new AbortController();
      let isMoving = false;
      const follow = ({ clientX, clientY, type }: PointerEvent): void => {
        const [x, y] = [clientX - event.clientX, clientY - event.clientY];
        isMoving ||= Math.hypot(x, y) > SLACK;
        const isDone = type !== 'pointermove';
        if (isMoving) to(start, x, y, isDone);
        if (isDone) ends.abort();
      };
      for (const type of ['pointermove', 'pointerup', 'pointercancel'] as const)
        area.addEventListener(type, follow, { signal: ends.signal });
    },
    onKeyDown: (event) => {
      const [x, y] = MOVES[event.key] ?? [];
      const start = box();
      if (x === undefined || y === undefined || !start) return;
      event.preventDefault();
      const length = event.shiftKey ? LEAP : STEP;
      to(start, x * length, y * length, true);
    },
  };
}
