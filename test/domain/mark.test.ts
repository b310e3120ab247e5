import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LibraryFound, judge, type Mark } from '@/domain/mark';

const mark: Mark = { library: 'a', rev: 50, at: 1, papers: 40, countedRev: 50, schema: 1 };
const found: LibraryFound = { library: 'a', rev: 50, papers: 40, clearedRev: 0 };

describe('a library that is compared with its mark', () => {
  test('is well where nothing was marked', () => {
    expect(judge(null, null)).toBe('well');
    expect(judge({ ...mark, rev: 0, papers: 0, countedRev: 0 }, null)).toBe('well');
  });

  test('is lost where there is none, or an empty one', () => {
    expect(judge(mark, null)).toBe('lost');
    expect(judge(mark, { ...found, library: null, rev: 0, papers: 0 })).toBe('lost');
  });

  test('is lost where another is in its place', () => {
    expect(judge(mark, { ...found, library: 'b', rev: 60 })).toBe('lost');
    expect(judge(mark, { ...found, library: null, rev: 60 })).toBe('lost');
  });

  test('is looked at by its writes and papers alone where only a copy tells of it', () => {
    expect(judge({ ...mark, library: null }, found)).toBe('well');
    expect(judge({ ...mark, library: null }, { ...found, rev: 49 })).toBe('smaller');
  });

  test('is smaller where the last writes are gone', () => {
    expect(judge(mark, { ...found, rev: 49 })).toBe('smaller');
    expect(judge(mark, { ...found, rev: 20, papers: null })).toBe('smaller');
  });

  test('is smaller where papers are gone and no writes tell of it', () => {
    expect(judge(mark, { ...found, papers: 39 })).toBe('smaller');
    expect(judge(mark, { ...found, rev: 55, papers: 34 })).toBe('smaller');
  });

  test('is well where its owner deleted everything, one by one or at once, and the mark lags', () => {
    expect(judge(mark, { ...found, rev: 90, papers: 0 })).toBe('well');
    expect(judge(mark, { ...found, rev: 51, papers: 0, clearedRev: 51 })).toBe('well');
  });

  test('raises no alarm whatever was written, and whenever the mark was', () => {
    // What a person does: papers that come, change and go, each under a number of its own.
    const steps = fc.array(fc.record({ paper: fc.nat(8), goes: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, fc.nat(60), fc.nat(60), (all, first, second) => {
        const [at, counted] = [Math.max(first, second), Math.min(first, second)];
        const there = new Set<number>();
        const counts = [0];
        for (const { paper, goes } of all) {
          if (goes) there.delete(paper);
          else there.add(paper);
          counts.push(there.size);
        }
        const rev = Math.min(at, all.length);
        const countedRev = Math.min(counted, rev);
        const noted = { ...mark, rev, countedRev, papers: counts[countedRev] ?? 0 };
        const now = { ...found, rev: all.length, papers: there.size };
        expect(judge(noted, now)).toBe('well');
      }),
    );
  });
});
