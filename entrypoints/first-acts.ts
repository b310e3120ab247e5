import { defineUnlistedScript } from '#imports';
import { judgeFirst } from './listing.content/first-acts';

/** Runs on a first stage at the first sign of a person, and judges what they do (`wxt.config.ts` lists it). */
export default defineUnlistedScript(() => judgeFirst());
