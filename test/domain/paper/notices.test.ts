import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Appearance, appearancesIn, mergeAppearances } from '@/domain/paper/appearance';
import { noticesOf } from '@/domain/paper/notices';

const DAY = 86_400_000;
const NOV = Date.UTC(2026, 10, 1);
/** A time of day of a day of November 2026. */
const at = (day: number, hour = 9): number => NOV + (day - 1) * DAY + hour * 3_600_000;
const version = (day: number, value: string, site = 'arxiv'): Appearance => ({
  kind: 'version',
  value,
  site,
  at: at(day),
});
const venue = (day: number, value: string, site = 'dblp'): Appearance => ({
  kind: 'venue',
  value,
  site,
  at: at(day),
});
/** What is told of appearances to a person who knows what there was on a day. */
const told = (appearances: Appearance[], seen: number): string[] =>
  noticesOf(mergeAppearances(appearances, []), at(seen)).map(
    ({ value, had, since }) => `${value} since ${new Date(since).getUTCDate()}, had ${had}`,
  );

describe('a newer version', () => {
  test.each<[string, Appearance[], number, string[]]>([
    ['is told', [version(1, 'v1'), version(12, 'v3')], 2, ['v3 since 12, had v1']],
    ['is told without a number', [version(1, 'v1'), version(12, '')], 2, [' since 12, had v1']],
    [
      'that two lists tell is told once, from the first, with its number',
      [version(1, 'v1'), version(12, ''), version(13, 'v2', 'scirate')],
      2,
      ['v2 since 12, had v1'],
    ],
    ['that was seen is not told', [version(1, 'v1'), version(12, 'v3')], 12, []],
    [
      'is told after one that was seen',
      [version(1, 'v1'), version(12, 'v3'), version(20, 'v4')],
      13,
      ['v4 since 20, had v3'],
    ],
    [
      'that was seen without its number is not told with it',
      [version(1, 'v1'), version(12, ''), version(20, 'v2', 'scirate')],
      13,
      [],
    ],
    ['is not an older one', [version(1, 'v3'), version(12, 'v2'), version(13, 'v1')], 2, []],
    ['is not the first number that is met', [version(12, 'v3')], 2, []],
    [
      'is told after the first number that is met',
      [version(12, 'v3'), version(20, 'v4')],
      2,
      ['v4 since 20, had '],
    ],
    ['is told of a paper whose version is unknown', [version(12, '')], 2, [' since 12, had ']],
  ])('%s', (_, appearances, seen, expected) => {
    expect(told(appearances, seen)).toEqual(expected);
  });
});

describe('a venue', () => {
  test.each<[string, Appearance[], number, string[]]>([
    ['is told', [venue(12, 'NeurIPS 2026')], 2, ['NeurIPS 2026 since 12, had ']],
    ['that was seen is not told', [venue(12, 'NeurIPS 2026')], 13, []],
    [
      'is told once, however many lists name it',
      [venue(12, 'NeurIPS 2026'), venue(13, 'Advances in Neural Systems 39', 'neurips')],
      2,
      ['NeurIPS 2026 since 12, had '],
    ],
    [
      'is no news of a paper that is at one',
      [venue(1, 'NeurIPS'), venue(12, 'Advances in Neural Systems 39')],
      2,
      [],
    ],
    [
      'is told after a workshop',
      [venue(1, 'ICML 2026 Workshop on Tides'), venue(12, 'NeurIPS 2026')],
      2,
      ['NeurIPS 2026 since 12, had '],
    ],
  ])('%s', (_, appearances, seen, expected) => {
    expect(told(appearances, seen)).toEqual(expected);
  });
});

describe('what an entry tells', () => {
  const values = (entry: Parameters<typeof appearancesIn>[0], site = 'arxiv'): string[] =>
    appearancesIn(entry, site, at(12)).map(({ kind, value }) => `${kind} ${value}`.trim());

  test.each<[string, Parameters<typeof appearancesIn>[0], string, string[]]>([
    ['a new submission is the first version', { section: 'new' }, 'arxiv', ['version v1']],
    ['a replacement is a version', { section: 'replacement' }, 'arxiv', ['version']],
    ['a cross-list is none', { section: 'cross-list' }, 'arxiv', []],
    ['a number in an address', { version: 'v4' }, 'scirate', ['version v4']],
    [
      'a venue with its year',
      { venue: 'ACL', date: '2026-07' },
      'acl-anthology',
      ['venue ACL 2026'],
    ],
    [
      'a venue that names its year',
      { venue: 'ACL 2026', date: '2026' },
      'dblp',
      ['venue ACL 2026'],
    ],
    [
      'what authors say, without the date of the list',
      { venue: 'ACL', date: '2026-11-12' },
      'arxiv',
      ['venue ACL'],
    ],
    ['an archive is no venue', { venue: 'CoRR', date: '2026' }, 'dblp', []],
    ['a submission is no venue', { venue: 'Submitted to ICLR 2027' }, 'openreview', []],
    ['a name that is cut is no venue', { venue: 'Advances in Neural …' }, 'google-scholar', []],
  ])('%s', (_, entry, site, expected) => {
    expect(values(entry, site)).toEqual(expected);
  });

  test('a list’s own date is when it was so, and never later than now', () => {
    const of = (date: string): number | undefined =>
      appearancesIn({ section: 'replacement', date }, 'arxiv', at(12))[0]?.at;
    expect(of('2026-11-10')).toBe(Date.UTC(2026, 10, 10));
    expect(of('2026-12-24')).toBe(at(12));
  });
});

test('appearances of two machines make one list, in any order of merging', () => {
  const appearance = fc.record({
    kind: fc.constantFrom('version', 'venue'),
    value: fc.constantFrom('', 'v1', 'v2', 'NeurIPS 2026'),
    site: fc.constantFrom('arxiv', 'dblp'),
    at: fc.integer({ min: 0, max: 4 * DAY }),
  });
  const list = fc.array(appearance, { maxLength: 5 });
  fc.assert(
    fc.property(list, list, list, (a, b, c) => {
      const ab = mergeAppearances(a, b);
      expect(mergeAppearances(b, a)).toEqual(ab);
      expect(mergeAppearances(ab, ab)).toEqual(ab);
      expect(mergeAppearances(ab, c)).toEqual(mergeAppearances(a, mergeAppearances(b, c)));
    }),
  );
});
