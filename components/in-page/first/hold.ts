import { copyOf } from '@/components/in-page/layer/copy';
import { isTextFocused } from '@/components/in-page/layer/focused';
import { openGate } from '@/components/in-page/layer/gate';
import { HEARD } from '@/components/in-page/layer/heard';
import type { JudgedCanvas } from '@/components/in-page/layer/judge';
import type { KeptAct } from '@/components/in-page/layer/shield';
import { bindingOf } from '@/components/ui/keys/key';

interface Options {
  canvas: Pick<JudgedCanvas, 'host' | 'root' | 'own' | 'taken' | 'tabbing' | 'pending'>;
  /** A person has touched what is drawn. */
  touched: () => void;
  /** Keys that triage takes. */
  keys: readonly string[];
  /** Whether a person asked for triage elsewhere. */
  isTriageDue: () => boolean;
  signal: AbortSignal;
}

/** What a person does before the whole is there, in order. */
export interface Hold {
  /** A key pressed on the page; `true` when it is kept, because a toolbar or triage is about to open. */
  onKey: (event: KeyboardEvent) => boolean;
  /** Keeps an act on the layer that was judged; `true` when it leads on into the layer. */
  keep: (act: KeptAct) => boolean;
  /** Hears a key that was pressed before; `isTaken` where the page did not get it, though it was not on the layer. */
  rehear: (event: KeyboardEvent, act: KeptAct, isTaken: boolean) => void;
  /** Gives what was kept, and what still comes, to one that does it. */
  pass: (redo: (act: KeptAct) => void) => void;
  /** The whole can't be had: forgets what was kept, and leaves keys to the page. */
  letGo: () => void;
}

const isMark = (target: unknown): boolean =>
  target instanceof Element && target.closest('.mark') !== null;

/** The acts that are kept, in order, and what they are about to open. */
function createKept({ canvas, touched }: Pick<Options, 'canvas' | 'touched'>) {
  const { tabbing, pending } = canvas;
  const kept: KeptAct[] = [];
  let redo = (act: KeptAct): unknown => kept.push(act);
  let [isOver, isTriage] = [false, false];
  const add = (act: KeptAct): void => {
    const click = act.event instanceof KeyboardEvent && pending();
    // After the click that came before it.
    if (click) void click.then(() => redo(act));
    else redo(act);
  };
  return {
    add,
    /** Whether a toolbar or triage is about to open. */
    isOpening: () => isOver || isTriage,
    keep: (act: KeptAct): boolean => {
      const { event, target } = act;
      const { type } = event;
      if (!/out$|over$|up$/.test(type)) touched();
      if (type === 'pointerover') isOver = isMark(target);
      if (type === 'pointerout') isOver = false;
      // A script of the page may move the focus, and open nothing by it.
      if (type === 'focusin' && !tabbing.isRecent()) return false;
      const isClick = type === 'click' && target instanceof Element;
      isTriage ||= isClick && target.closest('[data-action="triage"]') !== null;
      add(act);
      // It leads into the toolbar that is about to open.
      return (
        event instanceof KeyboardEvent && event.key === 'Tab' && !event.shiftKey && isMark(target)
      );
    },
    forget: (): void => {
      kept.length = 0;
    },
    pass: (next: (act: KeptAct) => void): void => {
      redo = next;
      for (const act of kept) redo(act);
    },
  };
}

/** Keeps acts on the first stage for the whole. The guard has judged them, so that they only have to be done. */
export function keepActs({ canvas, touched, keys, isTriageDue, signal }: Options): Hold {
  const { host, root, own, taken, tabbing, pending } = canvas;
  const { add, isOpening, keep, forget, pass } = createKept({ canvas, touched });
  const ends = new AbortController();
  const hear = (event: Event): void => {
    event.stopImmediatePropagation();
    if (keep({ event: copyOf(event), target: event.target as Element })) event.preventDefault();
  };
  for (const type of HEARD)
    root.addEventListener(type, hear, { capture: true, signal: ends.signal });
  const onKey = (event: KeyboardEvent): boolean => {
    const key = bindingOf(event);
    const isDue = isOpening() || isMark(root.activeElement) || isTriageDue() || pending();
    const isOurs = isDue && !ends.signal.aborted && !isTextFocused();
    if (!isOurs || event.target === host || !key || !keys.includes(key)) return false;
    add({ event: copyOf(event), target: null });
    return true;
  };
  const gate = openGate();
  const listener = (event: KeyboardEvent): void => {
    const isOurs = event.target === host;
    const isLetGo = event.isTrusted && event.type === 'keyup' && taken.delete(event.code);
    if (isOurs || isLetGo) event.stopImmediatePropagation();
    if (!event.isTrusted || event.type !== 'keydown') return;
    tabbing.hear(event);
    const twin = copyOf(event);
    own.add(twin);
    const isTaken = isOurs ? root.activeElement?.dispatchEvent(twin) === false : onKey(event);
    if (isOurs || isTaken) taken.add(event.code);
    if (!isTaken) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  gate.listener = listener;
  const end = (): void => {
    ends.abort();
    if (gate.listener === listener) gate.listener = null;
  };
  signal.addEventListener('abort', end);
  const rehear = (event: KeyboardEvent, act: KeptAct, isTaken: boolean): void => {
    if (event.type === 'keyup') taken.delete(event.code);
    if (event.type !== 'keydown') return;
    tabbing.hear(event);
    if (act.target || isTaken) taken.add(event.code);
    if (act.target) keep(act);
    else if (isTaken) onKey(event);
  };
  return {
    onKey,
    keep,
    rehear,
    letGo: () => {
      end();
      forget();
    },
    pass,
  };
}
