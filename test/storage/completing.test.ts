import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { complete, type CompletionPorts } from '@/domain/complete/complete';
import { fillPapers } from '@/storage/import/fill';
import { bareRecord } from '@/storage/papers';
import { writeStatus } from '@/storage/steps/actions';
import { undo } from '@/storage/steps/undo';
import { type Known, startServices } from '../domain/complete/services';
import { openLibrary, refOf, valueOf } from './open';

const ABSTRACT = 'We measure tides where $p < 0.05$ & waves are small.';
const TITLE = 'Tides on Small Moons of Large Planets';
const KNOWN: Known = {
  arxiv: {
    '2401.00001': { title: TITLE, abstract: ABSTRACT, authors: ['Ann Author'], doi: '10.1000/one' },
    '2401.00004': {
      title: 'Sand Waves on the Beaches of Small Moons',
      abstract: 'We follow sand.',
    },
    '2401.00002': {
      title: 'A cookery book of quite another kind',
      abstract: 'Soup.',
      authors: ['Cy Cook'],
    },
  },
  crossref: {
    '10.1000/one': {
      title: ['Tides on Small Moons of <i>Large</i> Planets'],
      'container-title': ['Annals of Tides'],
      issued: { 'date-parts': [[2026, 5]] },
      volume: '12',
      page: '1-9',
    },
    '10.1000/two': {
      title: ['Dust Rings around Young Stars'],
      abstract: '<jats:p>We weigh dust &amp; rings.</jats:p>',
      author: [{ given: 'Bo', family: 'Builder' }, { name: 'The Ring Team' }],
      'container-title': [],
      issued: { 'date-parts': [[null]] },
    },
  },
  semanticScholar: {
    'ARXIV:2401.00003': {
      externalIds: { ArXiv: '2401.00003', DOI: '10.1000/three' },
      title: 'Waves in Shallow Water of Cold Lakes',
      abstract: 'We count waves.',
      year: 2025,
      venue: 'Lake Letters',
      authors: [{ name: 'Dee Drafter' }],
    },
  },
};

let stop: () => void = () => undefined;
afterEach(() => stop());

/** A library of bare papers, the services, and what completes the ones by the others. */
async function setUp(papers: Record<string, string>) {
  const services = await startServices(KNOWN);
  stop = services.close;
  const { db, env } = openLibrary();
  for (const [key, title] of Object.entries(papers))
    await writeStatus(db, env, {
      opId: key,
      paper: refOf([key], { title, authors: [], abstract: '' }),
      status: 'saved',
    });
  const waits: number[] = [];
  const ports: CompletionPorts = {
    fetch: services.fetch,
    sleep: (time) => {
      waits.push(time);
      return Promise.resolve();
    },
    isStopped: () => false,
    progress: () => undefined,
    answers: new Map(),
  };
  return {
    db,
    services,
    waits,
    run: async (more: Partial<CompletionPorts> = {}) => {
      const bare = (await db.papers.toArray()).map(bareRecord);
      const done = await complete(bare, { ...ports, ...more });
      await fillPapers(db, env, { opId: 'fill', fills: done.fills });
      return done;
    },
    takeBack: () => valueOf(undo(db, env, 'back')),
    paper: (id: string) => db.papers.get(id),
  };
}

test('what a list left out is filled in by id, as one step to undo', async () => {
  const { run, paper, takeBack, services } = await setUp({
    'arxiv:2401.00001': TITLE,
    'doi:10.1000/two': 'Dust Rings around Young Stars',
    'arxiv:2401.00003': 'Waves in Shallow Water of Cold Lakes',
  });
  const before = await paper('arxiv:2401.00001');
  expect((await run()).problems).toEqual([]);
  expect(await paper('arxiv:2401.00001')).toMatchObject({
    title: TITLE,
    abstract: ABSTRACT,
    authors: ['Ann Author'],
    keys: expect.arrayContaining(['doi:10.1000/one']) as unknown,
    facts: {
      venue: { value: 'Annals of Tides', source: 'crossref' },
      volume: { value: '12', source: 'crossref' },
    },
    status: 'saved',
  });
  expect(await paper('doi:10.1000/two')).toMatchObject({
    abstract: 'We weigh dust & rings.',
    authors: ['Bo Builder', 'The Ring Team'],
  });
  expect(await paper('arxiv:2401.00003')).toMatchObject({
    abstract: 'We count waves.',
    facts: { venue: { value: 'Lake Letters', source: 'semantic-scholar' } },
  });
  expect(services.asked.filter((path) => path.startsWith('/api/query'))).toHaveLength(1);
  await takeBack();
  const after = await paper('arxiv:2401.00001');
  expect([after?.abstract, after?.authors, after?.keys]).toEqual(['', [], before?.keys]);
});

test('nothing is taken of another paper that is known under the id', async () => {
  const { run, paper } = await setUp({ 'arxiv:2401.00002': TITLE });
  expect((await run()).others).toEqual(['arxiv:2401.00002']);
  expect(await paper('arxiv:2401.00002')).toMatchObject({ title: TITLE, abstract: '' });
});

test('no service is asked for a paper that lacks nothing, nor asked twice', async () => {
  const { run, services } = await setUp({ 'arxiv:2401.00001': TITLE });
  const answers = new Map();
  await run({ answers });
  const first = services.asked.length;
  await run({ answers });
  expect(services.asked.length).toBe(first);
});

test('a service that is busy is asked again when it says, and left alone where that is long', async () => {
  const { run, paper, services, waits } = await setUp({ 'arxiv:2401.00001': TITLE });
  let refusals = 2;
  services.fail((path, response) => {
    if (!path.startsWith('/api/query') || refusals === 0) return false;
    refusals -= 1;
    response.writeHead(429, { 'Retry-After': '7' }).end('Rate exceeded.');
    return true;
  });
  expect((await run()).problems).toEqual([]);
  expect(waits.slice(0, 2)).toEqual([7_000, 7_000]);
  expect((await paper('arxiv:2401.00001'))?.abstract).toBe(ABSTRACT);

  const busy = await setUp({ 'arxiv:2401.00004': 'Sand Waves on the Beaches of Small Moons' });
  busy.services.fail((path, response) => {
    if (!path.startsWith('/graph')) return false;
    response.writeHead(429, { 'Retry-After': '3600' }).end('{"message":"Too Many Requests"}');
    return true;
  });
  expect((await busy.run()).problems).toEqual([{ service: 'semantic-scholar', problem: 'busy' }]);
  // What the others told is kept.
  expect((await busy.paper('arxiv:2401.00004'))?.abstract).toBe('We follow sand.');
});

test.each<[string, (response: ServerResponse) => void, string]>([
  ['an error', (response) => response.writeHead(500).end('{}'), 'refused'],
  [
    'an answer that breaks off',
    (response) => response.end('{"message":{"items":[{"DOI"'),
    'refused',
  ],
  [
    'a page in place of an answer',
    (response) => response.end('<html>Please log in</html>'),
    'refused',
  ],
  ['no answer', (response) => response.destroy(), 'offline'],
])('%s stores nothing, and is said', async (_, answer, problem) => {
  const { run, paper, services, db } = await setUp({ 'arxiv:2401.00001': TITLE });
  const before = await paper('arxiv:2401.00001');
  services.fail((_path, response) => {
    answer(response);
    return true;
  });
  const { problems } = await run();
  expect(problems).toEqual([
    { service: 'arxiv', problem },
    { service: 'semantic-scholar', problem },
  ]);
  expect(await paper('arxiv:2401.00001')).toEqual(before);
  expect(await db.journal.where('opId').equals('fill').count()).toBe(0);
});

test('a partial answer fills in what it tells', async () => {
  const { run, paper } = await setUp({
    'arxiv:2401.00001': TITLE,
    'arxiv:2401.09999': 'Nobody knows this one at all',
  });
  const { fills } = await run();
  expect(new Set(fills.map(({ id }) => id))).toEqual(new Set(['arxiv:2401.00001']));
  expect((await paper('arxiv:2401.09999'))?.abstract).toBe('');
});

test('stopped half-way it keeps the answers, and asks no service further', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`arxiv:2402.${String(at).padStart(5, '0')}`, '']),
  );
  const { run, paper, services } = await setUp({ 'arxiv:2401.00001': TITLE, ...many });
  let isStopped = false;
  await run({
    sleep: () => {
      isStopped = true;
      return Promise.resolve();
    },
    isStopped: () => isStopped,
  });
  expect(services.asked).toHaveLength(1);
  expect((await paper('arxiv:2401.00001'))?.abstract).toBe(ABSTRACT);
});
