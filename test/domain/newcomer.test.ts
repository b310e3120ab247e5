import { expect, it } from 'vitest';
import { createNewcomer } from '@/domain/newcomer';

function shelf() {
  const kept = new Map<string, unknown>();
  let writes = 0;
  return {
    get: async (key: string) => kept.get(key),
    set: async (values: Record<string, unknown>) => {
      writes += 1;
      for (const [key, value] of Object.entries(values)) kept.set(key, value);
    },
    writes: () => writes,
  };
}

it('a person is new from the welcome page to the first act, and not again', async () => {
  const outside = shelf();
  const newcomer = createNewcomer(outside);
  expect(await newcomer.is()).toBe(false);
  await createNewcomer(outside).arrives();
  expect(await newcomer.is()).toBe(true);
  await newcomer.acts();
  await newcomer.acts();
  expect([await newcomer.is(), await createNewcomer(outside).is()]).toEqual([false, false]);
  await createNewcomer(outside).arrives();
  expect(await createNewcomer(outside).is()).toBe(false);
});

it('nothing is kept of a person who was never new', async () => {
  const outside = shelf();
  await createNewcomer(outside).acts();
  expect(outside.writes()).toBe(0);
});
