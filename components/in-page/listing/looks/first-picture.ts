/** The first time that anything is drawn on a page: once, and with all that is known of its papers. */
export interface FirstPicture {
  isDrawn: () => boolean;
  /** Calls back once it is drawn; at once where it is. */
  whenDrawn: (callback: () => void) => void;
  /** Draws it once the papers' states are known, or could not be asked for, unless it is drawn already. */
  after: (known: Promise<unknown>) => Promise<void>;
}

/**
 * Two pictures one after the other would lay the page out twice. The browser lays it out with what was put on it
 * while the states are on their way: boxes are read after that, when reading costs nothing.
 */
export function createFirstPicture(draw: () => void, signal: AbortSignal): FirstPicture {
  let laidOut: Promise<unknown> | null = null;
  let isDrawn = false;
  const waiting: (() => void)[] = [];
  return {
    isDrawn: () => isDrawn,
    whenDrawn: (callback) => {
      if (isDrawn) callback();
      else waiting.push(callback);
    },
    after: async (known) => {
      laidOut ??= new Promise((resolve) => requestAnimationFrame(resolve));
      await Promise.all([known, laidOut]);
      if (isDrawn || signal.aborted) return;
      isDrawn = true;
      draw();
      for (const callback of waiting) callback();
    },
  };
}
