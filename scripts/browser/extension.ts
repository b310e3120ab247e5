import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { AppProtocol, TabProtocol } from '@/rpc/protocol';
import { findBrowser } from '@/scripts/setup/browser.mjs';

/** The project's folder. */
export const ROOT = path.resolve(import.meta.dirname, '../..');
/** The page that shows Gloss where nobody names one: a digest of made-up mail. */
export const DEMO = path.join(ROOT, 'scripts/demo/digest.html');
/** Where `wxt build` puts the extension for Chromium. */
export const BUILD = path.join(ROOT, '.output/chrome-mv3');

/** How the extension is started. */
export interface LaunchOptions {
  /** Folder of the unpacked extension; the build unless told. */
  extension?: string;
  /**
   * Match patterns of hosts that the extension may act on from the start. A person grants them by a
   * click, which no program can do for them: so a copy of the build has a wider manifest.
   */
  hosts?: readonly string[];
  headless?: boolean;
  /** Whether names other than the routed ones may be looked up. */
  online?: boolean;
  viewport?: { width: number; height: number } | null;
  /** Whether the screen can be touched. */
  hasTouch?: boolean;
  /** Whether a page that is left is kept as it is, to be shown again when a person comes back: browsers do, Playwright turns it off. */
  keepsPages?: boolean;
  /** An empty folder for the profile; one of its own unless told. */
  profile?: string;
  /** Whether the page for newcomers opens once Gloss is installed; without it a test's own page is the one in front. */
  welcomes?: boolean;
  /** More switches of the browser's. */
  flags?: readonly string[];
}

/** A running browser with Gloss in a fresh profile. */
export interface Browser {
  context: BrowserContext;
  extensionId: string;
  /** Address of one of the extension's own pages. */
  url: (page: string) => string;
  /** Where the extension's copy and the profile are. */
  folders: Folders;
  /** Closes the browser and removes the profile. */
  close: () => Promise<void>;
  /** Closes the browser and starts it anew with the same profile, to which `between` may do something. */
  restart: (between?: (folders: Folders) => void) => Promise<Browser>;
}

/** What a browser is started on. */
export interface Folders {
  extension: string;
  profile: string;
}

const temporary = (name: string): string => mkdtempSync(path.join(tmpdir(), `gloss-${name}-`));

/** A copy of an unpacked extension that may also act on `hosts`; the caller removes the folder. */
function withHosts(extension: string, hosts: readonly string[]): string {
  const copy = temporary('extension');
  cpSync(extension, copy, { recursive: true });
  const file = path.join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    host_permissions?: string[];
  };
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...hosts];
  writeFileSync(file, JSON.stringify(manifest));
  return copy;
}

/** Keeps a copy of the extension from opening its page for newcomers. */
function withoutWelcome(extension: string): void {
  const file = path.join(extension, 'background.js');
  const silent = `{
    const create = chrome.tabs.create.bind(chrome.tabs);
    chrome.tabs.create = (tab) => (tab.url?.endsWith('/welcome.html') ? Promise.resolve(tab) : create(tab));
  }`;
  writeFileSync(file, `${silent}\n${readFileSync(file, 'utf8')}`);
}

/** Starts Chromium on a fresh profile with the extension. Fails when the browser did not load it. */
export async function launch(options: LaunchOptions = {}): Promise<Browser> {
  // Always a copy: a build that runs meanwhile does not pull the files from under the browser.
  const extension = withHosts(options.extension ?? BUILD, options.hosts ?? []);
  if (!options.welcomes) withoutWelcome(extension);
  return start({ extension, profile: options.profile ?? temporary('profile') }, options);
}

/**
 * Starts Chromium on a profile that is there; the extension keeps its id, which
 * need not be waited for where it is known, as long as its folder has its path.
 */
export async function start(
  folders: Folders,
  options: LaunchOptions = {},
  knownId?: string,
): Promise<Browser> {
  const { extension, profile } = folders;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    headless: options.headless ?? true,
    acceptDownloads: true,
    hasTouch: options.hasTouch ?? false,
    viewport: options.viewport === undefined ? { width: 1280, height: 900 } : options.viewport,
    ignoreDefaultArgs: options.keepsPages ? ['--disable-back-forward-cache'] : [],
    args: [
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.flags ?? []),
      ...(options.online ? [] : ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1']),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const close = async () => {
    await context.close();
    for (const folder of [extension, profile])
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const restart = async (between?: (folders: Folders) => void) => {
    // One whose process was killed is closed already.
    await context.close().catch(() => undefined);
    between?.(folders);
    return start(folders, options, extensionId);
  };
  let extensionId = knownId ?? '';
  try {
    if (knownId === undefined) {
      const worker =
        context.serviceWorkers()[0] ??
        (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
      extensionId = new URL(worker.url()).host;
    }
    const url = (page: string) => `chrome-extension://${extensionId}/${page}`;
    return { context, extensionId, url, folders, close, restart };
  } catch (error) {
    // The profile may be one that somebody goes on with.
    await context.close().catch(() => undefined);
    throw new Error(
      'The browser did not load the extension; Chrome and Edge from 137 on ignore --load-extension.',
      { cause: error },
    );
  }
}

/** A page of Gloss that asks for nothing by itself. */
export const IDLE = 'frame.html';

/** Opens a page of the extension, from which calls can be made. */
export async function openApp(browser: Browser, file = 'popup.html'): Promise<Page> {
  const idle = browser.context.pages().find((page) => page.url() === browser.url(IDLE));
  const app = idle ?? (await browser.context.newPage());
  await app.goto(browser.url(file));
  return app;
}

type Ask<P, K extends keyof P> = P[K] extends (ask: infer A) => unknown ? A : never;
type Answer<P, K extends keyof P> = P[K] extends (ask: never) => infer R ? R : never;

/** What the browser says where a worker has just stopped, and the next has not started. */
const NOBODY = 'Receiving end does not exist';

/** Calls the background from one of the extension's own pages; asks again where nobody was there, as those do. */
export async function call<K extends keyof AppProtocol & string>(
  app: Page,
  name: K,
  ask: Ask<AppProtocol, K>,
): Promise<Answer<AppProtocol, K>> {
  const answer: unknown = await app.evaluate(
    async ({ message, nobody }) => {
      for (let left = 30; ; left -= 1)
        try {
          return (await chrome.runtime.sendMessage(message)) as unknown;
        } catch (error) {
          if (left === 0 || !String(error).includes(nobody)) throw error;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
    },
    { message: { gloss: name, ask }, nobody: NOBODY },
  );
  return answer as Answer<AppProtocol, K>;
}

/** Calls the content script of a tab; `null` when there is none. */
export async function callTab<K extends keyof TabProtocol & string>(
  app: Page,
  tabId: number,
  name: K,
  ask: Ask<TabProtocol, K>,
): Promise<Answer<TabProtocol, K> | null> {
  const answer: unknown = await app.evaluate(
    ({ id, message }) => chrome.tabs.sendMessage(id, message).catch(() => null),
    { id: tabId, message: { gloss: name, ask } },
  );
  return (answer ?? null) as Answer<TabProtocol, K> | null;
}

/** The browser's number for a page's tab. The page comes to the front: a tab's address may be hidden from us. */
export async function tabOf(app: Page, page: Page): Promise<number> {
  await page.bringToFront();
  const id = await app.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id;
  });
  if (id === undefined) throw new Error('The page’s tab was not found.');
  return id;
}

/**
 * Stops the extension's service worker, as the browser does when it was idle, and waits until it has stopped: a message
 * that meets one on its way out gets no answer.
 */
export async function killWorker(app: Page): Promise<void> {
  const session = await app.context().newCDPSession(app);
  const running = new Map<string, string>();
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, runningStatus } of versions) running.set(versionId, runningStatus);
      if ([...running.values()].includes('stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await session.detach();
}
