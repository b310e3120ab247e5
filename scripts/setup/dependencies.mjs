import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root, SetupError, step, tool } from './process.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Locked */
/** @typedef {{ packages: Record<string, Locked> }} LockFile */

/**
 * Whether what is installed is what the lock file asks for. npm keeps a lock file of its own in
 * `node_modules/.package-lock.json` and writes it last, so an installation that broke off has none.
 * Optional packages may be absent: they belong to other platforms.
 * @param {LockFile} wanted
 * @param {LockFile | null} found
 */
export function isInstalled(wanted, found) {
  if (!found) return false;
  const names = Object.keys(wanted.packages).filter((name) => name !== '');
  const matches = names.every((name) => {
    const { version, optional, devOptional } = wanted.packages[name] ?? {};
    const there = found.packages[name];
    return there ? there.version === version : optional === true || devOptional === true;
  });
  return matches && Object.keys(found.packages).every((name) => name in wanted.packages);
}

/** @returns {LockFile | null} */
const read = (/** @type {string} */ file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;

/** Installs the packages of the lock file when others, or none, are there. */
export async function ensureDependencies() {
  const wanted = read(path.join(root, 'package-lock.json'));
  const found = read(path.join(root, 'node_modules/.package-lock.json'));
  if (wanted && isInstalled(wanted, found)) return;
  // No package of ours needs its install script.
  const { program, args } = npm();
  const install = [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  if (await step('installing dependencies (npm ci)', program, install)) return;
  throw new SetupError(
    'npm ci could not install the dependencies (its reason is above); nothing else was changed.',
  );
}

/** Generates the types and path aliases in `.wxt` when they are missing; each build renews them. */
export async function ensureTypes() {
  if (existsSync(path.join(root, '.wxt/tsconfig.json'))) return;
  const prepare = [...tool('wxt'), 'prepare'];
  if (await step('generating types (wxt prepare)', process.execPath, prepare)) return;
  throw new SetupError('wxt prepare failed (its reason is above).');
}
