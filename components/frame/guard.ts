/** Events by which a person types or presses. */
const DONE = [
  'pointerdown',
  'mousedown',
  'click',
  'keydown',
  'beforeinput',
  'paste',
  'cut',
  'drop',
] as const;

/** A page that is busy lets the browser take so long to see the frame for the first time, milliseconds. */
const PATIENCE = 3_000;

/** Lets nothing be typed or pressed in a frame that nobody can see. */
export interface Guard {
  /** The page's script put the frame in its place; whether it shows there as it was drawn. */
  placed: (isPlain: boolean) => void;
}

type Visibility = IntersectionObserverInit & { trackVisibility: boolean; delay: number };
type Seen = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * A page may fade the frame, move it under the pointer or cover it, to have a person press what they don't see. Its
 * script says when it is not where it should be; browsers that can tell of covers and effects are asked themselves
 * (https://w3c.github.io/IntersectionObserver/v2/).
 */
export function guardFrame(now: () => number): Guard {
  let isPlain = true;
  let isSeen: boolean | null = null;
  let wasSeen = false;
  let since = 0;
  if ('isVisible' in IntersectionObserverEntry.prototype) {
    const visibility: Visibility = { trackVisibility: true, delay: 100, threshold: [0, 1] };
    new IntersectionObserver((records) => {
      const last: Seen | undefined = records.at(-1);
      isSeen = last?.isVisible ?? null;
      wasSeen ||= isSeen === true;
    }, visibility).observe(document.documentElement);
  }
  const isHidden = (): boolean => {
    if (!isPlain) return true;
    // Until it was seen once the browser may not have looked yet.
    return isSeen === false && (wasSeen || now() - since > PATIENCE);
  };
  for (const type of DONE)
    addEventListener(
      type,
      (event) => {
        const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
        if (isEscape || !isHidden()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
  return {
    placed: (is) => {
      isPlain = is;
      wasSeen = false;
      since = now();
    },
  };
}
