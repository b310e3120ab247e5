import { defineContentScript } from '#imports';
import '@/components/in-page/highlight/highlight.css';
import '@/components/in-page/marks/treatment.css';
import { matches } from '@/sites';
import { run } from './run';

/** Runs by itself on the pages that an adapter knows. */
export default defineContentScript({
  matches,
  runAt: 'document_idle',
  // A message to the page would tell it of Gloss, and costs more than reading a thousand entries.
  noScriptStartedPostMessage: true,
  main: (ctx) => run(ctx, null),
});
