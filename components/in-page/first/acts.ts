import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { createLongPress, isByFinger } from '@/components/in-page/listing/long-press';
import type { Marks } from '@/components/in-page/marks/marks';
import type { Act, Aim, FirstStage } from './take-over';

interface Options {
  layer: Pick<Layer, 'root' | 'pending' | 'isTabbing'>;
  marks: Pick<Marks, 'itemOf'>;
  /** A person has touched what is drawn. */
  touched: () => void;
  signal: AbortSignal;
}

/** Parts of the bar that can be pressed, by the attribute that names them. */
const NAMED = ['data-action', 'data-filter'] as const;

export interface Acts extends Pick<FirstStage, 'leave' | 'over' | 'settled'> {
  /** Keeps a key for the whole. */
  key: (event: KeyboardEvent) => void;
  /** Whether keys will mean something: the pointer is on a mark, a click is being judged, or the bar's way into triage was pressed. */
  takesKeys: () => boolean;
}

/** Keeps what a person does on the first stage for the whole, which does it again. The layer judged it before. */
export function keepActs({ layer, marks, touched, signal }: Options): Acts {
  const { root } = layer;
  const acts: Act[] = [];
  let over: ListedEntry | null = null;
  let pressed: ListedEntry | null = null;
  let isDown = false;
  let waiting: (() => void)[] = [];
  const markAt = (target: EventTarget | null): ListedEntry | null => {
    const mark = target instanceof Element ? target.closest('.mark') : null;
    return mark && marks.itemOf(mark);
  };
  const on = (type: string, act: (event: Event) => void): void =>
    root.addEventListener(type, act, { signal });
  for (const type of ['pointermove', 'pointerdown', 'focusin', 'keydown', 'click'])
    on(type, touched);
  on('pointermove', (event) => {
    // A person who draws a selection over the mark wants no toolbar.
    if (event instanceof PointerEvent && event.buttons === 0) over = markAt(event.target);
  });
  on('pointerout', () => {
    over = null;
  });
  const touch = (item: ListedEntry): void => {
    const title = titleOf(item);
    if (title) acts.push({ kind: 'touch', title });
  };
  const longPress = createLongPress(touch, signal);
  let isTouched = false;
  on('pointermove', (event) => {
    if (isByFinger(event)) longPress.move(event);
  });
  for (const type of ['pointerup', 'pointercancel']) on(type, longPress.end);
  on('pointerdown', (event) => {
    isDown = true;
    pressed = markAt(event.target);
    isTouched = isByFinger(event);
    if (pressed && isByFinger(event)) longPress.down(pressed, event);
  });
  on('click', (event) => {
    if (!(event instanceof MouseEvent)) return;
    const item = markAt(event.target);
    // The page may have put another paper under the pointer before it was let go; a key has no aim.
    const isAimed = event.detail === 0 || !item || !pressed || item === pressed;
    const isLong = item !== null && isTouched && longPress.wasLong();
    const aim = isAimed && !isLong ? aimAt(event.target, item) : null;
    if (!aim) return;
    if (item && isTouched) touch(item);
    const { detail, shiftKey } = event;
    acts.push({ kind: 'press', aim, click: { detail, shiftKey } });
  });
  const settle = (): void => {
    isDown = false;
    for (const done of waiting) done();
    waiting = [];
  };
  // The click comes after its pointer was let go.
  const letGo = (): void => void setTimeout(settle);
  for (const type of ['pointerup', 'pointercancel'])
    addEventListener(type, letGo, { capture: true, signal });
  return {
    key: (event) => {
      const keep = (): void => void acts.push({ kind: 'key', key: event });
      // After the click that came before it.
      const click = layer.pending();
      if (click) void click.then(keep);
      else keep();
    },
    takesKeys: () =>
      over !== null ||
      layer.pending() !== null ||
      acts.some((act) => act.kind === 'press' && 'bar' in act.aim && act.aim.bar === TRIAGE),
    settled: async () => {
      if (isDown) await new Promise<void>((resolve) => waiting.push(resolve));
      await layer.pending();
    },
    over: () => over && titleOf(over),
    leave: () => ({
      acts,
      focus: aimAt(root.activeElement, markAt(root.activeElement)),
      isTabbing: layer.isTabbing(),
    }),
  };
}

const TRIAGE = '[data-action="triage"]';

const titleOf = ({ entry }: ListedEntry): Node | null => entry.titlePlace[0]?.node ?? null;

/** What a person meant: the mark of an entry, or a part of the bar. */
function aimAt(target: EventTarget | null, item: ListedEntry | null): Aim | null {
  if (!(target instanceof Element)) return null;
  const title = item && titleOf(item);
  if (title) return { title };
  for (const name of NAMED) {
    const value = target.closest(`[${name}]`)?.getAttribute(name);
    if (value) return { bar: `[${name}="${value}"]` };
  }
  return target.closest('.dock-dot') ? { bar: '.dock-dot' } : null;
}
