import { seeded } from '@/domain/topics/numbers/random';
import { noCounts } from '@/scripts/torture/counts';
import { live } from '@/scripts/torture/life';
import { Planner } from '@/scripts/torture/plan';
import { Profile } from '@/scripts/torture/profile';
import { expect, test } from './fixtures';

/* A short part of `npm run torture`, the same each time. */

test.describe.configure({ timeout: 180_000 });

test('nothing that was acknowledged is lost, whatever fails around the library', async () => {
  const counts = noCounts();
  const steps = new Planner(seeded(31)).life({ disk: Profile.canHaveDisk(), parts: 1 });
  const end = await live(steps, counts);
  expect(end?.failure.message).toBeUndefined();
  expect(counts.acknowledged).toBeGreaterThan(15);
  expect(counts.workerKills).toBeGreaterThan(3);
});

test('half a record that a crash left in the browser’s log takes nothing with it', async () => {
  const act = (paper: string) =>
    ({ do: 'act', place: 'popup', act: { do: 'status', paper, status: 'saved' } }) as const;
  const end = await live(
    [
      act('arxiv:2401.00001'),
      { do: 'tear' },
      act('arxiv:2402.00002'),
      { do: 'sigkill' },
      { do: 'check' },
      { do: 'tear' },
      { do: 'check' },
      act('arxiv:2403.00003'),
      { do: 'quit' },
      { do: 'check' },
    ],
    noCounts(),
  );
  expect(end?.failure.message).toBeUndefined();
});
