import { type Box, inLayer, type Point, type Size } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';
import type { ToFrame } from './contract';

/** What is seated: by its anchor, with the keyboard or without. */
interface Seated {
  anchor: () => Box | null;
  choose: (anchor: Box, size: Size, view: Box) => Point;
  focus: 'field' | 'control' | null;
}

/** Where the frame stands, and whether it can be seen there. */
export interface Seat {
  /** A card told its size: it is put in its place. */
  take: (shown: Seated, turn: number, size: Size) => void;
  /** Puts a card where its anchor is now. */
  place: (shown: Seated, turn: number) => void;
  /** The card has the keyboard: it shows. */
  reveal: () => void;
  /** Another card comes: the one before is not seen in the place and the size of the next. */
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

/** Around the frame, pixels (`layer.css`). */
const BORDER = 1;
/** Between two looks whether the frame can be seen, while it is open, milliseconds. */
const LOOK = 200;

export function createSeat({ layer, element, post, signal }: Options): Seat {
  let size: Size | null = null;
  /** The last card that was put in its place. */
  let placed = 0;
  let wasPlain = true;
  let looks: ReturnType<typeof setInterval> | undefined;

  const open = (state: 'false' | 'soon' | 'true'): void => {
    const frame = element();
    if (frame) frame.dataset.open = state;
  };
  // A window of its own is where it is.
  const isPlain = (): boolean => element()?.isConnected !== true || layer.isPlain();
  const tell = (): void => post({ type: 'placed', isPlain: (wasPlain = isPlain()) });
  const look = (): void => {
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
      const { left, top } = inLayer({ ...point, ...outer }, layer.origin());
      frame.style.width = `${size.width}px`;
      frame.style.height = `${size.height}px`;
      // A transform moves nothing in the page's layout.
      frame.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
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
      if (element()?.dataset.open === 'true') open('soon');
      clearInterval(looks);
      looks = setInterval(look, LOOK);
    },
    leave: () => {
      size = null;
      clearInterval(looks);
      open('false');
    },
    isPlain,
    isPlainSoon: async () => {
      if (!isPlain()) await new Promise((resolve) => setTimeout(resolve, LOOK));
      return isPlain();
    },
  };
}
