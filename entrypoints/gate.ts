import { defineUnlistedScript } from '#imports';
import { openGate } from '@/components/in-page/layer/gate';

/** Runs on the known sites before their own scripts do, and does this one thing (`wxt.config.ts` lists it). */
export default defineUnlistedScript(() => {
  openGate();
});
