import { expect, test } from 'vitest';
import { createTravel } from '@/components/in-page/listing/triage/travel';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { listedOf } from '../../listed';

/** A page with some entries folded and some new, and a person on it. */
function page({ folded = [] as number[], fresh = [] as number[] }) {
  const listed = listedOf({}, {}, {}, {}, {});
  const said: string[] = [];
  let at: ListedEntry | null = null;
  const looks = {
    unfold: () => void folded.splice(0),
    view: () => ({ is: (_: string, { index }: ListedEntry) => fresh.includes(index) }),
  };
  const triage = {
    at: () => at,
    from: () => at?.index ?? -1,
    leave: () => undefined,
    move: (to: ListedEntry) => void (at = to),
    rest: () => void (at = null),
  };
  const travel = createTravel({
    listed: () => listed,
    looks: looks as unknown as Parameters<typeof createTravel>[0]['looks'],
    isOut: ({ index }) => folded.includes(index),
    look: () => undefined,
    triage,
    tell: (text) => void said.push(text),
    changed: () => undefined,
  });
  return { travel, said, at: () => at?.index, listed };
}

test('goes on past what is folded, and says so at the end', () => {
  const { travel, at, said } = page({ folded: [1, 2] });
  expect([travel.step(1), at()]).toEqual([true, 0]);
  expect([travel.step(1), at()]).toEqual([true, 3]);
  expect([travel.step(1), at()]).toEqual([true, 4]);
  expect([travel.step(1), at()]).toEqual([false, 4]);
  expect(said).toEqual(['dock_did_noneLeft']);
  expect([travel.step(-1), at()]).toEqual([true, 3]);
});

test('a walk through the new ones counts where it is, and ends where a person says so', () => {
  const { travel, at, said } = page({ fresh: [1, 3] });
  travel.go('new', 1);
  expect([at(), travel.walk()]).toEqual([1, { filter: 'new', at: 1 }]);
  travel.step(1);
  expect([at(), travel.walk()]).toEqual([3, { filter: 'new', at: 2 }]);
  travel.step(1);
  expect([at(), said]).toEqual([3, ['dock_did_noneNew']]);
  travel.stop();
  expect([at(), travel.walk()]).toEqual([undefined, null]);
});

test('a decision goes on from its entry, and stays on the last', () => {
  const { travel, at, listed } = page({ folded: [3] });
  const [, , third, , last] = listed;
  if (!third || !last) throw new Error('nothing is listed');
  travel.advance(third);
  expect(at()).toBe(4);
  travel.advance(last);
  expect(at()).toBe(4);
});
