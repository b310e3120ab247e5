import { ensureBuild } from '@/scripts/browser/build';
import { type Browser, call, launch, openApp } from '@/scripts/browser/extension';
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

/** How long something takes, milliseconds. */
async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  const answer = await run();
  if ((answer as { ok?: boolean }).ok === false)
    throw new Error(`A call failed: ${JSON.stringify(answer)}`);
  return performance.now() - start;
}

interface Measured {
  ours: number;
  reference: number;
}

/** Middle times of a call and of its reference, in turn, so that whatever else the machine does meets both. */
async function measure({ run, reference }: Timed, small: Page, large: Page): Promise<Measured> {
  const times = { ours: [] as number[], reference: [] as number[] };
  // The first round starts the worker and opens the database.
  for (let round = 0; round <= ROUNDS; round++) {
    const ours = await timed(() => run(large, round));
    const other = await timed(() => (reference ? reference(large) : run(small, round)));
    if (round === 0) continue;
    times.ours.push(ours);
    times.reference.push(other);
  }
  return { ours: median(times.ours), reference: median(times.reference) };
}

/** A browser with a library of so many papers, and a page of its own. */
async function open(count: number, progress: (text: string) => void): Promise<[Browser, Page]> {
  const browser = await launch();
  const app = await openApp(browser);
  await fillLibrary(app, { count, progress });
  return [browser, app];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** What calls cost in a library of so many papers, as a ratio to the same in one of 100, or to bare reads of it. */
async function linesFor(count: number, progress: (text: string) => void): Promise<Line[]> {
  ensureBuild();
  const [small, smallApp] = await open(SMALL, progress);
  const [large, largeApp] = await open(count, progress);
  try {
    const lines: Line[] = [];
    for (const one of calls()) {
      const { ours, reference } = await measure(one, smallApp, largeApp);
      lines.push({
        name: `storage: ${one.name}`,
        about: one.reference
          ? `in a library of ${count} papers, against a bare read of each key`
          : `in a library of ${count} papers, against one of ${SMALL}`,
        unit: 'ms',
        ours: round(ours),
        reference: round(reference),
        ratio: round(ours / reference),
        limit: LIMIT,
      });
    }
    return lines;
  } finally {
    await small.close();
    await large.close();
  }
}

/** What calls cost in a large library. */
export const storage: Bench = {
  name: 'storage',
  run: (progress) => linesFor(LARGE, progress),
  quick: (progress) => linesFor(MIDDLE, progress),
};
