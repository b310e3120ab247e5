import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './extension';
import { createTab, type FirefoxTab, until } from './firefox-tab';
import { Marionette } from './marionette';

/** Where `wxt build -b firefox` puts the extension. */
export const FIREFOX_BUILD = path.join(ROOT, '.output/firefox-mv2');

/** The id in `wxt.config.ts`, and the host that its pages have here instead of a random one. */
const ID = 'gloss@gloss.invalid';
const HOST = '6c1f3f0a-5a3e-4d57-9d0e-2f1f6c1a7b11';

/** Nothing that Firefox would fetch, ask or show by itself; names end at this machine. */
const QUIET = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'extensions.update.enabled': false,
  // What is installed for a while keeps its storage and its host when Firefox ends.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // What Gloss may do more is given at the click, as a person would give it.
  'extensions.webextOptionalPermissionPrompts': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'dom.security.https_first': false,
};

/** How long Firefox may take to start, milliseconds. */
const START = 60_000;

/** A running Firefox with Gloss, and one tab. */
export interface Firefox extends FirefoxTab {
  /** The folder that downloads go to. */
  downloads: string;
  /** Ends Firefox, lets `between` work on the profile, and starts it again with the same Gloss. */
  restart: (between: (profile: string) => void) => Promise<Firefox>;
  /** Ends Firefox and removes the profile. */
  close: () => Promise<void>;
}

const listening = (server: net.Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port));
  });

async function freePort(): Promise<number> {
  const server = net.createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits for the page that Gloss opens once it is installed; goes to it, or closes it and stays in the first tab. */
async function meetWelcome(marionette: Marionette, stays: boolean): Promise<void> {
  const handles = async () => (await marionette.send('WebDriver:GetWindowHandles')) as string[];
  const [first] = await handles();
  const opened = await until(
    async () => (await handles()).find((handle) => handle !== first) ?? null,
    () => 'Gloss opened no page after its installation.',
  );
  await marionette.send('WebDriver:SwitchToWindow', { handle: opened });
  if (stays) return;
  await marionette.send('WebDriver:CloseWindow');
  await marionette.send('WebDriver:SwitchToWindow', { handle: first });
}

/** Serves pages by their addresses, at a port of this machine. */
async function serve(
  pages: Readonly<Record<string, string>>,
): Promise<[port: number, http.Server]> {
  const server = http.createServer((request, response) => {
    const body = pages[`http://${request.headers.host}${request.url}`];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(body);
  });
  return [await listening(server), server];
}

/** Ends a process that may have ended already. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await gone;
}

interface Start {
  binary: string;
  profile: string;
  preferences: Readonly<Record<string, string | number | boolean>>;
}

/** Starts Firefox on a profile, with its remote control. */
async function begin({ binary, profile, preferences }: Start): Promise<[ChildProcess, Marionette]> {
  const port = await freePort();
  writeFileSync(
    path.join(profile, 'user.js'),
    Object.entries({ ...preferences, 'marionette.port': port })
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
      .join('\n'),
  );
  const args = ['--marionette', '--headless', '--no-remote', '--remote-allow-system-access'];
  const child = spawn(binary, [...args, '--profile', profile], { stdio: 'ignore' });
  try {
    const marionette = await Marionette.connect(port, START);
    await marionette.send('WebDriver:NewSession');
    await marionette.send('Addon:Install', { path: FIREFOX_BUILD, temporary: true });
    return [child, marionette];
  } catch (error) {
    await end(child);
    throw error;
  }
}

/**
 * Starts Firefox in a fresh profile and installs the build. `pages` are served by their addresses, which begin with
 * `http://`. It is in the page for newcomers where `welcomes` says so.
 */
export async function launchFirefox(
  binary: string,
  pages: Readonly<Record<string, string>>,
  { welcomes = false } = {},
): Promise<Firefox> {
  const [served, server] = await serve(pages);
  const profile = mkdtempSync(path.join(tmpdir(), 'gloss-firefox-'));
  const downloads = path.join(profile, 'downloads');
  const preferences = {
    ...QUIET,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
    'network.dns.localDomains': Object.keys(pages)
      .map((url) => new URL(url).hostname)
      .join(),
    'network.socket.forcePort': `80=${served}`,
  };
  let child: ChildProcess | null = null;
  const close = async (): Promise<void> => {
    if (child) await end(child);
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const open = async (isNew: boolean): Promise<Firefox> => {
    const [running, marionette] = await begin({ binary, profile, preferences });
    child = running;
    if (isNew) await meetWelcome(marionette, welcomes);
    const restart = async (between: (profile: string) => void): Promise<Firefox> => {
      await end(running);
      between(profile);
      return open(false);
    };
    return { ...createTab(marionette, HOST), downloads, restart, close };
  };
  try {
    return await open(true);
  } catch (error) {
    await close();
    throw error;
  }
}
