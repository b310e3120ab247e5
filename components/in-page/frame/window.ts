import { pageCall } from '@/rpc/client';
import type { FromFrame } from './contract';
import { type Wire, wireToWindow } from './wire';

/** The one window that the cards of a page are in where no frame of ours can be. */
export interface CardWindow {
  /** Opens it; where it was opened and has not called yet, shows it. */
  open: () => void;
  /** Opens it once the person is at this page: it would take the keyboard from whatever they do elsewhere. */
  openWhenSeen: () => void;
}

interface Options {
  /** The word that our page proves itself with. No page learns it. */
  word: string;
  /** Whether a card waits for it. */
  isWaiting: () => boolean;
  /** It has called; gives what takes its messages. */
  called: (wire: Wire) => (message: FromFrame) => void;
  /** It is not opened: no card waits for it any more. */
  unneeded: () => void;
  /** The browser opens none. */
  failed: () => void;
  signal: AbortSignal;
}

/** Between two looks whether the person is at the page, milliseconds. No event tells: the page hears each of them first. */
const LOOK = 200;

const isSeen = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

export function createCardWindow(options: Options): CardWindow {
  const { word, isWaiting, called, unneeded, failed, signal } = options;
  let isListening = false;
  let opened: number | null = null;
  let isOpening = false;
  const open = async (): Promise<void> => {
    if (isOpening || signal.aborted) return;
    if (!isListening) wireToWindow(word, called, signal);
    [isListening, isOpening] = [true, true];
    const answer = await pageCall('frame.window', { nonce: word, opened });
    isOpening = false;
    if (answer.ok) opened = answer.value.id;
    else failed();
  };
  const openWhenSeen = (): void => {
    if (signal.aborted) return;
    if (!isWaiting()) unneeded();
    else if (isSeen()) void open();
    else setTimeout(openWhenSeen, LOOK);
  };
  return { open: () => void open(), openWhenSeen };
}
