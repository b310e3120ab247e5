import { places, thisMachine } from './machine.mjs';
import { SetupError } from './process.mjs';

const FIREFOX = {
  linux: ['firefox', 'firefox-esr'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['Mozilla Firefox/firefox.exe'],
};

/**
 * A Firefox for the tests that need one: `GLOSS_FIREFOX`, an installed one, or Debian's `firefox-esr`, which is
 * installed where that can be done. Without one the tests still run, and say which of them they skipped.
 * @param {import('./machine.mjs').Machine} [machine]
 * @returns {Promise<string>} path of the executable, empty where there is none
 */
export async function findFirefox(machine = thisMachine) {
  const asked = machine.env.GLOSS_FIREFOX;
  if (asked) {
    if (machine.exists(asked)) return asked;
    throw new SetupError(`GLOSS_FIREFOX names ${asked}, and there is no such file.`);
  }
  const installed = () =>
    places(machine, FIREFOX).find((file) => machine.exists(file) && machine.starts(file));
  const found = installed();
  if (found) return found;
  if (machine.mayApt() && (await machine.installApt('firefox-esr'))) return installed() ?? '';
  machine.say('there is no Firefox: its tests are skipped; install it, or set GLOSS_FIREFOX.');
  return '';
}
