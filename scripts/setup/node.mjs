import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { npm, root, SetupError, step } from './process.mjs';

/** The major version that WXT, Vite and Vitest ask for (their `engines`). */
const NODE_MAJOR = 22;

const folder = path.join(root, '.tools/node');
const executable = process.platform === 'win32' ? 'node.exe' : 'node';

/**
 * npm's package with the executable of this platform; `node` installs it by an install script, which
 * newer versions of npm may not run.
 */
function platformPackage() {
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `${prefix}-${platform}-${process.arch}`;
}

const candidates = () =>
  ['node', platformPackage()].map((name) =>
    path.join(folder, 'node_modules', name, 'bin', executable),
  );

const major = (/** @type {string} */ version) => Number(/^v?(\d+)/.exec(version.trim())?.[1] ?? 0);

/** The executable that an earlier run installed, if it starts and is new enough. */
function installed() {
  return candidates().find((file) => {
    if (!existsSync(file)) return false;
    const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
    return status === 0 && major(stdout) >= NODE_MAJOR;
  });
}

/**
 * The Node to run under: this one when it is new enough, otherwise one that npm installs into `.tools/`.
 * @returns {Promise<string>} path of the executable
 */
export async function ensureNode() {
  if (major(process.version) >= NODE_MAJOR) return process.execPath;
  const found = installed();
  if (found) return found;

  mkdirSync(folder, { recursive: true });
  const { program, args } = npm();
  const install = [...args, 'install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund'];
  const label = `installing Node ${NODE_MAJOR} into .tools (this is ${process.version})`;
  for (const name of ['node', platformPackage()]) {
    const done = await step(label, program, [...install, `${name}@${NODE_MAJOR}`]);
    const file = installed();
    if (done && file) return file;
  }
  throw new SetupError(
    `Gloss needs Node ${NODE_MAJOR} or newer, this is ${process.version}, and npm's packages node and ` +
      `${platformPackage()} did not install one: install Node ${NODE_MAJOR} and run the command again.`,
  );
}
