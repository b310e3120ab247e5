import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { say, SetupError, step, tool } from './process.mjs';

/**
 * What the search touches, so that a test can play any machine.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {NodeJS.ProcessEnv} env
 * @property {(file: string) => boolean} exists
 * @property {(file: string) => boolean} starts whether the browser runs here, libraries included
 * @property {() => Promise<string>} playwrightBrowser where Playwright keeps its own
 * @property {() => Promise<boolean>} installPlaywright
 * @property {() => boolean} mayApt Debian or Ubuntu, as root
 * @property {() => Promise<boolean>} installApt
 * @property {(text: string) => void} say
 */

/** Chromium first: branded Chrome and Edge from 137 on ignore `--load-extension`. */
const CHROMIUM = {
  linux: ['chromium', 'chromium-browser'],
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['Chromium/Application/chrome.exe'],
};
const BRANDED = {
  linux: ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
};

/**
 * Full paths at which a browser may stand.
 * @param {Machine} machine
 * @param {Record<string, string[]>} names
 */
function places({ platform, env }, names) {
  const known = names[platform] ?? names.linux ?? [];
  if (platform === 'darwin') return known;
  const folders =
    platform === 'win32'
      ? [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      : [...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const paths = platform === 'win32' ? path.win32 : path.posix;
  return folders.flatMap((folder) => (folder ? known.map((name) => paths.join(folder, name)) : []));
}

/**
 * A browser that loads unpacked extensions, in this order: `GLOSS_BROWSER`, Playwright's own, an
 * installed Chromium, Chrome or Edge, then by installing: Playwright's, or Debian's `chromium`.
 * @param {Machine} [machine]
 * @returns {Promise<string>} path of the executable
 */
export async function findBrowser(machine = thisMachine) {
  const asked = machine.env.GLOSS_BROWSER;
  if (asked) {
    if (machine.exists(asked)) return asked;
    throw new SetupError(`GLOSS_BROWSER names ${asked}, and there is no such file.`);
  }
  const usable = (/** @type {string} */ file) => machine.exists(file) && machine.starts(file);
  const own = await machine.playwrightBrowser();
  if (usable(own)) return own;
  const chromium = places(machine, CHROMIUM).find(usable);
  if (chromium) return chromium;
  const branded = places(machine, BRANDED).find(usable);
  if (branded) {
    machine.say(
      `using ${branded}; if Gloss does not load, that is because Chrome and Edge from 137 on ignore ` +
        '--load-extension: install Chromium or set GLOSS_BROWSER.',
    );
    return branded;
  }
  if ((await machine.installPlaywright()) && usable(own)) return own;
  if (machine.mayApt() && (await machine.installApt())) {
    const installed = places(machine, CHROMIUM).find(usable);
    if (installed) return installed;
  }
  throw new SetupError(
    'No browser: looked for GLOSS_BROWSER, Playwright’s own, Chromium, Chrome and Edge, tried ' +
      `"npx playwright install chromium"${machine.mayApt() ? ' and "apt-get install chromium"' : ''}; ` +
      'install Chromium and set GLOSS_BROWSER to its path.',
  );
}

/** @type {Machine} */
const thisMachine = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  starts: (file) =>
    // Elsewhere the file is enough, and asking Windows' Chrome for its version opens a window.
    process.platform !== 'linux' ||
    spawnSync(file, ['--version'], { stdio: 'ignore' }).status === 0,
  playwrightBrowser: async () => (await import('@playwright/test')).chromium.executablePath(),
  installPlaywright: () =>
    step('installing Chromium (playwright install)', process.execPath, [
      ...tool('@playwright/test'),
      'install',
      'chromium',
    ]),
  mayApt: () =>
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8')),
  installApt: async () =>
    (await step('reading package lists (apt-get update)', 'apt-get', ['update'])) &&
    (await step('installing Chromium (apt-get)', 'apt-get', ['install', '-y', 'chromium'])),
  say,
};
