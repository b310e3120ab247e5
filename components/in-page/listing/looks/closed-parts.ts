import type { ListedEntry } from '@/components/in-page/listed-entry';
import { elementOf } from '@/components/in-page/marks/placement';

/** After something may have opened it is looked at so much later, milliseconds: parts open slowly. */
const SETTLE = 150;
/** What may open or close a part without a change of the page's markup. */
const EVENTS = ['toggle', 'change', 'transitionend', 'hashchange'] as const;

/** The entries in parts of the page that are closed now: of an accordion, of a tab that another one hides. */
export interface ClosedParts {
  has: (item: ListedEntry) => boolean;
  /** Looks at the page as it is now. */
  look: () => void;
  /** Looks at it when it has come to rest. */
  lookSoon: () => void;
}

interface Options {
  listed: () => readonly ListedEntry[];
  /** Other entries can be seen now. */
  changed: () => void;
  signal: AbortSignal;
}

/** Whether a box is shut by its height: what is in it has a place, and can't be seen. */
const isShut = (element: Element): boolean =>
  element instanceof HTMLElement &&
  element.offsetHeight === 0 &&
  element.scrollHeight > 0 &&
  getComputedStyle(element).overflowY !== 'visible';

/** Tells of elements whether a box around them is shut; boxes are asked once. */
function createShutBoxes() {
  const known = new Map<Element, boolean>();
  const isWithin = (element: Element): boolean => {
    const path: Element[] = [];
    let is: boolean | undefined;
    for (
      let at: Element | null = element;
      at && at !== document.body && is === undefined;
      at = at.parentElement
    ) {
      is = known.get(at) ?? (isShut(at) || undefined);
      path.push(at);
    }
    for (const at of path) known.set(at, is ?? false);
    return is ?? false;
  };
  return isWithin;
}

/** Follows which entries can be seen. All is read in one go, and nothing is written. */
export function createClosedParts({ listed, changed, signal }: Options): ClosedParts {
  let closed: ReadonlySet<ListedEntry> = new Set();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = (): Set<ListedEntry> => {
    const isWithinShut = createShutBoxes();
    const now = new Set<ListedEntry>();
    for (const item of listed()) {
      const element = elementOf(item.entry.titlePlace);
      if (element && (!element.checkVisibility() || isWithinShut(element))) now.add(item);
    }
    return now;
  };
  /** What was drawn last. */
  let told: ReadonlySet<ListedEntry> = closed;
  const look = (): void => {
    closed = read();
  };
  const lookAgain = (): void => {
    timer = undefined;
    look();
    const isSame = closed.size === told.size && [...closed].every((item) => told.has(item));
    told = closed;
    if (!isSame) changed();
  };
  const lookSoon = (): void => {
    if (!signal.aborted) timer ??= setTimeout(lookAgain, SETTLE);
  };
  for (const event of EVENTS)
    addEventListener(event, lookSoon, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return { has: (item) => closed.has(item), look, lookSoon };
}
