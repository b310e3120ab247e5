import type { MapPane } from './map-pane';
import { moved, type ViewPort, zoomed } from './view-port';

/** What a gesture on the map may do. */
export interface MapActions {
  onOpen: (paper: number) => void;
  onSelect: (ids: string[]) => void;
}

/** The factor that one press of a zoom key or button zooms by. */
export const ZOOM = 1.3;

/** Pixels that an arrow key moves the map by, and that a pointer may move in a click. */
const [STEP, STILL] = [60, 4];

/** Zooms about the middle of the map. */
export function zoomBy(pane: MapPane, factor: number): void {
  const port = pane.port();
  if (port) pane.show(zoomed(port, factor, port.width / 2, port.height / 2));
}

/** Zooms about the pointer. */
export function turnWheel(pane: MapPane, event: WheelEvent): void {
  event.preventDefault();
  const port = pane.port();
  if (port) pane.show(zoomed(port, Math.exp(-event.deltaY / 300), event.offsetX, event.offsetY));
}

const MOVES: Record<string, (port: ViewPort) => ViewPort> = {
  ArrowLeft: (port) => moved(port, STEP, 0),
  ArrowRight: (port) => moved(port, -STEP, 0),
  ArrowUp: (port) => moved(port, 0, STEP),
  ArrowDown: (port) => moved(port, 0, -STEP),
};

const ZOOMS: Record<string, number> = { '+': ZOOM, '=': ZOOM, '-': 1 / ZOOM };

/** Moves and zooms by the keyboard: arrows, + and -, 0 for the whole map, Escape to select nothing. */
export function pressKey(pane: MapPane, event: KeyboardEvent, { onSelect }: MapActions): void {
  const port = pane.port();
  if (!port || event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  if (key === 'Escape') return onSelect([]);
  const [move, zoom] = [MOVES[key], ZOOMS[key]];
  if (move) pane.show(move(port));
  else if (zoom) zoomBy(pane, zoom);
  else if (key === '0') pane.fit();
  else return;
  event.preventDefault();
}

/** Calls `onMove` for each move of a pressed pointer, and `onEnd` once it is let go. */
function follow(
  element: HTMLElement,
  pointer: number,
  onMove: (event: PointerEvent) => void,
  onEnd: () => void,
): void {
  element.setPointerCapture(pointer);
  const ended = new AbortController();
  const { signal } = ended;
  const end = (): void => {
    ended.abort();
    onEnd();
  };
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', end, { signal });
  element.addEventListener('pointercancel', end, { signal });
}

/** Follows a pressed pointer: it moves the map, draws a line around papers, or clicks a paper. */
export function pressPointer(
  pane: MapPane,
  event: PointerEvent & { currentTarget: HTMLElement },
  isLasso: boolean,
  { onOpen, onSelect }: MapActions,
): void {
  const from = { x: event.offsetX, y: event.offsetY };
  const line: [number, number][] = [[from.x, from.y]];
  let last = from;
  let isDragged = false;
  const drag = (next: PointerEvent): void => {
    const at = { x: next.offsetX, y: next.offsetY };
    isDragged ||= Math.hypot(at.x - from.x, at.y - from.y) > STILL;
    const port = pane.port();
    if (isLasso) {
      line.push([at.x, at.y]);
      pane.outline(line);
    } else if (isDragged && port) pane.show(moved(port, at.x - last.x, at.y - last.y));
    last = at;
  };
  const end = (): void => {
    const paper = pane.at(last.x, last.y);
    if (isDragged && isLasso) onSelect(pane.enclosed());
    else if (!isDragged && paper >= 0) onOpen(paper);
    else if (!isDragged) onSelect([]);
    pane.outline([]);
  };
  follow(event.currentTarget, event.pointerId, drag, end);
}
