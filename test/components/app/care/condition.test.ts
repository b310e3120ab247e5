import { expect, it } from 'vitest';
import { createCondition } from '@/components/app/care/condition';
import type { Condition, Trouble } from '@/domain/mark';
import { fail, ok, type Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';

const condition = (trouble: Trouble | null, papers: number | null = 3): Condition => ({
  trouble,
  mark: null,
  papers,
  offers: [],
  isTooLargeToCopy: false,
  lostFolder: null,
});

/** The library's condition over a background that answers in this order; counts how often all is read anew. */
function conditionOver(answers: Result<unknown>[]) {
  let readings = 0;
  const asked: [string, unknown][] = [];
  const care = createCondition({
    call: (async (name: string, ask: unknown) => {
      asked.push([name, ask]);
      return answers.shift();
    }) as unknown as Call<AppProtocol>,
    newId: () => 'one',
    isWell: () => {
      readings += 1;
    },
  });
  return { care, asked, readings: () => readings };
}

it('a library that is well again is read anew, one that was well all along is not', async () => {
  const { care, readings } = conditionOver([
    ok(condition(null)),
    ok(condition('damaged', null)),
    ok(condition(null)),
  ]);
  await care.load();
  await care.load();
  expect(readings()).toBe(0);
  await care.load();
  expect(readings()).toBe(1);
});

it('a full disk that has room again leaves what shows, unless the library could not be read on it', async () => {
  const readable = conditionOver([ok(condition('quota')), ok(condition(null))]);
  await readable.care.load();
  await readable.care.load();
  expect(readable.readings()).toBe(0);
  const unreadable = conditionOver([ok(condition('quota', null)), ok(condition(null))]);
  await unreadable.care.load();
  await unreadable.care.load();
  expect(unreadable.readings()).toBe(1);
});

it('a background that does not answer changes nothing of what is known', async () => {
  const { care } = conditionOver([ok(condition('lost')), fail('unreachable', 'silent')]);
  await care.load();
  expect((await care.load()).ok).toBe(false);
  expect(care.condition.value?.trouble).toBe('lost');
});

it('a rescue that is not done yet is asked for again, as the same one', async () => {
  const { care, asked } = conditionOver([ok(null), ok(null), ok({ papers: 3 })]);
  expect((await care.restore({ kind: 'copy' })).ok).toBe(true);
  const ask = { opId: 'one', from: { kind: 'copy' } };
  expect(asked.map(([, one]) => one)).toEqual([ask, ask, ask]);
});
