/**
 * `npm run package [-- --no-lint]`: what the stores are given, as zips under `.output/`: the extension for Chromium, the
 * one for Firefox, and the sources that a reviewer at Firefox's store builds it from. Everything is made twice and
 * compared byte by byte; then Firefox's own linter looks at it. Prints a line a zip: SHA-256, bytes, name.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { zip } from 'wxt';
import { ROOT } from './browser/extension';
import { FIREFOX_BUILD } from './browser/firefox';
import { different, readFindings } from './package/compare';
import { npm, say } from './setup/process.mjs';

const BROWSERS = ['chrome', 'firefox'] as const;
/** What `web-ext lint` runs. It is fetched when it is needed: 60 MB that no other command wants. */
const LINTER = 'addons-linter@10.14.0';

/** Builds and packs for all browsers; the zips' paths. */
async function packAll(outDir: string): Promise<string[]> {
  const zips: string[] = [];
  // Its own log would go to standard output.
  for (const browser of BROWSERS)
    zips.push(...(await zip({ root: ROOT, browser, outDir, logger: quiet })));
  return zips;
}

const nothing = (): void => undefined;
const quiet = {
  debug: nothing,
  log: nothing,
  info: nothing,
  success: nothing,
  warn: (...words: unknown[]) => say(words.join(' ')),
  error: (...words: unknown[]) => say(words.join(' ')),
  fatal: (...words: unknown[]) => say(words.join(' ')),
  level: 0,
};

/** What Firefox's linter finds, one line a finding. */
function lint(): string[] {
  const { program, args } = npm();
  const command = ['exec', '--yes', `--package=${LINTER}`, '--', 'addons-linter', '--output=json'];
  const { stdout, error } = spawnSync(program, [...args, ...command, FIREFOX_BUILD], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  return error ? [`the linter did not run: ${error.message}`] : readFindings(stdout);
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { 'no-lint': { type: 'boolean', default: false } } });
  const again = path.join(ROOT, 'out/package');
  say('packing …');
  const zips = await packAll('.output');
  say('packing again, to compare …');
  const others = await packAll('out/package');
  const faults = different(zips, others).map(
    (name) => `${name} differs from one build to the next`,
  );
  rmSync(again, { recursive: true, force: true });
  if (!values['no-lint']) faults.push(...lint());
  for (const file of zips) {
    const content = readFileSync(file);
    const hash = createHash('sha256').update(content).digest('hex');
    console.log(`${hash}  ${String(content.length).padStart(8)}  ${path.relative(ROOT, file)}`);
  }
  for (const fault of faults) say(fault);
  return faults.length > 0 ? 1 : 0;
}

process.exitCode = await main();
