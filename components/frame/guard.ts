/** Events by which a person presses. What is typed is never refused: it would be lost. */
const DONE = ['pointerdown', 'mousedown', 'click', 'drop'] as const;

/** Lets nothing be pressed in a frame that nobody can see. */
export interface Guard {
  /** The page's script put the frame in its place; whether it shows there as it was drawn. */
  placed: (isPlain: boolean) => void;
}

/**
 * A page may fade the frame, move it under the pointer or cover it, to have a person press what they don't see. The
 * page's script says when it does. The browser is not asked from within: to a frame of another process it goes on
 * telling that it can't be seen until the page around it is drawn again, and what is typed would be lost.
 */
export function guardFrame(): Guard {
  let isPlain = true;
  for (const type of DONE)
    addEventListener(
      type,
      (event) => {
        if (isPlain) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
  return {
    placed: (is) => {
      isPlain = is;
    },
  };
}
