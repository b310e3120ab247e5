import { describe, expect, it } from 'vitest';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { matchUp } from '@/components/in-page/listing/entries/match-up';
import type { IdentifiedEntry } from '@/domain/entry';

const entry = (title: string, node: object = {}): IdentifiedEntry =>
  ({
    title,
    abstract: '',
    titlePlace: [{ node }],
    identity: { ids: {}, title, opening: '' },
  }) as unknown as IdentifiedEntry;

const titles = (items: ListedEntry[]): string[] => items.map((item) => item.entry.title);
const listed = (...entries: IdentifiedEntry[]): ListedEntry[] => matchUp(entries, [], []).listed;

describe('papers keep what belongs to them', () => {
  it('when rows are reordered, drawn anew and joined by others', () => {
    const before = listed(entry('A'), entry('B'));
    const { listed: now, hasChanged } = matchUp([entry('B'), entry('C'), entry('A')], before, []);
    expect([now[0], now[2]]).toEqual([before[1], before[0]]);
    expect(now.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(hasChanged).toBe(true);
  });

  it('when they leave the page and come back', () => {
    const before = listed(entry('A'), entry('B'));
    const left = matchUp([entry('B')], before, []);
    expect(titles(left.away)).toEqual(['A']);
    expect(left.away[0]?.index).toBe(-1);
    const back = matchUp([entry('A')], left.listed, left.away);
    expect(back.listed[0]).toBe(before[0]);
  });

  it('when one row holds another paper now', () => {
    const row = {};
    const before = listed(entry('A', row));
    const { listed: now } = matchUp([entry('B', row)], before, []);
    expect(now[0]).not.toBe(before[0]);
  });

  it('when a page lists a paper twice: each row its own', () => {
    const [first, second] = [{}, {}];
    const before = listed(entry('A', first), entry('A', second));
    const { listed: now, hasChanged } = matchUp(
      [entry('A', first), entry('A', second)],
      before,
      [],
    );
    expect(now).toEqual(before);
    expect(new Set(now).size).toBe(2);
    expect(hasChanged).toBe(false);
  });
});

it('says that nothing changed when rows kept their places', () => {
  const rows = [{}, {}];
  const before = listed(entry('A', rows[0]), entry('B', rows[1]));
  expect(matchUp([entry('A', rows[0]), entry('B', rows[1])], before, []).hasChanged).toBe(false);
});
