import { describe, expect, it } from 'vitest';
import { findBrowser } from '@/scripts/setup/browser.mjs';
import { findFirefox } from '@/scripts/setup/firefox.mjs';
import { isInstalled } from '@/scripts/setup/dependencies.mjs';

const OWN = '/home/me/.cache/ms-playwright/chromium/chrome';

/** A Debian machine as root, on which nothing is there; `files` are the browsers that start. */
function machine(files: string[] = [], more: Partial<Parameters<typeof findBrowser>[0]> = {}) {
  const there = new Set(files);
  const log: string[] = [];
  return {
    log,
    there,
    platform: 'linux' as const,
    env: { PATH: '/bin:/opt/tools' } as Record<string, string>,
    exists: (file: string) => there.has(file),
    starts: () => true,
    playwrightBrowser: async () => OWN,
    installPlaywright: async () => {
      log.push('playwright');
      return false;
    },
    mayApt: () => true,
    installApt: async (name: string) => {
      log.push(`apt ${name}`);
      return false;
    },
    say: (text: string) => void log.push(text),
    ...more,
  };
}

describe('the browser', () => {
  it('is the one that was asked for, before any other', async () => {
    const here = machine([OWN, '/opt/mine']);
    here.env.GLOSS_BROWSER = '/opt/mine';
    expect(await findBrowser(here)).toBe('/opt/mine');
  });

  it('is not silently another one when the one asked for is not there', async () => {
    const here = machine([OWN]);
    here.env.GLOSS_BROWSER = '/opt/mine';
    await expect(findBrowser(here)).rejects.toThrow('/opt/mine');
  });

  it('is Playwright’s own, then Chromium, then a branded one with a warning', async () => {
    const all = [OWN, '/opt/tools/chromium', '/usr/bin/google-chrome'];
    expect(await findBrowser(machine(all))).toBe(OWN);
    expect(await findBrowser(machine(all.slice(1)))).toBe('/opt/tools/chromium');
    const branded = machine(all.slice(2));
    expect(await findBrowser(branded)).toBe('/usr/bin/google-chrome');
    expect(branded.log.join()).toContain('--load-extension');
  });

  it('is not one whose libraries are missing', async () => {
    const here = machine([OWN, '/usr/bin/chromium'], { starts: (file) => file !== OWN });
    expect(await findBrowser(here)).toBe('/usr/bin/chromium');
  });

  it('is installed by Playwright, and by apt where that fails', async () => {
    const first = machine();
    first.installPlaywright = async () => Boolean(first.there.add(OWN));
    expect(await findBrowser(first)).toBe(OWN);
    const second = machine();
    second.installApt = async () => Boolean(second.there.add('/usr/bin/chromium'));
    expect(await findBrowser(second)).toBe('/usr/bin/chromium');
    expect(second.log).toEqual(['playwright']);
  });

  it('is told in one sentence when there is no way to one, and apt only where it was tried', async () => {
    await expect(findBrowser(machine())).rejects.toThrow(/playwright install.*apt-get/);
    const user = machine([], { mayApt: () => false });
    await expect(findBrowser(user)).rejects.toThrow(/^(?!.*apt-get).*playwright install/);
    expect(user.log).toEqual(['playwright']);
  });

  it('is looked for in the places of macOS and Windows', async () => {
    const mac = '/Applications/Chromium.app/Contents/MacOS/Chromium';
    expect(await findBrowser(machine([mac], { platform: 'darwin' }))).toBe(mac);
    const windows = 'C:\\Local\\Chromium\\Application\\chrome.exe';
    const env = { LOCALAPPDATA: 'C:\\Local' };
    expect(await findBrowser(machine([windows], { platform: 'win32', env }))).toBe(windows);
  });
});

describe('Firefox', () => {
  it('is the one that was asked for, or one that is installed', async () => {
    const here = machine(['/usr/bin/firefox-esr', '/opt/mine']);
    expect(await findFirefox(here)).toBe('/usr/bin/firefox-esr');
    here.env.GLOSS_FIREFOX = '/opt/mine';
    expect(await findFirefox(here)).toBe('/opt/mine');
    here.env.GLOSS_FIREFOX = '/opt/none';
    await expect(findFirefox(here)).rejects.toThrow('/opt/none');
  });

  it('is installed where it is missing, and its lack is told, not fatal', async () => {
    const first = machine();
    first.installApt = async (name) => Boolean(first.there.add(`/usr/bin/${name}`));
    expect(await findFirefox(first)).toBe('/usr/bin/firefox-esr');
    const second = machine([], { mayApt: () => false });
    expect(await findFirefox(second)).toBe('');
    expect(second.log.join()).toContain('skipped');
  });
});

describe('the dependencies', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a-darwin': { version: '1.0.0', optional: true },
    },
  };

  it('are there when npm’s own record says so, packages for other platforms aside', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(
      true,
    );
  });

  it('are installed again after a broken-off run, an update or a removal', () => {
    expect(isInstalled(wanted, null)).toBe(false);
    expect(isInstalled(wanted, { packages: {} })).toBe(false);
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '0.9.0' } } })).toBe(
      false,
    );
    const left = { version: '1.0.0' };
    expect(
      isInstalled(wanted, { packages: { 'node_modules/a': left, 'node_modules/gone': left } }),
    ).toBe(false);
  });
});
