import { defineUnlistedScript } from '#imports';
import { papersCoolSkim } from '@/sites/skims/papers-cool';
import { startFirst } from './listing.content/first';

/** Runs on the site's lists instead of the whole, which it asks for when it is needed (`wxt.config.ts` lists it). */
export default defineUnlistedScript(() => startFirst(papersCoolSkim));
