// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { begin } from '@/components/in-page/listing/begin';
import type { ListingOptions } from '@/components/in-page/listing/contract';

// It needs a browser that draws.
vi.mock('@/components/in-page/overlay/overlay', () => ({ createOverlay: () => ({}) }));

test('a listing that ends before it was drawn leaves nothing of the first stage', () => {
  const life = new AbortController();
  let isThere = true;
  const end = (): void => {
    isThere = false;
  };
  const first = { drawn: () => null, end } as Partial<ListingOptions['first']>;
  begin({ first, site: 'test', signal: life.signal } as ListingOptions);
  expect(isThere).toBe(true);
  life.abort();
  expect(isThere).toBe(false);
});
