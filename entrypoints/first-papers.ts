import { defineUnlistedScript } from '#imports';
import { FIRST, outside } from '@/components/app/first-page';
import { glance } from '@/storage/read/glance';

/** Runs in the popup before its own code is there, and asks for the first papers: the database works meanwhile. */
export default defineUnlistedScript(() => {
  globalThis.firstPapers = glance(outside, FIRST);
});
