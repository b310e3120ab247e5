import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { SERVICES } from '@/domain/complete/complete';
import { leaveFor } from '@/domain/leave';
import { BUILD } from '@/scripts/browser/extension';
import { FIREFOX_BUILD } from '@/scripts/browser/firefox';
import { matches } from '@/sites';

/*
 * All that Gloss may do, each with why. What is added to a manifest without a line here fails: a browser asks every
 * person again who has Gloss installed, and `docs/privacy.md` has to say it.
 */

const PERMISSIONS: Record<string, string> = {
  alarms: 'wakes the background for backups and for the trash',
  storage: 'what must be known before the library is open',
  unlimitedStorage: 'the browser must not clear the library away when the disk gets full',
  scripting: 'starts Gloss on the page that a person asks for, and on sites that they allowed',
  activeTab: 'the page that a person asks for, until they leave it',
  contextMenus: 'the entries in the menu of a page',
  sidePanel: 'the library beside the page (Chromium)',
};

const HOSTS: Record<string, string> = {
  'https://*/*': 'a site that a person allows, asked for one by one',
  'http://*/*': 'the same, for the many lists that have no https; and the Zotero of this machine',
};

/** Files of the extension that pages may load, and why. */
const RESOURCES: Record<string, string> = {
  'first-acts.js': 'what judges a person’s acts, which the first stage loads into its own world',
  'frame.html': 'what a person types, in a frame that the page can’t look into',
  'content-scripts/listing.js':
    'the whole, which the first stage loads into its own world on its sites',
};

/** Members that say what the extension is and not what it may do. */
const HARMLESS = new Set([
  'manifest_version',
  'name',
  'description',
  'version',
  'icons',
  'default_locale',
  'omnibox',
  'action',
  'browser_action',
  'commands',
  'minimum_chrome_version',
  'browser_specific_settings',
  'background',
  'options_ui',
  'side_panel',
  'sidebar_action',
]);

interface Manifest {
  permissions: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts: { matches: string[]; js: string[]; all_frames?: boolean }[];
  web_accessible_resources?: ({ resources: string[] } | string)[];
  content_security_policy: { extension_pages: string } | string;
  incognito: string;
  browser_specific_settings?: {
    gecko: { data_collection_permissions: { required: string[]; optional: string[] } };
  };
}

const manifestOf = (build: string): Manifest =>
  JSON.parse(readFileSync(path.join(build, 'manifest.json'), 'utf8')) as Manifest;

for (const [browser, build] of [
  ['Chromium', BUILD],
  ['Firefox', FIREFOX_BUILD],
] as const)
  test(`in ${browser} Gloss may do what has a reason, and nothing else`, () => {
    test.skip(!existsSync(build), `There is no build for ${browser}.`);
    const manifest = manifestOf(build);
    const known = Object.keys(PERMISSIONS);
    expect(manifest.permissions.filter((one) => !known.includes(one))).toEqual([]);
    expect(manifest.host_permissions ?? []).toEqual([]);
    const optional = [
      ...(manifest.optional_permissions ?? []),
      ...(manifest.optional_host_permissions ?? []),
    ];
    expect(optional.filter((one) => !(one in HOSTS))).toEqual([]);
    // The sites that Gloss knows by name (README), each once but for the gate, and no frames in them.
    const isGate = ({ js }: { js: string[] }) => js.includes('gate.js');
    for (const scripts of [true, false].map((is) =>
      manifest.content_scripts.filter((script) => isGate(script) === is),
    ))
      expect(scripts.flatMap((script) => script.matches).toSorted()).toEqual(
        [...matches].toSorted(),
      );
    for (const script of manifest.content_scripts) expect(script.all_frames).toBeUndefined();
    const resources = (manifest.web_accessible_resources ?? []).flatMap((one) =>
      typeof one === 'string' ? one : one.resources,
    );
    expect(resources.filter((one) => !(one in RESOURCES))).toEqual([]);
    const handled = [
      'permissions',
      'host_permissions',
      'optional_permissions',
      'optional_host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'content_security_policy',
      'incognito',
    ];
    expect(
      Object.keys(manifest).filter((name) => !HARMLESS.has(name) && !handled.includes(name)),
    ).toEqual([]);
    expect(manifest.incognito).toBe('not_allowed');
  });

test('Firefox is told that nothing leaves it by itself, and what does once a person asks for that', () => {
  test.skip(!existsSync(FIREFOX_BUILD), 'There is no build for Firefox.');
  const told = manifestOf(FIREFOX_BUILD).browser_specific_settings?.gecko;
  expect(told?.data_collection_permissions).toEqual({
    required: ['none'],
    // Titles and ids, to Zotero or to the services that complete papers.
    optional: ['websiteContent'],
  });
  const asked = leaveFor(['https://a.example/*'], true).data_collection;
  expect(asked).toEqual(told?.data_collection_permissions.optional);
});

for (const [browser, build] of [
  ['Chromium', BUILD],
  ['Firefox', FIREFOX_BUILD],
] as const)
  test(`in ${browser} own pages load nothing from elsewhere and run nothing that is made of text`, () => {
    test.skip(!existsSync(build), `There is no build for ${browser}.`);
    const { content_security_policy: stated } = manifestOf(build);
    const policy = typeof stated === 'string' ? stated : stated.extension_pages;
    const rules = new Map(
      policy.split('; ').map((rule): [string, string] => {
        const [name = '', ...sources] = rule.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(rules.get('default-src')).toBe("'none'");
    expect(policy.replace(/connect-src[^;]*/, '')).not.toMatch(/https:/);
    expect(policy).not.toMatch(/unsafe|\*|data:|blob:/);
    expect(rules.get('script-src')).toBe("'self'");
    // What is asked once a person wants that: the Zotero of this machine, and services that complete papers.
    expect(rules.get('connect-src')?.split(' ')).toEqual([
      'http://127.0.0.1:23119',
      ...SERVICES.map(({ service }) => service.origin),
    ]);
    const files = readdirSync(build, { recursive: true, encoding: 'utf8' });
    const code = files.filter((name) => /\.(?:js|html)$/.test(name));
    expect(code.length).toBeGreaterThan(10);
    for (const name of code) {
      const text = readFileSync(path.join(build, name), 'utf8');
      expect(text, name).not.toMatch(/(?:src|href)=["']?(?:https?:)?\/\//);
      expect(text, name).not.toMatch(/import(?:Scripts)?\(["'`]https?:/);
      expect(text, name).not.toMatch(/\bnew Function\b|[^.\w]eval\(/);
      expect(text, name).not.toMatch(
        /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b/,
      );
    }
  });
