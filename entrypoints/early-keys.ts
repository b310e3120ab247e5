import { defineUnlistedScript } from '#imports';
import { keepEarlyKeys } from '@/components/app/keys/early';

/** Runs in the library before its own code is there, and keeps the keys that are pressed meanwhile. */
export default defineUnlistedScript(() => {
  globalThis.earlyKeys = keepEarlyKeys(document);
});
