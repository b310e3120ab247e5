import { defineUnlistedScript } from '#imports';
import { arxivSkim } from '@/sites/skims/arxiv';
import { startFirst } from './listing.content/first';

/** Runs on the site's lists instead of the whole, which it asks for when it is needed (`wxt.config.ts` lists it). */
export default defineUnlistedScript(() => startFirst(arxivSkim));
