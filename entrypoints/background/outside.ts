import { browser } from '#imports';
import type { Shelf } from '@/domain/shelf';

/** The extension's own storage, which is no database and outlives the clearing of site data. */
export const outside: Shelf = {
  get: async (key) => (await browser.storage.local.get(key))[key],
  keys: async () => {
    // Chromium 130 and Firefox 143; the types don't know it everywhere.
    const { local } = browser.storage as { local: { getKeys?: () => Promise<string[]> } };
    return (await local.getKeys?.()) ?? null;
  },
  set: (values) => browser.storage.local.set(values),
  remove: async (keys) => {
    if (keys.length > 0) await browser.storage.local.remove(keys);
  },
};

/** What lies there is not for content scripts: the copy of the library is in it. Firefox can't restrict it. */
export async function keepOutsideToOurselves(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
