import { noticesText } from '@/components/ui/text/notice-words';
import { firstWords } from '@/components/ui/text/words';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { bottomOf, type Box, inLayer, rightOf } from '@/components/in-page/layer/geometry';
import { drawText } from '@/components/in-page/layer/drawn';
import type { Layer } from '@/components/in-page/layer/layer';
import { isLetterAt, shownAt } from './clear';
import { elementOf, linesOf } from './placement';
import { blockAround } from './spot';

/** Tags and the note's first words of entries in the window, where the page has free room for them. */
export interface Chips {
  /** Entries whose marks are placed, and where in the viewport. */
  place: (shown: ReadonlyMap<ListedEntry, Box>) => void;
}

const HEIGHT = 20;
const GAP = 8;
/** In less room a chip says nothing. */
const NARROWEST = 56;
const WIDEST = 420;
/** Pixels between two looks along a line: no text is narrower. */
const STEP = 12;

const says = ({ state }: ListedEntry): boolean =>
  state.notices.length > 0 || state.tags.length > 0 || state.note.text !== '';

export function createChips(layer: Layer, isDiscreet: () => boolean): Chips {
  let region: HTMLElement | null = null;
  const shown = new Map<ListedEntry, { line: HTMLElement; state: unknown }>();
  const lineOf = (item: ListedEntry): HTMLElement => {
    const known = shown.get(item);
    if (known?.state === item.state) return known.line;
    known?.line.remove();
    const line = createLine(item);
    shown.set(item, { line, state: item.state });
    return line;
  };
  return {
    place: (items) => {
      const wanted = isDiscreet() ? [] : [...items].filter(([item]) => says(item));
      if (wanted.length === 0 && shown.size === 0) return;
      // All is read before anything is written.
      const rooms = new Map<ListedEntry, Box>();
      for (const [item, mark] of wanted) {
        const room = roomBeside(item, mark);
        if (room) rooms.set(item, room);
      }
      const origin = layer.origin();
      for (const [item, { line }] of shown)
        if (!rooms.has(item)) {
          line.remove();
          shown.delete(item);
        }
      for (const [item, room] of rooms) {
        const line = lineOf(item);
        const { left, top, width } = inLayer(room, origin);
        line.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
        // All of the room, whatever it says: `IntersectionObserver` tells pages what of theirs is covered.
        line.style.width = `${Math.floor(width)}px`;
        if (!line.isConnected) (region ??= layer.region('chips')).append(line);
      }
    },
  };
}

/** The mark says the same aloud. */
function createLine({ state }: ListedEntry): HTMLElement {
  const line = document.createElement('div');
  line.className = 'chip-line';
  line.dataset.gloss = 'chips';
  line.setAttribute('aria-hidden', 'true');
  const add = (className: string, text: string): HTMLElement => {
    const part = document.createElement('span');
    part.className = className;
    drawText(part, text);
    line.append(part);
    return part;
  };
  if (state.notices.length > 0) add('news', noticesText(state.notices, Date.now()));
  for (const { name, colour } of state.tags)
    add('tag', `#${name}`).dataset.tagColour = String(colour);
  if (state.note.text !== '') add('words', firstWords(state.note.text));
  return line;
}

/** Free room behind the last line that shows of an entry's title: nothing shows there but the box that holds the title. */
function roomBeside({ entry }: ListedEntry, mark: Box): Box | null {
  const title = elementOf(entry.titlePlace);
  if (!title) return null;
  const block = blockAround(title).getBoundingClientRect();
  // Lines beyond the box of a title that is cut off after some show nowhere.
  const last = linesOf(entry.titlePlace).findLast(({ top }) => top < block.bottom - 1);
  if (!last || bottomOf(last) < 0 || last.top > innerHeight) return null;
  // The mark may be there, too.
  const left = Math.max(rightOf(last), mark.left >= last.left ? rightOf(mark) : 0) + GAP;
  const edge = Math.min(block.right, document.documentElement.clientWidth - GAP);
  const top = last.top + (last.height - HEIGHT) / 2;
  const isFree = (x: number): boolean => isFreeAt(x, top + HEIGHT / 2, title);
  // From the far end inwards: the first free stretch that reaches the title.
  for (const share of [1, 0.75, 0.5, 0.3]) {
    const width = Math.min(WIDEST, (edge - left) * share);
    if (width < NARROWEST) return null;
    const steps = Array.from(
      { length: Math.ceil(width / STEP) },
      (_, step) => left + 2 + step * STEP,
    );
    if ([...steps, left + width].every(isFree)) return { left, top, width, height: HEIGHT };
  }
  return null;
}

function isFreeAt(x: number, y: number, title: Element): boolean {
  return shownAt(x, y)?.contains(title) === true && !isLetterAt(x, y);
}
