import { expect, test } from 'vitest';
import { triageCommands } from '@/components/in-page/listing/triage/triage-commands';
import { listedOf } from '../../listed';

/** The commands of a page on which a decision is made, or taken back. */
function commands({ isAdvancing = true, isDecided = true, isAway = false }) {
  const done: unknown[] = [];
  const note =
    (what: string) =>
    (...more: unknown[]): boolean => {
      done.push([what, ...more]);
      return isDecided;
    };
  const parts = {
    settings: { now: () => ({ isAdvancing }) },
    travel: { advance: note('advance'), leave: note('leave'), step: note('step') },
    decisions: { toggleStatus: note('status'), turn: note('turn') },
    cards: { show: note('card') },
    dock: { tell: note('tell') },
    triage: { comeBack: () => isAway },
  };
  return { done, act: triageCommands(parts as unknown as Parameters<typeof triageCommands>[0]) };
}

const [item] = listedOf({});
if (!item) throw new Error('nothing is listed');

test('a decision by key goes on to the next entry', () => {
  const { done, act } = commands({});
  act.save(item);
  expect(done).toEqual([
    ['status', item, 'saved'],
    ['advance', item],
  ]);
});

test.each([{ isAdvancing: false }, { isDecided: false }])(
  'triage stays where a person wants that, and where a decision was taken back: %o',
  (how) => {
    const { done, act } = commands(how);
    act.dismiss(item);
    expect(done).toEqual([['status', item, 'dismissed']]);
  },
);

test('an entry that was scrolled away comes back, and nothing is done to it unseen', () => {
  const { done, act } = commands({ isAway: true });
  act.save(item);
  act.tags(item);
  expect(done).toEqual([
    ['tell', 'dock_did_back'],
    ['tell', 'dock_did_back'],
  ]);
});
