import { expect, test, vi } from 'vitest';
import { createDecisions } from '@/components/in-page/listing/decisions/decisions';
import type { Store } from '@/components/in-page/listing/entries/store';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { type PaperState, unknownState } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';
import { listedOf } from '../../listed';

/** A page whose library answers each write when it is told to. */
function page(
  listed: ListedEntry[],
  {
    isDiscreet = false,
    undone,
    closed = [],
  }: { isDiscreet?: boolean; undone?: object; closed?: number[] } = {},
) {
  const answers: ((answer: Result<PaperState>) => void)[] = [];
  const dismissed: string[] = [];
  const tell = vi.fn();
  const goTo = vi.fn();
  const asked: unknown[] = [];
  let id = 0;
  const write = () => new Promise<Result<PaperState>>((resolve) => answers.push(resolve));
  const store = {
    listed,
    setStatus: write,
    setTag: write,
    setStatuses: async (items: readonly ListedEntry[]) => {
      dismissed.push(...items.map(({ state }) => state.id));
      return ok([]);
    },
    statusToBe: ({ state }: ListedEntry) => state.status,
    apply: () => undefined,
  } as unknown as Store;
  const decisions = createDecisions({
    site: 'test',
    store,
    tell,
    newId: () => `op-${(id += 1)}`,
    isNew: () => true,
    isClosed: ({ index }) => closed.includes(index),
    isDiscreet: () => isDiscreet,
    takeAsSeen: () => undefined,
    goTo,
    call: (async (...call: unknown[]) => {
      asked.push(call);
      return ok(undone ?? null);
    }) as never,
  });
  const said = () => tell.mock.calls.map(([text]) => text as string);
  return { decisions, answers, dismissed, tell, goTo, said, asked };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('the last action is the one that is told, whichever is answered first', async () => {
  const [first, second] = listedOf({}, {});
  const { decisions, answers, said } = page(listedOf());
  if (!first || !second) throw new Error('nothing is listed');
  decisions.toggleStatus(first, 'saved');
  decisions.toggleStatus(second, 'dismissed');
  answers[1]?.(ok(unknownState()));
  await settled();
  answers[0]?.(ok(unknownState()));
  await settled();
  expect(said()).toEqual([
    'dock_did_about dock_did_dismissed A telling title about graphs, part 1',
  ]);
});

test('a failure is told even after a later action went well', async () => {
  const [item] = listedOf({});
  const { decisions, answers, tell } = page(listedOf());
  if (!item) throw new Error('nothing is listed');
  decisions.toggleStatus(item, 'saved');
  decisions.toggleStatus(item, 'read');
  answers[1]?.(ok(unknownState()));
  answers[0]?.(fail('lost', 'for the test'));
  await settled();
  expect(tell).toHaveBeenLastCalledWith('failure_lost', {
    isFailure: true,
    offers: 'library',
    lasts: true,
  });
});

test('dismissing all above leaves what was decided, and what is below', async () => {
  const listed = listedOf({}, { status: 'saved' }, {}, {}, {});
  const { decisions, dismissed, said } = page(listed);
  if (!listed[3] || !listed[0]) throw new Error('nothing is listed');
  await decisions.dismissAbove(listed[3]);
  expect(dismissed).toEqual(['p0', 'p2']);
  await decisions.dismissAbove(listed[0]);
  expect(dismissed).toEqual(['p0', 'p2']);
  expect(said().at(-1)).toBe('dock_did_nothingAbove');
});

test('what a closed part of the page hides is dismissed with nothing', async () => {
  const listed = listedOf({}, {}, {}, {});
  const { decisions, dismissed } = page(listed, { closed: [1] });
  if (!listed[3]) throw new Error('nothing is listed');
  await decisions.dismissAbove(listed[3]);
  expect(dismissed).toEqual(['p0', 'p2']);
});

test('an undo goes to its entry, and names a paper of another page, but not to others who look on', async () => {
  const undone = (id: string) => ({
    field: 'status',
    title: 'Elsewhere',
    papers: [{ ...unknownState(), id }],
  });
  const listed = listedOf({}, {});
  const here = page(listed, { undone: undone('p1') });
  await here.decisions.turn('undo');
  expect(here.goTo).toHaveBeenCalledWith(listed[1]);
  expect(here.tell).toHaveBeenCalledWith('dock_did_about dock_did_undone Elsewhere', {
    offers: 'redo',
  });
  const elsewhere = page(listed, { undone: undone('p9') });
  await elsewhere.decisions.turn('undo');
  expect(elsewhere.goTo).not.toHaveBeenCalled();
  expect(elsewhere.said()).toEqual(['dock_did_undoneElsewhere Elsewhere']);
  const discreet = page(listed, { undone: undone('p9'), isDiscreet: true });
  await discreet.decisions.turn('undo');
  expect(discreet.said()).toEqual(['dock_did_undoneSomewhere']);
});

test('the Undo of a message takes back the step that the message tells, whatever came after it elsewhere', async () => {
  const [item] = listedOf({});
  const { decisions, answers, tell, asked } = page(listedOf());
  if (!item) throw new Error('nothing is listed');
  decisions.toggleStatus(item, 'saved');
  answers[0]?.(ok(unknownState()));
  await settled();
  expect(tell.mock.lastCall?.[1]).toEqual({ offers: 'undo', step: 'op-1' });
  await decisions.turn('undo', 'op-1');
  expect(asked).toEqual([['undo', { opId: 'op-2', step: 'op-1' }]]);
  await decisions.turn('undo');
  expect(asked.at(-1)).toEqual(['undo', { opId: 'op-3' }]);
});
