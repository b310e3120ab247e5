import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperDocument, tagDocument } from '@/domain/export/convert';
import { exportDocument } from '@/domain/export/document';
import { keysOf } from '@/domain/identity/paper-key';
import type { PaperRecord } from '@/domain/paper/record';
import {
  contradicting,
  highlightOf,
  paperOf,
  parted,
  sharedOf,
  sightingOf,
  tagOf,
} from '../arbitrary';
import { joinFiles as join } from './join-files';

const KEYS = ['arxiv:2401.00001', 'arxiv:2401.00002', 'arxiv:2402.00003'];

/** A file of a library: no two papers have an id or key in common. */
const fileWith = (paper: fc.Arbitrary<PaperRecord>): fc.Arbitrary<string> =>
  fc
    .record({
      papers: fc.array(paper, { maxLength: 3 }),
      highlights: fc.uniqueArray(highlightOf(fc.constantFrom('h1', 'h2', 'h3')), {
        selector: ({ id }) => id,
        maxLength: 3,
      }),
      tags: fc.uniqueArray(tagOf(fc.constantFrom('moons', 'to-read')), {
        selector: ({ id }) => id,
        maxLength: 2,
      }),
      shared: fc.uniqueArray(sharedOf(fc.constantFrom('settings:muted', 'search:a')), {
        selector: ({ key }) => key,
        maxLength: 2,
      }),
      sightings: fc.uniqueArray(sightingOf(fc.constantFrom(...KEYS)), {
        selector: ({ key }) => key,
        maxLength: 2,
      }),
    })
    .map(({ papers, highlights, tags, shared, sightings }) => {
      const taken = new Set<string>();
      const own = papers.filter(({ keys }) => {
        if (keys.some((key) => taken.has(key))) return false;
        for (const key of keys) taken.add(key);
        return true;
      });
      const ids = new Set(own.map(({ id }) => id));
      const documents = own.map((one) =>
        paperDocument(
          one,
          highlights.filter(({ paperId }) =>
            // One of a paper that is not there is the last one's.
            ids.has(paperId) ? paperId === one.id : one === own.at(-1),
          ),
        ),
      );
      return exportDocument({ tags: tags.map(tagDocument), shared }, documents, sightings);
    });

/** Papers of one identity each: what one machine joined another would join too. */
const arxiv = fc.constantFrom(...KEYS).map((key) => ({ arxiv: key.slice(6) }));
/** Papers that turn out to be one: a preprint, its journal's, both; and others of the same title. */
const joining = fc.constantFrom<Record<string, string>[]>(
  { arxiv: '2401.00001' },
  { arxiv: '2401.00002' },
  { doi: '10.1000/a' },
  { arxiv: '2401.00001', doi: '10.1000/a' },
  { arxiv: '2401.00001', doi: '10.1000/b' },
  { doi: '10.1000/b' },
  { s2: '101' },
  { s2: '101', doi: '10.1000/a' },
  {},
);
/** Two papers with a title each, as somebody may have met them: by any of their ids, or by the title alone. */
const WORKS = [
  {
    title: 'Tides on Small Moons of Large Planets',
    ids: { arxiv: '2401.00001', doi: '10.1000/a' },
  },
  { title: 'Rings of Dust around Young Stars', ids: { arxiv: '2401.00002', s2: '101' } },
];
const met = fc
  .tuple(paperOf(fc.constant({})), fc.constantFrom(...WORKS), fc.subarray(['arxiv', 'doi', 's2']))
  .map(([paper, { title, ids }, known]): PaperRecord => {
    const own = Object.entries(ids).filter(([scheme]) => known.includes(scheme));
    const keys = keysOf(Object.fromEntries(own), title);
    return { ...paper, title: paper.erased ? '' : title, id: keys[0]!, keys };
  });

describe.each([
  ['papers that have ids', fileWith(paperOf(arxiv))],
  ['papers that turn out to be one', fileWith(paperOf(joining))],
  ['papers that each machine met by other ids', fileWith(met)],
  ['papers whose titles are contested', fileWith(contradicting)],
  ['papers that persons said are not one', fileWith(parted)],
])('libraries of %s', (_, file) => {
  test('end equal, in any order of files', async () => {
    await fc.assert(
      fc.asyncProperty(file, file, async (a, b) => {
        const [x, y] = [await join(a), await join(b)];
        expect(await join(x, y)).toBe(await join(y, x));
      }),
      { numRuns: 100 },
    );
  });

  test('are not changed by a file that was read before', async () => {
    await fc.assert(
      fc.asyncProperty(file, file, async (a, b) => {
        const both = await join(a, b);
        expect(await join(both, a)).toBe(both);
        expect(await join(both, b)).toBe(both);
        expect(await join(both)).toBe(both);
      }),
      { numRuns: 100 },
    );
  });

  test('of three machines end equal, in whichever pairs they meet', async () => {
    await fc.assert(
      fc.asyncProperty(file, file, file, async (a, b, c) => {
        const [x, y, z] = [await join(a), await join(b), await join(c)];
        const whole = await join(await join(x, y), z);
        expect(await join(x, await join(y, z))).toBe(whole);
        expect(await join(await join(z, x), await join(y, x))).toBe(whole);
      }),
      { numRuns: 100 },
    );
  });
});
