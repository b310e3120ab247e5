import { ensureBuild } from '@/scripts/browser/build';
import { call, launch, openApp } from '@/scripts/browser/extension';
import type { Page } from '@playwright/test';
import { type Bench, type Line, median } from './bench';
import { makePaper } from './library/generate';
import { fillLibrary } from './library/browser';

const SMALL = 100;
const LARGE = 100_000;
/** For a quick look. */
const MIDDLE = 10_000;
const ROUNDS = 15;
/** What a call may cost at 100,000 papers, against its reference. */
const LIMIT = 2;

/** Papers that a page lists: most of them are not in the library, as on a page of a day. */
const listed = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => makePaper(index < SMALL ? index : 10_000_000 + index).paper,
  );

/** What the background is asked of a page's papers. */
const identities = (papers: ReturnType<typeof listed>) =>
  papers.map(({ keys, title }) => ({
    ids: { arxiv: (keys[0] ?? '').slice('arxiv:'.length) },
    title,
    opening: '',
  }));

interface Timed {
  name: string;
  run: (app: Page, round: number) => Promise<unknown>;
  /** What it is measured against in the large library; else it is the same in a small one. */
  reference?: (app: Page) => Promise<unknown>;
}

const statesOf = (count: number, name: string): Timed => {
  const papers = listed(count);
  const [asked, keys] = [identities(papers), papers.flatMap((paper) => paper.keys)];
  return {
    name: `states of ${name} entries`,
    run: (app) => call(app, 'page.states', { papers: asked }),
    reference: (app) => app.evaluate((each) => globalThis.readEach(each), keys),
  };
};

function calls(): Timed[] {
  const { paper } = makePaper(3);
  const ref = { ...paper, listing: { site: 'arxiv', url: 'https://arxiv.org/', title: '', at: 1 } };
  const { keys, title, authors, abstract, links, listing } = ref;
  return [
    statesOf(100, '100'),
    statesOf(2_000, '2,000'),
    {
      name: 'first page of the list',
      run: (app) => call(app, 'library.newest', { after: null, limit: 50 }),
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

/** Middle time of something in milliseconds; the first time starts the worker and opens the database. */
async function middle(run: (round: number) => Promise<unknown>): Promise<number> {
  const each: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    const answer = await run(round);
    if ((answer as { ok?: boolean }).ok === false)
      throw new Error(`A call failed: ${JSON.stringify(answer)}`);
    if (round > 0) each.push(performance.now() - start);
  }
  return median(each);
}

interface Measured {
  ours: number;
  /** Where it has a reference of its own. */
  reference: number | null;
}

/** What each call takes in a library of so many papers. */
async function measure(count: number, progress: (text: string) => void): Promise<Measured[]> {
  const browser = await launch();
  try {
    const app = await openApp(browser);
    await fillLibrary(app, { count, progress });
    const times: Measured[] = [];
    for (const { run, reference } of calls())
      times.push({
        ours: await middle((round) => run(app, round)),
        reference: reference ? await middle(() => reference(app)) : null,
      });
    return times;
  } finally {
    await browser.close();
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** What calls cost in a library of so many papers, as a ratio to the same in one of 100, or to bare reads of it. */
async function linesFor(count: number, progress: (text: string) => void): Promise<Line[]> {
  ensureBuild();
  const small = await measure(SMALL, progress);
  const large = await measure(count, progress);
  return calls().map(({ name }, index): Line => {
    const ours = large[index]?.ours ?? 0;
    const own = large[index]?.reference ?? null;
    const reference = own ?? small[index]?.ours ?? 1;
    return {
      name: `storage: ${name}`,
      about:
        own === null
          ? `in a library of ${count} papers, against one of ${SMALL}`
          : `in a library of ${count} papers, against a bare read of each key`,
      unit: 'ms',
      ours: round(ours),
      reference: round(reference),
      ratio: round(ours / reference),
      limit: LIMIT,
    };
  });
}

/** What calls cost in a large library. */
export const storage: Bench = {
  name: 'storage',
  run: (progress) => linesFor(LARGE, progress),
  quick: (progress) => linesFor(MIDDLE, progress),
};
