// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { linkToPage } from '@/components/frame/link';

const tab = { asked: [] as string[], word: null as string | null };
vi.mock('@/rpc/client', () => ({
  pageCall: async (_: string, { nonce }: { nonce: string }) => {
    tab.asked.push(nonce);
    return tab.word === null ? { ok: false } : { ok: true, value: { word: tab.word } };
  },
}));

/** Sends a port into the frame, as any page around it can; returns what goes into that port. */
function send(word: string): (text: string) => void {
  const { port1, port2 } = new MessageChannel();
  const message = new MessageEvent('message', { data: { gloss: 'frame', word } });
  Object.defineProperty(message, 'ports', { value: [port2] });
  dispatchEvent(message);
  return (text) => port1.postMessage(text);
}

test('the frame takes cards by the port of the script alone, also where a page knows its nonce', async () => {
  tab.word = 'between script and frame';
  const taken: unknown[] = [];
  const linked = linkToPage({ nonce: 'nonce', tab: null, take: (card) => void taken.push(card) });
  const forge = [send('nonce'), send('')];
  await vi.waitFor(() => expect(tab.asked).toEqual(['nonce']));
  forge.push(send('guess'));
  const say = send('between script and frame');
  await linked;
  for (const post of forge) post('forged');
  say('card');
  await vi.waitFor(() => expect(taken).toEqual(['card']));
});

test('without the word of a script no port is used', async () => {
  tab.word = null;
  const taken: unknown[] = [];
  const linked = linkToPage({ nonce: 'nonce', tab: null, take: (card) => void taken.push(card) });
  send('nonce')('forged');
  expect(await linked).toBeNull();
  expect(taken).toEqual([]);
});
