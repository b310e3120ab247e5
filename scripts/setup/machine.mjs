import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { say, step, tool } from './process.mjs';

/**
 * What the search for browsers touches, so that a test can play any machine.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {NodeJS.ProcessEnv} env
 * @property {(file: string) => boolean} exists
 * @property {(file: string) => boolean} starts whether the browser runs here, libraries included
 * @property {() => Promise<string>} playwrightBrowser where Playwright keeps its own
 * @property {() => Promise<boolean>} installPlaywright
 * @property {() => boolean} mayApt Debian or Ubuntu, as root
 * @property {(name: string) => Promise<boolean>} installApt installs a package
 * @property {(text: string) => void} say
 */

/**
 * Full paths at which a browser may be installed.
 * @param {Machine} machine
 * @param {Record<string, string[]>} names
 */
export function places({ platform, env }, names) {
  const known = names[platform] ?? names.linux ?? [];
  if (platform === 'darwin') return known;
  const folders =
    platform === 'win32'
      ? [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      : [...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const paths = platform === 'win32' ? path.win32 : path.posix;
  return folders.flatMap((folder) => (folder ? known.map((name) => paths.join(folder, name)) : []));
}

/** @type {Machine} */
export const thisMachine = {
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
  installApt: async (name) =>
    (await step('reading package lists (apt-get update)', 'apt-get', ['update'])) &&
    (await step(`installing ${name} (apt-get)`, 'apt-get', ['install', '-y', name])),
  say,
};
