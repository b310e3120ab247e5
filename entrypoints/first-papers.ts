import { defineUnlistedScript } from '#imports';
import { FIRST, outside } from '@/components/app/first-page';
import { keepEarlyKeys } from '@/components/app/keys/early';
import { glance } from '@/storage/read/glance';

/**
 * Runs in the popup before its own code is there: asks for the first papers, so that the database works meanwhile, and
 * keeps the keys that are pressed.
 */
export default defineUnlistedScript(() => {
  globalThis.firstPapers = glance(outside, FIRST);
  globalThis.earlyKeys = keepEarlyKeys(document);
});
