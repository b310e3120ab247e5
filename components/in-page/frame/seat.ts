import { type Box, inLayer, type Point, type Size } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';
import type { ToFrame } from './contract';

/** A card with its anchor; `focus` says whether it gets the keyboard. */
interface Seated {
  anchor: () => Box | null;
  choose: (anchor: Box, size: Size, view: Box) => Point;
  focus: 'field' | 'control' | null;
}

/** Puts the frame at its place, and tells whether it can be seen there. */
export interface Seat {
  /** Takes the size that a card told, and puts the card at its place. */
  take: (shown: Seated, turn: number, size: Size) => void;
  /** Puts a card where its anchor is now. */
  place: (shown: Seated, turn: number) => void;
  /** Shows the card: it has the keyboard. */
  reveal: () => void;
  /** Makes room for another card: the one before must not show at the place of the next. */
  clear: () => void;
  leave: () => void;
  /** Whether the frame shows as it was drawn. */
  isPlain: () => boolean;
  /** The same, after a moment: a page that is being scrolled moves the layer until its next picture. */
  isPlainSoon: () => Promise<boolean>;
}

interface Options {
  layer: Layer;
  element: () => HTMLIFrameElement | null;
  post: (message: ToFrame) => void;
  signal: AbortSignal;
}

/** Around the frame, pixels (`seat.css`). */
const BORDER = 1;
/** Between two looks whether the frame can be seen, while it is open, milliseconds. */
const LOOK = 200;
/** Looks on end after which a frame counts as covered: some things only pass over it. */
const COVERED = 2;

function putFrame(frame: HTMLElement, size: Size, { left, top }: Point): void {
  frame.style.width = `${size.width}px`;
  frame.style.height = `${size.height}px`;
  // A transform moves nothing in the page's layout.
  frame.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

export function createSeat({ layer, element, post, signal }: Options): Seat {
  let size: Size | null = null;
  /** The last card that was put in its place. */
  let placed = 0;
  let wasPlain = true;
  /** How often on end something of the page covered the frame. */
  let covered = 0;
  let looks: ReturnType<typeof setInterval> | undefined;

  const open = (state: 'false' | 'soon' | 'true'): void => {
    const frame = element();
    if (frame) frame.dataset.open = state;
  };
  // A window of its own is where it is.
  const isPlain = (): boolean =>
    element()?.isConnected !== true || (layer.isPlain() && covered < COVERED);
  const tell = (): void => post({ type: 'placed', isPlain: (wasPlain = isPlain()) });
  const look = async (): Promise<void> => {
    const frame = element();
    if (frame?.dataset.open === 'true') {
      const { left, top, width, height } = frame.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      // A frame that was scrolled out of the window is not covered.
      const isIn = x > 0 && y > 0 && x < innerWidth && y < innerHeight;
      const isCovered = isIn && (await layer.isCovered(x, y));
      covered = isCovered ? covered + 1 : 0;
    }
    if (isPlain() !== wasPlain) tell();
  };
  const arrive = ({ focus }: Seated, turn: number): void => {
    if (placed === turn) return;
    placed = turn;
    layer.rest();
    // It shows when the keyboard is in it: what a person types at what they see goes there.
    open(focus ? 'soon' : 'true');
    if (focus) element()?.focus({ preventScroll: true });
    tell();
  };
  const place: Seat['place'] = (shown, turn) => {
    const frame = element();
    const box = shown.anchor();
    if (!size || (frame && !box)) return;
    if (frame && box) {
      const outer = { width: size.width + 2 * BORDER, height: size.height + 2 * BORDER };
      const point = shown.choose(box, outer, layer.view());
      putFrame(frame, size, inLayer({ ...point, ...outer }, layer.origin()));
    }
    arrive(shown, turn);
  };
  signal.addEventListener('abort', () => clearInterval(looks));
  return {
    take: (shown, turn, { width, height }) => {
      size = { width, height };
      place(shown, turn);
    },
    place,
    reveal: () => open('true'),
    clear: () => {
      size = null;
      placed = 0;
      if (element()?.dataset.open === 'true') open('soon');
      clearInterval(looks);
      covered = 0;
      looks = setInterval(() => void look(), LOOK);
    },
    leave: () => {
      size = null;
      placed = 0;
      clearInterval(looks);
      layer.rest();
      open('false');
    },
    isPlain,
    isPlainSoon: async () => {
      if (!isPlain()) await new Promise((resolve) => setTimeout(resolve, LOOK));
      return isPlain();
    },
  };
}
