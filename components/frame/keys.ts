import type { FromFrame } from '@/components/in-page/frame/contract';
import { asPressed, type PressedKey } from '@/components/ui/keys/pressed-key';

/** The keys that come to the frame: Escape closes the card, and keys after that belong to the page. */
export interface CardKeys {
  /** Asks the page's script to close the card. */
  close: () => void;
  /** Forgets which keys are down. */
  forget: () => void;
  /** Gives a key to the page that came when its card was being closed; `false` where it was not. */
  passOn: (key: PressedKey, turn: number | null) => boolean;
}

/** `turn` is the number of the shown card; `null` while none is shown. */
export function createCardKeys(
  root: HTMLElement,
  turn: () => number | null,
  post: (message: FromFrame) => void,
): CardKeys {
  /** Keys that are down: the page will see them go up. */
  const held = new Set<string>();
  /** The card that the page's script was asked to close. */
  let closing = 0;
  const close = (): void => {
    const shown = turn();
    if (shown === null) return;
    closing = shown;
    post({ type: 'close', turn: shown, held: [...held] });
  };
  const hold = ({ type, code, isTrusted }: KeyboardEvent): void => {
    if (!isTrusted) return;
    if (type === 'keydown') held.add(code);
    else held.delete(code);
  };
  /** The browser sends keys here for a moment longer, after a person closed the card: they mean the page. */
  const passOn = (event: KeyboardEvent): void => {
    const shown = turn();
    if (!event.isTrusted || (shown !== null && shown !== closing)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    post({ type: 'passed', key: asPressed(event) });
  };
  addEventListener('keydown', passOn, { capture: true });
  addEventListener('keydown', hold, { capture: true });
  addEventListener('keyup', hold, { capture: true });
  root.addEventListener('keydown', (event) => {
    const isBack = event.key === 'Escape' && !event.isComposing && !event.defaultPrevented;
    if (!isBack || turn() === null) return;
    event.preventDefault();
    close();
  });
  return {
    close,
    forget: () => held.clear(),
    passOn: (key, of) => {
      if (of === null || of !== closing) return false;
      post({ type: 'passed', key });
      return true;
    },
  };
}
