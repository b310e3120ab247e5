/** Tells a focus that a person moves from one that a script does. */
export interface Tabbing {
  /** Takes in a key that a person pressed. */
  hear: (event: KeyboardEvent) => void;
  /** Whether the focus moves because a person pressed Tab just now. */
  isRecent: () => boolean;
}

/** A focus that comes later after Tab has another cause, milliseconds. */
const TABBED = 1_000;

export function createTabbing(): Tabbing {
  let at = Number.NEGATIVE_INFINITY;
  return {
    hear: ({ type, key }) => {
      if (type === 'keydown' && key === 'Tab') at = performance.now();
    },
    isRecent: () => performance.now() - at < TABBED,
  };
}
