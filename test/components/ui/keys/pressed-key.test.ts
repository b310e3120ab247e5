import { afterEach, expect, test, vi } from 'vitest';
import { type asPressed, inOrder } from '@/components/ui/keys/pressed-key';

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

/** A document of its own, by whose clock `slept` milliseconds have not passed. */
async function documentWith(slept: number) {
  const { asPressed: press } = await import('@/components/ui/keys/pressed-key');
  vi.resetModules();
  return (key: string, at: number) => {
    vi.spyOn(Date, 'now').mockReturnValue(at);
    vi.spyOn(performance, 'now').mockReturnValue(at - slept);
    return press({
      ...({ key, code: key } as Parameters<typeof asPressed>[0]),
      timeStamp: at - slept,
    });
  };
}

test('keys of a page and of a frame keep their order after the machine has slept', async () => {
  const [page, frame] = [await documentWith(5_000), await documentWith(0)];
  const keys = [frame('b', 10_010), page('a', 10_000), page('c', 10_020), frame('d', 10_030)];
  expect(
    inOrder(keys)
      .map(({ key }) => key)
      .join(''),
  ).toBe('abcd');
});
