import { expect, test } from 'vitest';
import { seeded } from '@/domain/topics/numbers/random';
import { noCounts } from '@/scripts/torture/counts';
import { Planner } from '@/scripts/torture/plan';
import { Run } from '@/scripts/torture/run';
import { openRig } from './rig';

const SEEDS = (process.env['GLOSS_SEEDS'] ?? '1,2,3').split(',').map(Number);

test.each(SEEDS)('a library that nothing fails is as the model says: seed %i', async (seed) => {
  const counts = noCounts();
  const run = new Run(openRig(), counts, `seed${seed}`);
  const steps = new Planner(seeded(seed)).life({ disk: false, parts: 3 });
  for (const [index, step] of steps.entries())
    await run.step(step).catch((error: unknown) => {
      throw new Error(`step ${index} ${JSON.stringify(step)}: ${String(error)}`);
    });
  expect(counts.acknowledged).toBeGreaterThan(50);
});
