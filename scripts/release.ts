/**
 * `npm run release -- TAG [--dry-run]`: what a version is published by, in `out/release/`: the zips of `npm run package`,
 * their sums (`SHA256SUMS`) and the version's part of `CHANGELOG.md` (`notes.md`). Refuses a tag that does not fit the
 * commit. With `--dry-run` it says what is wrong, goes on, and leaves Firefox's linter out, which is fetched.
 * `.github/workflows/release.yml` runs it for each tag and publishes the folder.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './browser/extension';
import { type Candidate, changesOf, faultsOf, type Packed, packedIn } from './release/check';
import { say, tool } from './setup/process.mjs';

const OUT = path.join(ROOT, 'out/release');

/** What git answers; `null` where it refuses. */
function git(...args: string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const candidate = (tag: string): Candidate => ({
  tag,
  version: (JSON.parse(read('package.json')) as { version: string }).version,
  changelog: read('CHANGELOG.md'),
  tagged: git('rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`),
  head: git('rev-parse', 'HEAD') ?? '',
  isClean: git('status', '--porcelain') === '',
});

/** Packs by `npm run package`; `null` where it found a fault. */
function pack(isDry: boolean): Packed[] | null {
  const args = [...tool('tsx'), 'scripts/package.ts', ...(isDry ? ['--no-lint'] : [])];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return status === 0 ? packedIn(stdout) : null;
}

/** Lays out what is published, and names it on standard output. */
function lay(packed: readonly Packed[], notes: string): void {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const sums = packed.map(({ sum, file }) => {
    cpSync(path.join(ROOT, file), path.join(OUT, path.basename(file)));
    return `${sum}  ${path.basename(file)}`;
  });
  writeFileSync(path.join(OUT, 'SHA256SUMS'), `${sums.join('\n')}\n`);
  writeFileSync(path.join(OUT, 'notes.md'), `${notes}\n`);
  for (const line of sums) console.log(line);
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [tag, ...others] = positionals;
  if (tag === undefined || others.length > 0) {
    say('usage: npm run release -- TAG [--dry-run]');
    return 2;
  }
  const isDry = values['dry-run'];
  const asked = candidate(tag);
  const faults = faultsOf(asked);
  for (const fault of faults) say(fault);
  if (faults.length > 0 && !isDry) return 1;
  const packed = pack(isDry);
  if (!packed || packed.length === 0) return 1;
  lay(packed, changesOf(asked.changelog, asked.version) ?? '');
  return 0;
}

process.exitCode = main();
