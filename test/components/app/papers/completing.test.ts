import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StatusLine } from '@/components/app/library/ports';
import { createCompleting } from '@/components/app/papers/completing';
import type { CompletionReport } from '@/domain/library';
import { fail, ok, type Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';

/** Completing where the person answers the browser's question, over a background that answers in this order. */
function completingOver(isAllowed: boolean, answers: Result<CompletionReport | null>[]) {
  Object.assign(fakeBrowser.permissions, { request: async () => isAllowed });
  const asked: [string, unknown][] = [];
  const refused: string[] = [];
  const undone: (string | undefined)[] = [];
  const notice = signal<StatusLine | null>(null);
  const completing = createCompleting({
    call: (async (name: string, ask: unknown) => {
      asked.push([name, ask]);
      return answers.shift();
    }) as unknown as Call<AppProtocol>,
    newId: () => 'one',
    notice,
    refuse: (_what, failure) => void refused.push(failure.reason),
    undoStep: async (step) => void undone.push(step),
  });
  return { completing, asked, refused, undone, notice };
}

const report = (more: Partial<CompletionReport>): CompletionReport => ({
  asked: 2,
  filled: 1,
  others: 0,
  problems: [],
  ...more,
});

it('no service is asked before the person allows it', async () => {
  const { completing, asked } = completingOver(false, []);
  expect(await completing.run(['arxiv:1'])).toBe(false);
  expect(asked).toEqual([]);
});

it('what was completed is told and can be undone, as the step that it was', async () => {
  const { completing, asked, undone, notice } = completingOver(true, [ok(null), ok(report({}))]);
  expect(await completing.run(['arxiv:1', 'arxiv:2'])).toBe(true);
  const ask = ['complete.run', { opId: 'one', ids: ['arxiv:1', 'arxiv:2'] }];
  expect(asked).toEqual([ask, ask]);
  expect(notice.value).toMatchObject({ tone: 'status', text: 'complete_done 1 2' });
  notice.value?.undo?.();
  expect(undone).toEqual(['one']);
  expect(completing.part.value).toBeNull();
});

it('a service that does not answer is named, and what was not changed offers no undo', async () => {
  const problems = [{ service: 'semantic-scholar', problem: 'busy' }] as const;
  const { completing, notice } = completingOver(true, [
    ok(report({ filled: 0, problems: [...problems] })),
  ]);
  await completing.run(['arxiv:1']);
  expect(notice.value?.tone).toBe('alert');
  expect(notice.value?.text).toContain('complete_service_semanticScholar');
  expect(notice.value?.undo).toBeUndefined();
});

it('a run that fails says so and ends', async () => {
  const { completing, refused } = completingOver(true, [fail('storage', 'broken')]);
  expect(await completing.run(['arxiv:1'])).toBe(false);
  expect(refused).toEqual(['storage']);
  expect(completing.part.value).toBeNull();
});
