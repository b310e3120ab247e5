import { places, thisMachine } from './machine.mjs';
import { SetupError } from './process.mjs';

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
 * A browser that loads unpacked extensions, in this order: `GLOSS_BROWSER`, Playwright's own, an
 * installed Chromium, Chrome or Edge, then by installing: Playwright's, or Debian's `chromium`.
 * @param {import('./machine.mjs').Machine} [machine]
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
  if (machine.mayApt() && (await machine.installApt('chromium'))) {
    const installed = places(machine, CHROMIUM).find(usable);
    if (installed) return installed;
  }
  throw new SetupError(
    'No browser: looked for GLOSS_BROWSER, Playwright’s own, Chromium, Chrome and Edge, tried ' +
      `"npx playwright install chromium"${machine.mayApt() ? ' and "apt-get install chromium"' : ''}; ` +
      'install Chromium and set GLOSS_BROWSER to its path.',
  );
}
