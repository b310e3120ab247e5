// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { createPresence, type Taking } from '@/components/in-page/layer/presence';

let life = new AbortController();
afterEach(() => {
  life.abort();
  life = new AbortController();
});

/** A page with a layer, and what the layer's parts are told. */
function listing() {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const outcomes: Taking[] = [];
  const layer = { host, root, attach: () => document.documentElement.append(host) };
  const presence = createPresence({ layer, newId: () => 'secret', signal: life.signal });
  presence.onTaken((outcome) => outcomes.push(outcome));
  presence.attach();
  /** Does what a page does in one task. */
  const does = async (act: () => void): Promise<void> => {
    act();
    await Promise.resolve();
  };
  const takeTimes = async (times: number): Promise<void> => {
    for (let left = times; left > 0; left -= 1) await does(() => host.remove());
  };
  return { ...presence, host, outcomes, does, takeTimes };
}

test('a layer comes back a few times, and again once the page has let it be for a while', async () => {
  const { host, outcomes, attach, takeTimes } = listing();
  await takeTimes(4);
  expect(outcomes).toEqual(['back', 'back', 'back', 'away']);
  attach();
  expect(host.isConnected).toBe(false);
  vi.spyOn(performance, 'now').mockReturnValue(10_000);
  attach();
  await takeTimes(1);
  expect([outcomes.at(-1), host.isConnected]).toEqual(['back', true]);
});

/** Takes the page's root away; what is returned puts it back. */
const takeRoot = (): (() => void) => {
  const root = document.documentElement;
  root.remove();
  return () => document.append(root);
};

test.each<[string, (host: Element) => void]>([
  ['the layer', (host) => document.documentElement.append(host)],
  [
    'the layer by way of its body',
    (host) => (document.body.append(host), document.documentElement.append(host)),
  ],
  ['its root', () => takeRoot()()],
])('a page that takes %s and puts it back at once is noticed', async (_, act) => {
  const { host, outcomes, does } = listing();
  await does(() => act(host));
  expect([outcomes, host.parentNode]).toEqual([['back'], document.documentElement]);
  // What was done about it is no taking.
  await does(() => document.documentElement.append(document.createElement('i')));
  expect(outcomes).toEqual(['back']);
});

test('a page that takes its root and puts it back a moment later is noticed, and once', async () => {
  const { outcomes, does } = listing();
  let putBack = (): void => undefined;
  await does(() => {
    putBack = takeRoot();
  });
  expect(outcomes).toEqual([]);
  await does(putBack);
  await does(() => document.documentElement.append(document.createElement('i')));
  expect(outcomes).toEqual(['back']);
});

test('a person who asks, or comes back to the tab, has the layer again', async () => {
  const listened = vi.spyOn(document, 'addEventListener');
  const { host, outcomes, recall, takeTimes } = listing();
  recall();
  expect(outcomes).toEqual([]);
  await takeTimes(4);
  recall();
  expect([outcomes.at(-1), host.isConnected]).toEqual(['back', true]);
  await takeTimes(4);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(host.isConnected).toBe(false);
  const [, shown] = listened.mock.calls.find(([type]) => type === 'visibilitychange') ?? [];
  (shown as (event: { isTrusted: boolean }) => void)({ isTrusted: true });
  expect(host.isConnected).toBe(true);
});

test.each(['with the layer on it', 'after it took the layer away'])(
  'a page that is written anew %s has no layer that hears nothing',
  async (when) => {
    const { host, outcomes, attach, recall, does } = listing();
    await does(() => {
      if (when !== 'with the layer on it') host.remove();
      document.open();
      document.write('<html><body>new</body></html>');
      document.close();
      document.documentElement.append(host);
    });
    attach();
    recall();
    expect([outcomes, host.isConnected]).toEqual([['deaf'], false]);
  },
);
