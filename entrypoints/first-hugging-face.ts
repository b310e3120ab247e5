import { defineUnlistedScript } from '#imports';
import { huggingFaceSkim } from '@/sites/skims/hugging-face';
import { startFirst } from './listing.content/first';

/** Runs on the site's lists instead of the whole, which it asks for when it is needed (`wxt.config.ts` lists it). */
export default defineUnlistedScript(() => startFirst(huggingFaceSkim));
