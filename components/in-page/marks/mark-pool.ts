import { type Box, inLayer, type Origin } from '@/components/in-page/layer/geometry';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { createMark } from './mark-shape';
import type { MarkSize, Spot } from './spot';

/** The marks that are on the page, one an entry. A mark that its entry leaves is used for the next. */
export interface MarkPool {
  /** Puts a mark at each spot and takes all others away. */
  put: (spots: ReadonlyMap<ListedEntry, Spot>, origin: Origin) => void;
  get: (item: ListedEntry) => HTMLButtonElement | undefined;
  /** The entry whose mark this is now. */
  itemOf: (mark: Element) => ListedEntry | null;
  /** Where in the viewport the marks of all other entries are. Reads the layout. */
  boxes: (except: ListedEntry) => Box[];
  /** All marks with their entries. */
  each: (act: (mark: HTMLButtonElement, item: ListedEntry) => void) => void;
}

interface Options {
  container: HTMLElement;
  /** Marks that are on the page already. */
  drawn?: ReadonlyMap<ListedEntry, HTMLButtonElement>;
  showState: (mark: HTMLButtonElement, item: ListedEntry) => void;
}

export function createMarkPool({ container, drawn, showState }: Options): MarkPool {
  const shown = new Map<ListedEntry, HTMLButtonElement>(drawn);
  const items = new WeakMap<Element, ListedEntry>([...shown].map(([item, mark]) => [mark, item]));
  const spare: HTMLButtonElement[] = [];
  const takeAway = (item: ListedEntry, mark: HTMLButtonElement): void => {
    mark.remove();
    items.delete(mark);
    shown.delete(item);
    spare.push(mark);
  };
  const markFor = (item: ListedEntry): HTMLButtonElement => {
    const known = shown.get(item);
    if (known) return known;
    const mark = spare.pop() ?? createMark();
    mark.dataset.open = 'false';
    shown.set(item, mark);
    items.set(mark, item);
    showState(mark, item);
    container.append(mark);
    return mark;
  };
  return {
    put: (spots, origin) => {
      for (const [item, mark] of shown) if (!spots.has(item)) takeAway(item, mark);
      for (const [item, spot] of spots) move(markFor(item), inLayer(spot, origin), spot.size);
    },
    get: (item) => shown.get(item),
    itemOf: (mark) => items.get(mark) ?? null,
    boxes: (except) =>
      [...shown]
        .filter(([item]) => item !== except)
        .map(([, mark]) => mark.getBoundingClientRect()),
    each: (act) => {
      for (const [item, mark] of shown) act(mark, item);
    },
  };
}

/** Moves a mark; one that is there already costs nothing. */
function move(mark: HTMLButtonElement, { left, top }: Box, size: MarkSize): void {
  const transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  if (mark.style.transform !== transform) mark.style.transform = transform;
  if (mark.dataset.size !== size) mark.dataset.size = size;
}
