import { browser } from '#imports';
import { ORIGINS } from '@/domain/complete/complete';
import { annotateTab, SCRIPT, STYLES } from './annotate';

/** What runs on the sites that a person allowed: the same as on those that the manifest names. */
const scriptsFor = (matches: string[]) => [
  { id: 'allowed-sites', matches, js: [SCRIPT], css: [STYLES], persistAcrossSessions: true },
  {
    id: 'allowed-sites-gate',
    matches,
    js: ['gate.js'],
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  },
];

/** Hosts that are no sites that a person allowed: the browser counts them among those that are granted. */
function manifestHosts(): Set<string> {
  const manifest = browser.runtime.getManifest();
  const scripts = manifest.content_scripts ?? [];
  return new Set<string>([
    // Services are asked; nothing of Gloss runs there.
    ...ORIGINS,
    ...(manifest.host_permissions ?? []),
    ...(manifest.permissions ?? []),
    ...scripts.flatMap(({ matches }) => matches ?? []),
  ]);
}

/** Match patterns of the sites that a person allowed beyond those that Gloss knows, by their name. */
export async function allowedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const own = manifestHosts();
  return origins.filter((origin) => !own.has(origin)).toSorted();
}

/**
 * Has Gloss run by itself on the sites that are allowed now and on no others. The browser forgets such scripts
 * when the extension is updated, so this is done whenever it may have.
 */
async function register(): Promise<void> {
  const matches = await allowedSites();
  const scripts = scriptsFor(matches);
  const known = new Set(
    (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id),
  );
  const [old, fresh] = [true, false].map((is) => scripts.filter(({ id }) => known.has(id) === is));
  if (matches.length === 0) {
    const ids = old?.map(({ id }) => id) ?? [];
    if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
    return;
  }
  if (old?.length) await browser.scripting.updateContentScripts(old);
  if (fresh?.length) await browser.scripting.registerContentScripts(fresh);
}

/** Starts Gloss on open pages of sites that were just allowed. */
async function annotateOpen(origins: string[]): Promise<void> {
  const tabs = origins.length > 0 ? await browser.tabs.query({ url: origins }) : [];
  for (const { id } of tabs) if (id !== undefined) await annotateTab(id);
}

/** Follows what a person allows and takes back, in the popup or in the browser's own settings. */
export function followAllowedSites(): void {
  // One after the other: two at once would register the same script twice.
  let last: Promise<void> = Promise.resolve();
  const registered = (): Promise<void> => (last = last.then(register, register));
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void registered().then(() => annotateOpen(origins));
  });
  browser.permissions.onRemoved.addListener(() => void registered());
  browser.runtime.onInstalled.addListener(() => void registered());
  browser.runtime.onStartup.addListener(() => void registered());
}
