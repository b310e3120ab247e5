import { browser } from '#imports';
import type { Shelf } from '@/domain/shelf';

/** The extension's own storage, which is no database and outlives the clearing of site data. */
export const outside: Shelf = {
  get: async (key) => (await browser.storage.local.get(key))[key],
  set: (values) => browser.storage.local.set(values),
  remove: async (keys) => {
    if (keys.length > 0) await browser.storage.local.remove(keys);
  },
};

/** What lies there is not for content scripts: the copy of the library is in it. Firefox can't restrict it. */
export async function keepOutsideToOurselves(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
