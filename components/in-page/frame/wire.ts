import { browser } from '#imports';
import type { FromFrame, Handover, ToFrame } from './contract';

/** A way to the frame, and from it. */
export interface Wire {
  post: (message: ToFrame) => void;
  end: () => void;
  /** Resolves once the other side is gone and all that it had sent is here; never where the browser does not tell. */
  gone: Promise<unknown>;
}

/** Firefox does not tell that a frame at the other end of a port is gone. */
export const TELLS_GONE = 'onclose' in MessagePort.prototype;

/**
 * Hands a port to our page in an iframe of the closed root. It is sent to our own origin alone, so nothing else that
 * might be there gets it; no listener of the page hears of it, and it goes on when the extension is updated.
 */
export function wireToFrame(
  { contentWindow }: HTMLIFrameElement,
  word: string,
  take: (message: FromFrame) => void,
): Wire {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', ({ data }: MessageEvent<FromFrame>) => take(data));
  // A port closes behind its last message (https://html.spec.whatwg.org/multipage/web-messaging.html#event-messageport-close).
  const gone = new Promise((resolve) => port1.addEventListener('close', resolve));
  port1.start();
  const handover: Handover = { gloss: 'frame', word };
  // Not by `URL`: to the standard the origins of extensions are opaque.
  contentWindow?.postMessage(handover, browser.runtime.getURL('/').replace(/\/$/, ''), [port2]);
  return { post: (message) => port1.postMessage(message), end: () => port1.close(), gone };
}

/** Waits for our page in a window of its own to call, by the word that it was opened with. */
export function wireToWindow(
  word: string,
  made: (wire: Wire) => (message: FromFrame) => void,
  signal: AbortSignal,
): void {
  const { onConnect } = browser.runtime;
  const listener = (port: Parameters<Parameters<typeof onConnect.addListener>[0]>[0]): void => {
    // Of all that can call here, only our own pages know the word.
    if (port.name !== word || port.sender?.id !== browser.runtime.id) return;
    const take = made({
      post: (message) => port.postMessage(message),
      end: () => port.disconnect(),
      gone: new Promise((resolve) => port.onDisconnect.addListener(resolve)),
    });
    port.onMessage.addListener((message: FromFrame) => take(message));
  };
  onConnect.addListener(listener);
  signal.addEventListener('abort', () => onConnect.removeListener(listener));
}
