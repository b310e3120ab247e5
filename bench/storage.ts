import { ensureBuild } from '@/scripts/browser/build';
import { call, launch, openApp } from '@/scripts/browser/extension';
import type { Page } from '@playwright/test';
import { type Bench, type Line, median } from './bench';
import { makePaper } from './library/generate';
import { fillLibrary } from './library/browser';

const SMALL = 100;
const LARGE = 100_000;
const ROUNDS = 15;
/** What a call may cost at 100,000 papers, against the same at 100. */
const LIMIT = 2;

/** Identities of papers that a page lists: most of them are not in the library, as on a page of a day. */
const listed = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const { paper } = makePaper(index < SMALL ? index : 10_000_000 + index);
    return {
      ids: { arxiv: (paper.keys[0] ?? '').slice('arxiv:'.length) },
      title: paper.title,
      opening: '',
    };
  });

interface Timed {
  name: string;
  run: (app: Page, round: number) => Promise<unknown>;
}

const query = { text: '', tags: [], status: null, ids: null, after: null, limit: 50 } as const;

function calls(): Timed[] {
  const [few, many] = [listed(100), listed(2_000)];
  const { paper } = makePaper(3);
  const ref = { ...paper, listing: { site: 'arxiv', url: 'https://arxiv.org/', title: '', at: 1 } };
  const { keys, title, authors, abstract, links, listing } = ref;
  return [
    { name: 'states of 100 entries', run: (app) => call(app, 'page.states', { papers: few }) },
    { name: 'states of 2,000 entries', run: (app) => call(app, 'page.states', { papers: many }) },
    {
      name: 'first page of the list',
      run: (app) => call(app, 'library.list', { ...query, tags: [] }),
    },
    {
      name: 'one status',
      run: (app, round) =>
        call(app, 'paper.status', {
          opId: `bench-${round}`,
          paper: { keys, title, authors, abstract, links, listing },
          status: round % 2 === 0 ? 'saved' : 'read',
        }),
    },
    { name: 'one undo', run: (app, round) => call(app, 'undo', { opId: `bench-u${round}` }) },
    {
      name: 'a page of history',
      run: (app) => call(app, 'paper.history', { id: paper.id, before: null, limit: 50 }),
    },
  ];
}

/** Middle time of each call in milliseconds, in a library of so many papers. */
async function measure(count: number, progress: (text: string) => void): Promise<number[]> {
  const browser = await launch();
  try {
    const app = await openApp(browser);
    await fillLibrary(app, { count, progress });
    const times: number[] = [];
    for (const { run } of calls()) {
      const each: number[] = [];
      for (let round = 0; round <= ROUNDS; round++) {
        const start = performance.now();
        const answer = await run(app, round);
        if (!(answer as { ok?: boolean } | null)?.ok)
          throw new Error(`A call failed: ${JSON.stringify(answer)}`);
        // The first one starts the worker and opens the database.
        if (round > 0) each.push(performance.now() - start);
      }
      times.push(median(each));
    }
    return times;
  } finally {
    await browser.close();
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** What calls cost in a library of 100,000 papers, as a ratio to the same in one of 100. */
export const storage: Bench = {
  name: 'storage',
  run: async (progress) => {
    ensureBuild();
    const reference = await measure(SMALL, progress);
    const ours = await measure(LARGE, progress);
    return calls().map(
      ({ name }, index): Line => ({
        name: `storage: ${name}`,
        about: `in a library of ${LARGE} papers, against one of ${SMALL}`,
        unit: 'ms',
        ours: round(ours[index] ?? 0),
        reference: round(reference[index] ?? 0),
        ratio: round((ours[index] ?? 0) / (reference[index] ?? 1)),
        limit: LIMIT,
      }),
    );
  },
};
