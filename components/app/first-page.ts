import { browser } from '#imports';
import type { LibraryPage } from '@/domain/library';

/** The newest papers, read before anything else is done; `null` where the background must tell of them. */
export type FirstPage = Promise<LibraryPage | null>;

declare global {
  /** What `entrypoints/first-papers.ts` leaves in the popup; absent in other pages. */
  var firstPapers: FirstPage | undefined;
}

/** Papers of the popup's first page: what its window has room for. More come once these show. */
export const FIRST = 8;

/** The store outside the databases, which tells whether the library is well. */
export const outside = {
  get: async (key: string): Promise<unknown> => (await browser.storage.local.get(key))[key],
};

/** The first page is waited for so long, milliseconds: then the background is asked. */
const PATIENCE = 250;

/** The first page where it comes soon. */
export const inTime = (page: FirstPage): FirstPage =>
  Promise.race([
    page,
    new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), PATIENCE);
    }),
  ]);
