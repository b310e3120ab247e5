import type { Canvas } from '@/components/in-page/layer/canvas';
import { inLayer, type Origin } from '@/components/in-page/layer/geometry';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { elementOf } from '@/components/in-page/marks/placement';
import { nameMark } from '@/components/in-page/marks/show-look';
import type { Spot } from '@/components/in-page/marks/spot';
import { createSpots } from '@/components/in-page/marks/spots';
import { createSightings } from '@/components/in-page/overlay/sightings';
import type { Look, Picture } from '@/rpc/protocol';
import { build } from './build';

interface Options {
  canvas: Pick<Canvas, 'origin' | 'settle'>;
  container: Element;
  items: readonly ListedEntry[];
  picture: Pick<Picture, 'mark' | 'looks' | 'others'>;
  /** Entries were in the window for a second. */
  seen: (items: ListedEntry[]) => void;
  signal: AbortSignal;
}

/** The marks of the first stage. */
export interface FirstMarks {
  shown: ReadonlyMap<ListedEntry, HTMLButtonElement>;
  /** Entries that were in the window for a second. */
  counted: Set<ListedEntry>;
  /** Places them where their titles are now, in the next frame. */
  place: () => void;
  /** Takes in that titles are in other nodes. */
  observe: () => void;
}

/** Marks entries near the window, each at the spot where the whole has its mark (`marks/marks.ts`). */
export function drawMarks(options: Options): FirstMarks {
  const { canvas, container, items, picture, seen, signal } = options;
  const make = makerOf(picture);
  const shown = new Map<ListedEntry, HTMLButtonElement>();
  const counted = new Set<ListedEntry>();
  const sightings = createSightings(seen, counted, signal);
  let spots = createSpots();
  let byElement = new Map<Element, ListedEntry>();
  const near = new Set<ListedEntry>();
  let isDue = false;
  const put = (item: ListedEntry, spot: Spot, origin: Origin): void => {
    let mark = shown.get(item);
    if (!mark) {
      shown.set(item, (mark = make(item)));
      container.append(mark);
    }
    const { left, top } = inLayer(spot, origin);
    mark.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    mark.dataset['size'] = spot.size;
  };
  const update = (): void => {
    isDue = false;
    if (signal.aborted) return;
    // All is read before anything is written.
    const { innerHeight: height } = window;
    const origin = canvas.origin();
    const now = new Map<ListedEntry, Spot>();
    for (const item of near) {
      const seat = elementOf(item.entry.titlePlace)?.getBoundingClientRect();
      const spot = seat && spots.of(item, seat, origin, height);
      if (spot) now.set(item, spot);
    }
    for (const [item, mark] of shown) if (!now.has(item) && shown.delete(item)) mark.remove();
    for (const [item, spot] of now) put(item, spot, origin);
    canvas.settle(origin);
    sightings.placed(now, height);
  };
  const place = (): void => {
    if (!isDue) requestAnimationFrame(update);
    isDue = true;
  };
  const observer = new IntersectionObserver(
    (records) => {
      for (const { target, isIntersecting } of records) {
        const item = byElement.get(target);
        if (item && isIntersecting) near.add(item);
        else if (item) near.delete(item);
      }
      place();
    },
    { rootMargin: '50% 0px' },
  );
  signal.addEventListener('abort', () => observer.disconnect());
  const observe = (): void => {
    observer.disconnect();
    near.clear();
    byElement = new Map();
    for (const item of items) {
      const element = elementOf(item.entry.titlePlace);
      if (element) byElement.set(element, item);
    }
    for (const element of byElement.keys()) observer.observe(element);
  };
  observe();
  const moved = (): void => {
    spots = createSpots();
    place();
  };
  addEventListener('scroll', place, { capture: true, passive: true, signal });
  addEventListener('resize', moved, { signal });
  return { shown, counted, place: moved, observe };
}

/** Makes marks: each look is put on one, of which the others are copies. */
function makerOf({ mark, looks, others }: Options['picture']) {
  const bare = build(mark) as HTMLButtonElement;
  const patterns = new Map<Look | undefined, HTMLButtonElement>();
  const patternOf = (look: Look | undefined): HTMLButtonElement => {
    const known = patterns.get(look);
    if (known) return known;
    const made = copyOf(bare);
    Object.assign(made.dataset, look?.data);
    patterns.set(look, made);
    return made;
  };
  return (item: ListedEntry): HTMLButtonElement => {
    const look = looks[others[item.index] ?? 0];
    const made = copyOf(patternOf(look));
    if (look) nameMark(made, item, look);
    return made;
  };
}

const copyOf = (mark: HTMLButtonElement) => mark.cloneNode(true) as HTMLButtonElement;
