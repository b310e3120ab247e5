import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** A set-up that can't go on; its message is the one sentence that a person needs. */
export class SetupError extends Error {}

/** Progress, on standard error. */
export const say = (/** @type {string} */ text) => process.stderr.write(`gloss: ${text}\n`);

/** Seconds between two lines about a step that is still running. */
const STILL_RUNNING = 20;

/**
 * Arguments for Node that start the command line of an installed package. Its entry is run by this Node
 * rather than through `node_modules/.bin`, whose shebang may find an older one.
 * @param {string} name
 * @returns {string[]}
 */
export function tool(name) {
  const folder = path.join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const entry = typeof bin === 'string' ? bin : Object.values(bin)[0];
  return [path.join(folder, entry)];
}

/**
 * Arguments that start this machine's npm: the one that runs this command when there is one.
 * @returns {{ program: string, args: string[] }}
 */
export function npm() {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.[cm]?js$/.test(own)) return { program: process.execPath, args: [own] };
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/**
 * The environment for children: this Node first on the path, for tools that look for `node` themselves.
 * @param {NodeJS.ProcessEnv} [more]
 */
const environment = (more) => ({
  ...process.env,
  ...more,
  PATH: [path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
});

/** The terminal sends an interrupt to the child as well; it decides how to end. */
const leaveToChild = () => {};

/**
 * Runs a program in the place of this one: same input and output. Resolves to its exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { env } = {}) {
  const child = spawn(program, args, { stdio: 'inherit', env: environment(env) });
  process.on('SIGINT', leaveToChild);
  const terminate = () => child.kill('SIGTERM');
  process.on('SIGTERM', terminate);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      process.off('SIGINT', leaveToChild);
      process.off('SIGTERM', terminate);
      resolve(code ?? 1);
    });
  });
}

/**
 * One step of the set-up. What the program prints goes to standard error; a line tells now and then
 * that it is still running. Resolves to whether it succeeded.
 * @param {string} label
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
export async function step(label, program, args) {
  say(`${label} …`);
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const timer = setInterval(
    () => say(`${label}: still running after ${seconds()} s`),
    STILL_RUNNING * 1000,
  );
  const done = await new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: environment(),
      shell: process.platform === 'win32' && program.endsWith('.cmd'),
    });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
  clearInterval(timer);
  if (done) say(`${label}: done in ${seconds()} s`);
  return done;
}
