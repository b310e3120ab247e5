import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Act, allActs, History, KEYS, papersOf, plainActs, START } from './histories';

/** `GLOSS_RUNS=1000 GLOSS_SEED=7` looks further. */
const RUNS = {
  numRuns: Number(process.env['GLOSS_RUNS'] ?? 20),
  seed: Number(process.env['GLOSS_SEED'] ?? 2),
};

/** Plays histories to their ends, where each machine has read what the others have. */
const play = (
  acts: fc.Arbitrary<Act[]>,
  check: (history: History, libraries: string[]) => Promise<void> | void,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(acts, fc.infiniteStream(fc.nat({ max: 999_999 })), async (done, chance) => {
      const history = new History();
      for (const act of [...START, ...done]) await history.do(act);
      await check(history, await history.exchange(() => chance.next().value));
    }),
    RUNS,
  );

describe('machines that join, take apart and exchange', () => {
  test('end with the same library in whatever order they read', () =>
    play(allActs, (_, [first, ...others]) => {
      for (const other of others) expect(other).toBe(first);
    }));

  test('have each fact on the side where it was told, and lose none', () =>
    play(plainActs, async ({ machines, told }) => {
      const papers = await papersOf(machines[0]!);
      const words = papers.flatMap(({ text }) => text.split(/\s+/));
      for (const key of KEYS) {
        const own = told.get(key)!;
        expect(words).toEqual(expect.arrayContaining(own.words));
        const tags = Object.keys(own.tags).filter((tag) => own.tags[tag]);
        const paper = papers.find(({ records }) => records.includes(key));
        if (paper?.records.length === 1)
          expect({ key, status: paper.status, tags: paper.tags }).toEqual({
            key,
            status: own.status.at(-1) ?? null,
            tags: tags.toSorted(),
          });
        else expect(paper?.tags ?? []).toEqual(expect.arrayContaining(tags));
      }
    }));
});
