import { configureGlobal } from 'fast-check';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A run is the same on every machine, so that a failure can be repeated anywhere. `GLOSS_SEED` looks elsewhere. */
configureGlobal({ seed: Number(process.env['GLOSS_SEED'] ?? 20_261_124) });

/** Texts are their names and what is put into them: tests look at what is said, not at its wording. */
fakeBrowser.i18n.getMessage = (name: string, parts?: string | (string | number)[]): string =>
  [name, ...(typeof parts === 'string' ? [parts] : (parts ?? []))].join(' ');

/** Nothing leads into closed roots here. */
Object.assign(fakeBrowser.dom, { openOrClosedShadowRoot: () => null });
