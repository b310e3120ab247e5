// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { type Taking, watchTakings } from '@/components/in-page/layer/takings';

const life = new AbortController();
afterEach(() => life.abort());

test('a layer comes back a few times, and again once the page has let it be for a while', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  document.documentElement.append(host);
  const outcomes: Taking[] = [];
  const putBack = (): void => document.documentElement.append(host);
  const { mayReturn } = watchTakings({
    host,
    root,
    putBack,
    taken: (outcome) => outcomes.push(outcome),
    signal: life.signal,
  });
  const take = async (): Promise<void> => {
    host.remove();
    await Promise.resolve();
  };
  for (let times = 0; times < 4; times += 1) await take();
  expect(outcomes).toEqual(['back', 'back', 'back', 'away']);
  expect([host.isConnected, mayReturn()]).toEqual([false, false]);
  now.mockReturnValue(10_000);
  expect(mayReturn()).toBe(true);
  putBack();
  await Promise.resolve();
  await take();
  expect([outcomes.at(-1), host.isConnected]).toEqual(['back', true]);
});
