import type { Canvas } from '@/components/in-page/layer/canvas';
import { copyOf } from '@/components/in-page/layer/copy';
import { openGate } from '@/components/in-page/layer/gate';
import { isFixed } from '@/components/in-page/layer/guard';
import { HEARD } from '@/components/in-page/layer/heard';
import type { KeptAct } from '@/components/in-page/layer/shield';
import { type Seen, VISIBILITY } from '@/components/in-page/layer/visibility';

/** What a person did before anything judged it, with what it is judged by as that was then. */
export interface UnjudgedAct extends KeptAct {
  from: Event;
  /** Whether the layer showed as it was drawn. */
  isPlain: boolean;
  /** Whether the page did not get it, though it was not on the layer: a key that may be for us. */
  isTaken: boolean;
}

/** Acts on the first stage until they are judged. */
export interface Unjudged {
  /** Gives what was kept, in order, and looks at whether anything covered it; keeps no more. */
  take: () => { acts: UnjudgedAct[]; looks: Seen[] };
}

interface Options {
  canvas: Pick<Canvas, 'host' | 'root' | 'isPlain'>;
  /** A person is at the page: what judges has to come. */
  came: () => void;
  /** Keys that triage takes. */
  keys: readonly string[];
  /** Whether a person asked for triage elsewhere. */
  isTriageDue: () => boolean;
  signal: AbortSignal;
}

/** The first signs of a person, who may come to the layer next. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown'];

/** Keeps a person's acts on the layer, and from the page, until what judges them is there (`judging.ts`). */
export function keepUnjudged({ canvas, came, keys, isTriageDue, signal }: Options): Unjudged {
  const { host, root } = canvas;
  const ends = new AbortController();
  const listening = {
    capture: true,
    passive: true,
    signal: AbortSignal.any([ends.signal, signal]),
  };
  const acts: UnjudgedAct[] = [];
  const looks: Seen[] = [];
  let observer: IntersectionObserver | undefined;
  const keep = (from: Event, target: Element | null, isTaken = false): void => {
    const isPlain = canvas.isPlain(isFixed(target));
    acts.push({ from, event: copyOf(from), target, isPlain, isTaken });
    came();
  };
  const onLayer = (event: Event): void => {
    event.stopImmediatePropagation();
    if (!event.isTrusted) return;
    // A page that takes a cover away as the press comes is seen to have had one.
    observer ??= new IntersectionObserver((seen) => looks.push(...seen), VISIBILITY);
    observer.observe(event.target as Element);
    keep(event, event.target as Element);
  };
  for (const type of HEARD) root.addEventListener(type, onLayer, listening);
  const sign = ({ isTrusted }: Event): void => {
    if (isTrusted) came();
  };
  for (const type of SIGNS) addEventListener(type, sign, listening);
  /** A key on the page that triage or a toolbar may take, once what came before it is done. */
  const mayBeOurs = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
    (acts.some(({ target }) => target) || isTriageDue()) &&
    !(ctrlKey || altKey || metaKey) &&
    keys.includes(key) &&
    /^(?:html|body|a|button)$/.test(document.activeElement?.localName ?? 'html');
  const gate = openGate();
  const onKey = (event: KeyboardEvent): void => {
    const isOurs = event.target === host;
    const isTaken = !isOurs && event.isTrusted && event.type === 'keydown' && mayBeOurs(event);
    const isLetGo =
      event.type === 'keyup' &&
      acts.some((act) => act.isTaken && (act.from as KeyboardEvent).code === event.code);
    if (isOurs || isTaken || isLetGo) event.stopImmediatePropagation();
    if (isTaken) event.preventDefault();
    if (event.isTrusted) keep(event, isOurs ? root.activeElement : null, isTaken);
  };
  gate.listener = onKey;
  const end = (): void => {
    ends.abort();
    observer?.disconnect();
    if (gate.listener === onKey) gate.listener = null;
  };
  signal.addEventListener('abort', end);
  return {
    take: () => {
      looks.push(...(observer?.takeRecords() ?? []));
      end();
      return { acts, looks };
    },
  };
}
