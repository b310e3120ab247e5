/**
 * What every npm script calls: `node scripts/run.mjs NAME [ARGS]`.
 * Plain JavaScript without dependencies, for any Node from 20 on: it brings a fresh machine to where the
 * command can run (each step only when it is needed), then runs the command under Node 22.
 * Standard output belongs to the command; everything said here goes to standard error.
 */
import path from 'node:path';
import { findBrowser } from './setup/browser.mjs';
import { ensureDependencies, ensureTypes } from './setup/dependencies.mjs';
import { findFirefox } from './setup/firefox.mjs';
import { ensureNode } from './setup/node.mjs';
import { root, run, say, SetupError, tool } from './setup/process.mjs';

/** A script of ours, which tsx runs. */
const script = (/** @type {string} */ file) => ({ name: 'tsx', args: [path.join(root, file)] });

/**
 * The commands: the package whose command line runs, whether a browser must be there, and whether Firefox is wanted.
 * @type {Record<string, { name: string, args: string[], browser?: boolean, firefox?: boolean }>}
 */
const COMMANDS = {
  start: { ...script('scripts/start.ts'), browser: true },
  test: { ...script('scripts/test.ts'), browser: true, firefox: true },
  detect: { ...script('scripts/detect.ts'), browser: true },
  topics: script('scripts/topics.ts'),
  convert: script('scripts/convert.ts'),
  'new-site': script('scripts/new-site.ts'),
  label: script('scripts/label.ts'),
  'check-site': { ...script('scripts/check-site.ts'), browser: true },
  bench: { ...script('bench/run.ts'), browser: true },
  stress: { ...script('scripts/stress.ts'), browser: true },
  torture: { ...script('scripts/torture.ts'), browser: true },
  screens: { ...script('scripts/screens.ts'), browser: true },
  'screens-library': { ...script('scripts/screens/library.ts'), browser: true },
  schema: script('scripts/schema.ts'),
  build: { name: 'wxt', args: ['build'] },
  package: script('scripts/package.ts'),
  release: script('scripts/release.ts'),
  format: { name: '@biomejs/biome', args: ['format', '--write', '.'] },
};

async function main(/** @type {string[]} */ [name, ...args]) {
  const command = COMMANDS[name ?? ''];
  if (!command) throw new SetupError(`Commands: ${Object.keys(COMMANDS).join(', ')}.`);

  const node = await ensureNode();
  if (node !== process.execPath) return run(node, process.argv.slice(1));

  await ensureDependencies();
  await ensureTypes();
  const env = {
    ...(command.browser ? { GLOSS_BROWSER: await findBrowser() } : {}),
    ...(command.firefox ? { GLOSS_FIREFOX: await findFirefox() } : {}),
  };
  return run(process.execPath, [...tool(command.name), ...command.args, ...args], { env });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const expected = error instanceof SetupError;
  say(expected ? error.message : error instanceof Error ? `${error.stack}` : String(error));
  process.exitCode = expected ? 2 : 1;
}
