import { browser } from '#imports';
import type { FromFrame, Handover, ToFrame } from '@/components/in-page/frame/contract';
import { pageCall } from '@/rpc/client';

/** The way to the page's script. */
export interface Link {
  post: (message: FromFrame) => void;
}

interface Options {
  /** The word of the script that opened this page, from the address. */
  nonce: string;
  /** The tab of that script, where this page is a window of its own; `null` in a frame. */
  tab: number | null;
  take: (message: ToFrame) => void;
}

/**
 * Finds the script that opened this page, and no other: a page may put ours into a frame of its own and offer a
 * port. The tab's content script is asked whether the word is its own before a port is used. Without an answer this
 * page stays empty.
 */
export async function linkToPage({ nonce, tab, take }: Options): Promise<Link | null> {
  if (tab !== null) return linkFromWindow(nonce, tab, take);
  const port = await portFor(nonce);
  const vouched = await pageCall('frame.vouch', { nonce });
  if (!vouched.ok) return null;
  port.addEventListener('message', ({ data }: MessageEvent<ToFrame>) => take(data));
  port.start();
  return { post: (message) => port.postMessage(message) };
}

const isHandover = (data: unknown): data is Handover =>
  typeof data === 'object' && data !== null && 'gloss' in data && data.gloss === 'frame';

/** The first port that comes with the word, from the page that this frame is in. */
const portFor = (nonce: string): Promise<MessagePort> =>
  new Promise((resolve) => {
    const listener = ({ data, ports: [port] }: MessageEvent): void => {
      if (!port || !isHandover(data) || data.nonce !== nonce) return;
      removeEventListener('message', listener);
      resolve(port);
    };
    addEventListener('message', listener);
  });

function linkFromWindow(nonce: string, tab: number, take: Options['take']): Link {
  const port = browser.tabs.connect(tab, { name: nonce });
  port.onMessage.addListener((message: ToFrame) => take(message));
  // Without the page this window has no use; the text was saved as it was typed.
  port.onDisconnect.addListener(() => close());
  return { post: (message) => port.postMessage(message) };
}
