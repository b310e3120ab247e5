import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { say, tool } from '@/scripts/setup/process.mjs';
import { BUILD, ROOT } from './extension';

/** What the extension is made from. */
const SOURCES = [
  'components',
  'domain',
  'entrypoints',
  'locales',
  'public',
  'rpc',
  'search',
  'sites',
  'storage',
  'topics',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
];

/** When a file, or anything in a folder, was changed last; 0 when it is not there. */
function changedAt(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    stat.mtimeMs,
    ...readdirSync(file).map((name) => changedAt(path.join(file, name))),
  );
}

/** Builds the extension when its sources are newer than the build. Fails with what the build says. */
export function ensureBuild(): void {
  const manifest = path.join(BUILD, 'manifest.json');
  const sources = Math.max(...SOURCES.map((name) => changedAt(path.join(ROOT, name))));
  if (existsSync(manifest) && changedAt(manifest) > sources) return;
  say('building the extension …');
  // Standard output belongs to the command's result.
  const { status } = spawnSync(process.execPath, [...tool('wxt'), 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The extension could not be built; the reason is above.');
}
