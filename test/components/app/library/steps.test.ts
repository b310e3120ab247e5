import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { StatusLine } from '@/components/app/library/ports';
import { createSteps } from '@/components/app/library/steps';
import { fail, ok, type Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';

/** Steps over a background that answers by a table, and the calls it got. */
function stepsOver(answers: Record<string, Result<unknown>>) {
  const asked: [string, unknown][] = [];
  const notice = signal<StatusLine | null>(null);
  let id = 0;
  let changes = 0;
  const steps = createSteps({
    call: (async (name: string, ask: unknown) => {
      asked.push([name, ask]);
      return answers[name];
    }) as unknown as Call<AppProtocol>,
    newId: () => `id-${(id += 1)}`,
    notice,
    changed: () => {
      changes += 1;
    },
  });
  return { steps, asked, notice, changes: () => changes };
}

const saved = { did: () => 'Saved', what: "Couldn't save" };

it('a step that was done offers its own undo, and the undo offers to do it again', async () => {
  const { steps, asked, notice, changes } = stepsOver({
    undo: ok({ papers: [], count: 1, title: 'On $n^2$ tides' }),
    redo: ok({ papers: [], count: 2, title: 'On tides' }),
  });
  expect(await steps.step(async () => ok({ count: 1, papers: [] }), saved)).toBe(true);
  expect(notice.value?.text).toBe('Saved');
  notice.value?.undo?.();
  await expect.poll(() => notice.value?.redo).toBeDefined();
  expect(notice.value?.text).toBe('dock_did_about dock_did_undone On n² tides');
  expect(asked).toEqual([['undo', { opId: 'id-2', step: 'id-1' }]]);
  notice.value?.redo?.();
  await expect.poll(() => notice.value?.undo).toBeDefined();
  expect(notice.value?.text).toBe('dock_did_redone');
  expect(changes()).toBe(3);
});

it('a step that failed says so, offers nothing to undo and changes nothing', async () => {
  const { steps, notice, changes } = stepsOver({});
  expect(await steps.step(async () => fail('quota', 'full'), saved)).toBe(false);
  expect(notice.value).toMatchObject({ tone: 'alert' });
  expect(notice.value?.undo).toBeUndefined();
  expect(changes()).toBe(0);
});

it('where there is nothing to undo, the library says so', async () => {
  const { steps, notice, changes } = stepsOver({ undo: ok(null) });
  await steps.undoStep();
  expect(notice.value).toMatchObject({ tone: 'status' });
  expect(notice.value?.redo).toBeUndefined();
  expect(changes()).toBe(1);
});
