import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { preact } from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { inksOf, withInks } from './components/in-page/layer/inks';
import { SENT } from './domain/leave';
import { FIRST } from './sites/skims/matches';

/** Sites that only an extension page may be granted later, one by one, when a person allows a site. */
const ANY_SITE = ['https://*/*', 'http://*/*'];

/** Services that tell what lists leave out, asked once a person wants that (`domain/complete/complete.ts`). */
const SERVICES = [
  'https://export.arxiv.org',
  'https://api.crossref.org',
  'https://api.semanticscholar.org',
];

/**
 * What our own pages may load: files of the extension, and of the machine the Zotero that a person connects
 * (`domain/zotero/client.ts`), and the services that are asked for what lists leave out once a person wants that
 * (`domain/complete/`). No script, style or picture from elsewhere, nothing that is made of text, no forms. Who
 * may frame a page is not said here: pages that are not web accessible can't be framed by others.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  // The welcome page has the frame that notes are written in.
  "frame-src 'self'",
  `connect-src ${['http://127.0.0.1:23119', ...SERVICES].join(' ')}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Preact's one way to set markup sets text instead: nothing of Gloss uses it, so no build holds code that makes
 * elements of a text.
 */
const withoutMarkup = () => ({
  name: 'gloss-without-markup',
  transform: (code: string, id: string): string | null =>
    /[\\/]preact[\\/]dist[\\/]preact\.mjs$/.test(id)
      ? code.replaceAll('.innerHTML', '.textContent')
      : null,
});

const LOOK = path.resolve(import.meta.dirname, 'components/in-page/layer/look.css');

/** The style sheets of the in-page layer hold colours instead of inks (`components/in-page/layer/inks.ts` says why). */
const withColours = () => ({
  name: 'gloss-with-colours',
  enforce: 'pre' as const,
  transform: (code: string, id: string): string | null =>
    /[\\/]in-page[\\/].*\.css\?inline$/.test(id)
      ? withInks(code, inksOf(readFileSync(LOOK, 'utf8')))
      : null,
});

/**
 * WXT's content scripts tell those before them to stop, by an event on the document that has the extension's id in its
 * name. A page knows the id of a published extension: it would learn that Gloss is there, and could stop it. Ours tell
 * each other out of the page's reach (`entrypoints/listing.content/run.ts`, `succession.ts`).
 */
const withoutSignals = () => ({
  name: 'gloss-without-signals',
  transform: (code: string, id: string): string | null =>
    /wxt[\\/]dist[\\/]utils[\\/]content-script-context\.mjs/.test(id)
      ? code.replace(/this\.(?:stopOldScripts|listenForNewerScripts)\(\);/g, '')
      : null,
});

/** The pages that a first stage runs on; Firefox, whose prompts for it were not tried, runs the whole from the start. */
const firstStages = (browser: string): [id: string, matches: readonly string[]][] =>
  browser === 'firefox' ? [] : Object.entries(FIRST);

/** What a first stage loads on its sites: the script that judges a person's acts, and the whole. */
const LATER = {
  resources: ['first-acts.js', 'content-scripts/listing.js'],
  matches: [
    ...new Set(
      Object.values(FIRST)
        .flat()
        .map((pattern) => pattern.replace(/^([^:]+:\/\/[^/]+\/).*$/, '$1*')),
    ),
  ],
  use_dynamic_url: true,
};

/**
 * Scripts that nearly every function of runs as soon as they are there: V8 compiles them in one go then
 * (https://v8.dev/blog/explicit-compile-hints). To other engines it is a comment.
 */
const HINT = '//# allFunctionsCalledOnLoad\n';

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  zip: {
    artifactTemplate: '{{name}}-{{packageVersion}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{packageVersion}}-sources.zip',
    // What runs and tests leave behind.
    excludeSources: ['out/**', 'test-results/**'],
  },
  // A digest saved as text is served as one <pre>; Preact is only needed where there are components.
  vite: () => ({
    plugins: [preact(), withoutMarkup(), withoutSignals(), withColours()],
    // `light-dark()` stays as it is: its replacement needs a scheme that style sheets set, ours is measured.
    build: { cssTarget: ['chrome132', 'firefox140'] },
  }),
  hooks: {
    // For review by eye, in development builds alone.
    'entrypoints:found': (wxt, entrypoints) => {
      const at = entrypoints.findIndex(({ name }) => name === 'design');
      if (at >= 0 && wxt.config.mode !== 'development') entrypoints.splice(at, 1);
      const stages = firstStages(wxt.config.browser).map(([id]) => `first-${id}`);
      const ids = new Set(stages.length > 0 ? [...stages, 'first-acts'] : []);
      const isUnused = (name: string): boolean =>
        [...Object.keys(FIRST), 'acts'].some((id) => name === `first-${id}`) && !ids.has(name);
      entrypoints.splice(
        0,
        entrypoints.length,
        ...entrypoints.filter((one) => !isUnused(one.name)),
      );
    },
    // The popup is built by itself: shared with other pages, its code and styles come in two dozen files, and each
    // that is asked for takes a millisecond or two until the first row.
    'entrypoints:grouped': (_, groups) => {
      for (const group of groups) {
        if (!Array.isArray(group)) continue;
        const at = group.findIndex(({ type }) => type === 'popup');
        if (at >= 0 && group.length > 1) groups.push(group.splice(at, 1));
      }
    },
    'build:manifestGenerated': (wxt, manifest) => {
      // A page's scripts must not come before the gate; nothing else of Gloss runs so early.
      const listing = manifest.content_scripts?.[0];
      if (!listing) return;
      manifest.content_scripts?.push({
        matches: listing.matches ?? [],
        js: ['gate.js'],
        run_at: 'document_start',
      });
      for (const [id, matches] of firstStages(wxt.config.browser)) {
        listing.matches = listing.matches?.filter((pattern) => !matches.includes(pattern)) ?? [];
        manifest.content_scripts?.push({
          matches: [...matches],
          js: [`first-${id}.js`],
          ...(listing.css ? { css: listing.css } : {}),
          run_at: 'document_idle',
        });
      }
    },
    'build:done': (wxt) => {
      for (const [id] of firstStages(wxt.config.browser)) {
        const file = path.join(wxt.config.outDir, `first-${id}.js`);
        writeFileSync(file, HINT + readFileSync(file, 'utf8'));
      }
    },
  },
  manifest: ({ browser, command, manifestVersion }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'alarms',
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'contextMenus',
    ],
    ...(manifestVersion === 3
      ? {
          optional_host_permissions: ANY_SITE,
        }
      : { optional_permissions: ANY_SITE }),
    // The frame that what is typed is in. By an address that is another in each session, so that no page can ask
    // whether it is there; Firefox gives each installation addresses of its own.
    web_accessible_resources: [
      { resources: ['frame.html'], matches: ['<all_urls>'], use_dynamic_url: true },
      ...(firstStages(browser).length === 0 ? [] : [LATER]),
    ],
    // A page that is open in a private window leaves nothing behind, here neither.
    incognito: 'not_allowed',
    // A server that pages are developed with sends them scripts of its own.
    ...(command === 'serve'
      ? {}
      : {
          content_security_policy: manifestVersion === 3 ? { extension_pages: POLICY } : POLICY,
        }),
    omnibox: { keyword: 'gl' },
    action: { default_title: '__MSG_extension_name__' },
    commands: {
      triage: {
        suggested_key: { default: 'Alt+Shift+G' },
        description: '__MSG_command_triage__',
      },
      annotate: {
        suggested_key: { default: 'Alt+Shift+A' },
        description: '__MSG_command_annotate__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'gloss@gloss.invalid',
              strict_min_version: '142.0',
              // Nothing by itself; what is asked for when a person connects Zotero or completes papers.
              data_collection_permissions: { required: ['none'], optional: [...SENT] },
            },
          },
        }
      : // Before 132 a script of an address that is another in each session could not be imported.
        { minimum_chrome_version: '132' }),
  }),
});
