/**
 * `npm run stress [-- ACTIONS [SEED…]]`: the stress test of the browser at full length, 3,000 random actions
 * for each seed unless told. `npm test` runs a short one.
 */
import { spawnSync } from 'node:child_process';
import { ensureBuild } from './browser/build';
import { ROOT } from './browser/extension';
import { say, tool } from './setup/process.mjs';

function main([actions = '3000', ...seeds]: string[]): number {
  if (![actions, ...seeds].every((text) => /^\d+$/.test(text))) {
    say('stress takes numbers: how many actions, and seeds.');
    return 2;
  }
  ensureBuild();
  const args = [...tool('@playwright/test'), 'test', 'stress.spec', '--reporter=list'];
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      GLOSS_STRESS: actions,
      GLOSS_SEEDS: seeds.length > 0 ? seeds.join(',') : '1,2,3',
    },
  });
  return status ?? 1;
}

process.exitCode = main(process.argv.slice(2));
