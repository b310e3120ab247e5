import type { Layer } from '@/components/in-page/layer/layer';
import type { MarkActs } from '@/components/in-page/overlay/mark-events';
import type { Charge } from '@/components/in-page/overlay/overlay';

export interface Kept {
  layer: Pick<Layer, 'root' | 'region' | 'pending' | 'press'>;
  /** A person has touched what is drawn. */
  touched: () => void;
  /** Whether a key is one that the whole may take. */
  mayMean: (event: KeyboardEvent) => boolean;
  /** Whether a person asked for triage elsewhere. */
  isTriageDue: () => boolean;
  signal: AbortSignal;
}

/** What a person does on the first stage, kept for the whole. */
export interface Acts extends MarkActs, Pick<Charge, 'onKey'> {
  /** The whole is in charge: does in the same order what was kept. */
  redo: (whole: Charge) => void;
}

/** Anything of these on what is drawn is a wish for more than marks. */
const TOUCHES = ['pointermove', 'pointerdown', 'focusin', 'keydown', 'click'] as const;

/** Keeps acts for the whole. The overlay has judged them, so that it only has to do them. */
export function keepActs({ layer, touched, mayMean, isTriageDue, signal }: Kept): Acts {
  let kept: ((whole: Charge) => void)[] = [];
  let whole: Charge | null = null;
  /** Whether keys mean something: a toolbar or triage is about to open. */
  const opening = { toolbar: false, triage: false };
  const keep = (act: (whole: Charge) => void): void => {
    if (whole) act(whole);
    else kept.push(act);
  };
  for (const type of TOUCHES) layer.root.addEventListener(type, touched, { signal });
  const pressed = (event: Event): void => {
    const button = event.target instanceof Element && event.target.closest('button');
    if (!button || !(event instanceof MouseEvent)) return;
    const { detail, shiftKey } = event;
    opening.triage ||= button.dataset['action'] === 'triage';
    keep(() => {
      if (button.isConnected) layer.press(button, { detail, shiftKey });
    });
  };
  layer.region('dock-region').addEventListener('click', pressed, { signal });
  return {
    enter: (item) => {
      opening.toolbar = true;
      keep((to) => to.enter(item));
    },
    leave: () => {
      opening.toolbar = false;
      keep((to) => to.leave());
    },
    press: (item) => keep((to) => to.press(item)),
    goIn: (item) => {
      keep((to) => to.goIn(item));
      return opening.toolbar;
    },
    away: () => {
      opening.toolbar = false;
      keep((to) => to.away());
    },
    onKey: (event) => {
      const click = layer.pending();
      const isDue = opening.toolbar || opening.triage || isTriageDue() || click !== null;
      if (!isDue || !mayMean(event)) return false;
      const key = (): void => keep((to) => to.onKey(event));
      // After the click that came before it.
      if (click) void click.then(key);
      else key();
      return true;
    },
    redo: (now) => {
      whole = now;
      for (const act of kept) act(whole);
      kept = [];
    },
  };
}
