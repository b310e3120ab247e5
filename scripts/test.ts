/**
 * `npm test [-- CHECK…]`: all checks, or those named. A check that fails does not stop the next ones, so
 * that one run tells everything. The last line counts them: each test, and each other check as one.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './browser/extension';
import {
  add,
  honest,
  NOTHING,
  playwrightTally,
  sentence,
  single,
  type Tally,
  vitestTally,
} from './test/tally';
import { say, tool } from './setup/process.mjs';

const REPORTS = path.join(ROOT, 'out/test');
/** More would only take the processor from the browsers, on the two cores of a small machine. */
const WORKERS = 2;

interface Check {
  title: string;
  /** Package whose command line runs, and its arguments. */
  command: [string, ...string[]];
  /** For test runners: where the report is written, and how it is counted. */
  report?: { file: string; count: (text: string) => Tally };
}

const vitestReport = path.join(REPORTS, 'vitest.json');
const playwrightReport = path.join(REPORTS, 'playwright.json');

/** Builds come first: they renew the generated types that lint and the compiler read. */
const CHECKS: Record<string, Check> = {
  // For both browsers, twice, compared.
  build: { title: 'Builds', command: ['tsx', 'scripts/package.ts', '--no-lint'] },
  lint: { title: 'Lint', command: ['oxlint', '--type-aware'] },
  format: { title: 'Format', command: ['@biomejs/biome', 'format', '.'] },
  types: { title: 'Types', command: ['typescript', '--noEmit'] },
  unit: {
    title: 'Unit tests',
    command: [
      'vitest',
      'run',
      `--maxWorkers=${WORKERS}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ],
    report: { file: vitestReport, count: (text) => vitestTally(JSON.parse(text)) },
  },
  browser: {
    title: 'Browser tests',
    command: ['@playwright/test', 'test', '--forbid-only', '--reporter=list,json'],
    report: { file: playwrightReport, count: (text) => playwrightTally(JSON.parse(text)) },
  },
};

/** Runs a command line of the project, its output on standard output; resolves to whether it succeeded. */
function runs([name, ...args]: Check['command']): Promise<boolean> {
  const child = spawn(process.execPath, [...tool(name), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

async function run({ title, command, report }: Check): Promise<Tally> {
  console.log(`\n── ${title} ──`);
  const start = Date.now();
  if (report) rmSync(report.file, { force: true });
  const passed = await runs(command);
  const counted = report
    ? honest(
        existsSync(report.file) ? report.count(readFileSync(report.file, 'utf8')) : null,
        passed,
      )
    : single(passed);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(
    `${title}: ${report ? sentence(counted) : passed ? 'passed' : 'failed'} (${seconds} s)`,
  );
  return counted;
}

async function main(names: string[]): Promise<number> {
  const unknown = names.find((name) => !Object.hasOwn(CHECKS, name));
  if (unknown !== undefined) {
    say(`there is no check "${unknown}"; the checks are ${Object.keys(CHECKS).join(', ')}.`);
    return 2;
  }
  mkdirSync(REPORTS, { recursive: true });
  let total = NOTHING;
  const failed: string[] = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const tally = await run(check);
    if (tally.failed > 0) failed.push(check.title);
    total = add(total, tally);
  }
  console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '');
  console.log(sentence(total));
  return total.failed > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
