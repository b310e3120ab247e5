import { browser } from '#imports';
import type { FromFrame, Handover, ToFrame } from '@/components/in-page/frame/contract';
import { pageCall } from '@/rpc/client';

/** The way to the page's script. */
export interface Link {
  post: (message: FromFrame) => void;
}

interface Options {
  /** By which the script that opened this page is asked for, or in a window called; from the address. */
  nonce: string;
  /** The tab of that script, where this page is a window of its own; `null` in a frame. */
  tab: number | null;
  take: (message: ToFrame) => void;
}

/**
 * Finds the script that opened this page, and no other: a page may put ours into a frame of its own, or send a port into
 * the frame of ours. So the tab's content script is asked by `nonce`, and answers with a word that only the two of them
 * know: the port that comes with it is the script's. Without an answer this page stays empty.
 */
export async function linkToPage({ nonce, tab, take }: Options): Promise<Link | null> {
  if (tab !== null) return linkFromWindow(nonce, tab, take);
  const portFor = hearPorts();
  const vouched = await pageCall('frame.vouch', { nonce });
  if (!vouched.ok) return null;
  const port = await portFor(vouched.value.word);
  port.addEventListener('message', ({ data }: MessageEvent<ToFrame>) => take(data));
  port.start();
  return { post: (message) => port.postMessage(message) };
}

const isHandover = (data: unknown): data is Handover =>
  typeof data === 'object' && data !== null && 'gloss' in data && data.gloss === 'frame';

/** Keeps the ports that come from now on; returns what waits for the one that comes with a word. */
function hearPorts(): (word: string) => Promise<MessagePort> {
  const came = new Map<string, MessagePort>();
  let heard = (): void => undefined;
  addEventListener('message', ({ data, ports: [port] }: MessageEvent) => {
    if (!port || !isHandover(data)) return;
    came.set(data.word, port);
    heard();
  });
  return (word) =>
    new Promise((resolve) => {
      heard = () => {
        const port = came.get(word);
        if (port) resolve(port);
      };
      heard();
    });
}

function linkFromWindow(nonce: string, tab: number, take: Options['take']): Link {
  const port = browser.tabs.connect(tab, { name: nonce });
  port.onMessage.addListener((message: ToFrame) => take(message));
  // Without the page this window has no use; the text was saved as it was typed.
  port.onDisconnect.addListener(() => close());
  return { post: (message) => port.postMessage(message) };
}
