// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { createPresence, type Taking } from '@/components/in-page/layer/presence';

const life = new AbortController();
afterEach(() => life.abort());

test('a layer comes back a few times, and again once the page has let it be for a while', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const outcomes: Taking[] = [];
  const layer = { host, root, attach: () => document.documentElement.append(host) };
  const { attach, onTaken } = createPresence(layer, life.signal);
  onTaken((outcome) => outcomes.push(outcome));
  attach();
  const take = async (): Promise<void> => {
    host.remove();
    await Promise.resolve();
  };
  for (let times = 0; times < 4; times += 1) await take();
  expect(outcomes).toEqual(['back', 'back', 'back', 'away']);
  attach();
  expect(host.isConnected).toBe(false);
  now.mockReturnValue(10_000);
  attach();
  await take();
  expect([outcomes.at(-1), host.isConnected]).toEqual(['back', true]);
});
