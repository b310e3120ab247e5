import { spawn } from 'node:child_process';
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
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'dom.security.https_first': false,
};

/** How long Firefox may take to start, milliseconds. */
const START = 60_000;

/** A running Firefox with Gloss in a fresh profile, and one tab. */
export interface Firefox extends FirefoxTab {
  /** The folder that downloads go to. */
  downloads: string;
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

/**
 * Starts Firefox and installs the build. `pages` are served by their addresses, which begin with `http://`. It is in the
 * page for newcomers where `welcomes` says so.
 */
export async function launchFirefox(
  binary: string,
  pages: Readonly<Record<string, string>>,
  { welcomes = false } = {},
): Promise<Firefox> {
  const server = http.createServer((request, response) => {
    const body = pages[`http://${request.headers.host}${request.url}`];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(body);
  });
  const [served, port] = [await listening(server), await freePort()];
  const profile = mkdtempSync(path.join(tmpdir(), 'gloss-firefox-'));
  const downloads = path.join(profile, 'downloads');
  const preferences = {
    ...QUIET,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'marionette.port': port,
    'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
    'network.dns.localDomains': Object.keys(pages)
      .map((url) => new URL(url).hostname)
      .join(),
    'network.socket.forcePort': `80=${served}`,
  };
  writeFileSync(
    path.join(profile, 'user.js'),
    Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
      .join('\n'),
  );
  const args = ['--marionette', '--headless', '--no-remote', '--remote-allow-system-access'];
  const child = spawn(binary, [...args, '--profile', profile], { stdio: 'ignore' });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const close = async (): Promise<void> => {
    child.kill();
    await gone;
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await Marionette.connect(port, START);
    await marionette.send('WebDriver:NewSession');
    await marionette.send('Addon:Install', { path: FIREFOX_BUILD, temporary: true });
    await meetWelcome(marionette, welcomes);
    return { ...createTab(marionette, HOST), downloads, close };
  } catch (error) {
    await close();
    throw error;
  }
}
