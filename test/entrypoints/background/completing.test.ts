import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { completingFor } from '@/entrypoints/background/completing';
import { saveSettings } from '@/storage/settings';
import { writeStatus } from '@/storage/steps/actions';
import { undo } from '@/storage/steps/undo';
import { type Known, startServices } from '../../domain/complete/services';
import { openLibrary, refOf, valueOf } from '../../storage/open';

const TITLES = {
  'arxiv:2401.00001': 'Tides on Small Moons of Large Planets',
  'arxiv:2401.00002': 'Sand Waves on the Beaches of Small Moons',
};
const KNOWN: Known = {
  arxiv: {
    '2401.00001': { title: TITLES['arxiv:2401.00001'], abstract: 'We measure tides.' },
    '2401.00002': { title: TITLES['arxiv:2401.00002'], abstract: 'We follow sand.' },
  },
};
/** Longer than papers that are saved one after the other wait for each other, milliseconds. */
const PAUSE = 10_000;

let stop: () => void = () => undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  vi.useRealTimers();
  stop();
});

/** A library, and what completes papers as the worker does: when they are saved, where that is on and allowed. */
async function setUp({ isOn = true, isAllowed = true } = {}) {
  const services = await startServices(KNOWN);
  stop = services.close;
  const { db, env } = openLibrary();
  await saveSettings(db, env, { isCompleting: isOn });
  const asksBrowser = vi.fn(() => Promise.resolve(isAllowed));
  const tell = vi.fn(() => Promise.resolve());
  const completing = completingFor(db, env, tell, {
    fetch: services.fetch,
    isAllowed: asksBrowser,
  });
  for (const [key, title] of Object.entries(TITLES)) {
    const paper = refOf([key], { title, authors: [], abstract: '' });
    completing.saved([await valueOf(writeStatus(db, env, { opId: key, paper, status: 'saved' }))]);
  }
  await vi.advanceTimersByTimeAsync(PAUSE);
  return {
    services,
    completing,
    asksBrowser,
    tell,
    takeBack: () => valueOf(undo(db, env, 'back')),
    abstracts: async () => (await db.papers.toArray()).map(({ abstract }) => abstract),
  };
}

const BARE = ['', ''];

test('papers that are saved one after the other are completed together, as one step to undo', async () => {
  const { services, abstracts, takeBack, tell } = await setUp();
  await vi.waitFor(() => expect(tell).toHaveBeenCalled());
  expect(await abstracts()).toEqual(['We measure tides.', 'We follow sand.']);
  expect(services.asked.filter((path) => path.startsWith('/api/query'))).toEqual([
    '/api/query?id_list=2401.00001,2401.00002&max_results=2',
  ]);
  await takeBack();
  expect(await abstracts()).toEqual(BARE);
});

test('nobody is asked about papers that are saved while that is off, only about chosen ones', async () => {
  const { services, completing } = await setUp({ isOn: false });
  await completing['complete.run']({ opId: 'chosen', ids: ['arxiv:2401.00002'] }, {});
  expect(services.asked.join()).toContain('2401.00002');
  expect(services.asked.join()).not.toContain('2401.00001');
});

test('nobody is asked where the browser does not allow it', async () => {
  const { services, asksBrowser, completing } = await setUp({ isAllowed: false });
  await vi.waitFor(() => expect(asksBrowser).toHaveBeenCalled());
  const chosen = await completing['complete.run']({ opId: 'a', ids: ['arxiv:2401.00001'] }, {});
  expect(chosen).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
  expect(services.asked).toEqual([]);
});

test('a person stops it: no service is asked further, and the papers stay as they were', async () => {
  const { services, completing, abstracts } = await setUp({ isOn: false });
  services.fail((_path, response) => {
    void completing['complete.cancel']({ opId: 'run' }, {});
    response.writeHead(429, { 'Retry-After': '50' }).end();
    return true;
  });
  const run = completing['complete.run']({ opId: 'run', ids: Object.keys(TITLES) }, {});
  await vi.waitFor(() => expect(services.asked).toHaveLength(1));
  expect(await run).toMatchObject({ ok: true, value: { filled: 0 } });
  expect(services.asked).toHaveLength(1);
  expect(await abstracts()).toEqual(BARE);
});
