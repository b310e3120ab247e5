import { defineUnlistedScript } from '#imports';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { digest } from '@/sites/digest';
import { taughtSite } from '@/sites/taught/read';
import { createTeacher } from '@/sites/taught/teacher';
import { run } from './listing.content/run';

/**
 * Runs on a page where a person asked for it, known or not. It is a script of its own, as most pages that
 * Gloss runs on are known and need no detector. The later one ends the earlier (`run.ts`).
 */
export default defineUnlistedScript(() =>
  run(new ContentScriptContext('listing', { noScriptStartedPostMessage: true }), {
    site: digest,
    school: { taughtSite, teacher: createTeacher() },
  }),
);
