/** Events by which a person types, and by which they press. */
const TYPED = ['keydown', 'beforeinput', 'paste', 'cut'] as const;
const PRESSED = ['pointerdown', 'mousedown', 'click', 'drop'] as const;

/**
 * The browser takes a moment to see a frame that came, moved or grew, and longer on a busy machine: until then it
 * tells that the frame can't be seen. Nothing that is typed may be lost by that, milliseconds and pictures.
 */
const FIRST = 3_000;
const PRESSES = 300;
const KEYS = { time: 1_500, pictures: 30 };

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
  const sight = watchSight(now);
  let isPlain = true;
  const refuse = (types: readonly string[], isHidden: () => boolean): void => {
    for (const type of types)
      addEventListener(
        type,
        (event) => {
          const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
          if (isEscape || (isPlain && !isHidden())) return;
          event.preventDefault();
          event.stopImmediatePropagation();
        },
        { capture: true },
      );
  };
  refuse(TYPED, () => sight.isHiddenFor(KEYS));
  refuse(PRESSED, () => sight.isHiddenFor({ time: PRESSES, pictures: 0 }));
  return {
    placed: (is) => {
      isPlain = is;
      sight.restart();
    },
  };
}

interface Sight {
  /** Whether the browser has not seen the frame for so long, and though it has drawn so many pictures. */
  isHiddenFor: (least: { time: number; pictures: number }) => boolean;
  /** The frame stands elsewhere: the browser looks anew. */
  restart: () => void;
}

function watchSight(now: () => number): Sight {
  let since = now();
  let wasSeen = false;
  let hidden: { at: number; pictures: number } | null = null;
  const count = (): void => {
    if (!hidden) return;
    hidden.pictures += 1;
    requestAnimationFrame(count);
  };
  const take = (isSeen: boolean | undefined): void => {
    wasSeen ||= isSeen === true;
    if (isSeen !== false) hidden = null;
    else if (!hidden) {
      hidden = { at: now(), pictures: 0 };
      requestAnimationFrame(count);
    }
  };
  if ('isVisible' in IntersectionObserverEntry.prototype) {
    const visibility: Visibility = { trackVisibility: true, delay: 100, threshold: [0, 1] };
    new IntersectionObserver((records) => {
      const last: Seen | undefined = records.at(-1);
      take(last?.isVisible);
    }, visibility).observe(document.documentElement);
  }
  return {
    isHiddenFor: ({ time, pictures }) => {
      if (!hidden || (!wasSeen && now() - since < FIRST)) return false;
      return now() - Math.max(hidden.at, since) >= time && hidden.pictures >= pictures;
    },
    restart: () => {
      since = now();
      wasSeen = false;
    },
  };
}
