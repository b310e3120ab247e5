/** Events by which a person presses. Typing is never refused: the text would be lost. */
const DONE = ['pointerdown', 'mousedown', 'click', 'drop'] as const;

/** Refuses presses in a frame that cannot be seen. */
export interface Guard {
  /** Told by the page's script whether the frame is visible and unaltered. */
  placed: (isPlain: boolean) => void;
}

/**
 * A page may fade the frame, move it under the pointer or cover it, to have a person press what they don't see. The
 * page's script says when it does. The browser is not asked from within: to a frame of another process it goes on
 * telling that it can't be seen until the page around it is drawn again, and typed text would be lost.
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
