import { expect, test } from 'vitest';
import { createWelcome, type WelcomePorts } from '@/components/app/welcome/state';
import { type PaperState, unknownState } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';

const state = (id: string, more: Partial<PaperState> = {}): PaperState => ({
  ...unknownState(),
  id,
  ...more,
});

/** A newcomer's page over practice papers that a test changes. */
function welcome(answers: Record<string, Result<unknown>> = {}) {
  const practised: (PaperState | null)[] = [];
  const asked: unknown[] = [];
  const ports: WelcomePorts = {
    call: (async (name: string, ask: unknown) => {
      asked.push([name, ask]);
      return answers[name] ?? ok(null);
    }) as unknown as WelcomePorts['call'],
    practised: async () => ok([...practised]),
    download: () => undefined,
    openPopup: null,
    isPinned: async () => true,
    newId: () => 'an-op',
    now: () => new Date(0),
  };
  const page = createWelcome(ports);
  const done = () => page.steps.value.flatMap(({ step, isDone }) => (isDone ? step : []));
  return { practised, asked, page, done };
}

test('a step is ticked off by what the library knows, and an undo takes no tick away', async () => {
  const { practised, page, done } = welcome();
  await page.start();
  expect([done(), page.isPinned.value]).toEqual([[], true]);
  practised.push(state('a', { status: 'saved' }), null);
  await page.start();
  expect(done()).toEqual(['save']);
  practised.splice(0, 1, state('a'));
  await page.start();
  expect(done()).toEqual(['save']);
  page.hear('popup');
  expect(done()).toEqual(['save', 'popup']);
});

test('an export that fails ticks nothing off and says why', async () => {
  const { page, done } = welcome({
    'export.head': ok({ tags: [], shared: [], extra: {}, next: null }),
    'export.papers': fail('storage', 'The disk is full.'),
  });
  await page.exportAll();
  expect(page.outcome.value).toMatchObject({ failed: { reason: 'storage' } });
  expect(done()).toEqual([]);
});

test('the practice papers go to the trash, and no other', async () => {
  const { practised, asked, page } = welcome();
  practised.push(state('a', { status: 'saved' }), state(''), null);
  await page.start();
  await page.remove();
  const change = { kind: 'delete' };
  expect(asked).toContainEqual(['papers.bulk', { opId: 'an-op', ids: ['a'], change }]);
  expect(page.outcome.value).toEqual({ did: 'removed' });
});
