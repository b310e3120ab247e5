import { beforeEach, expect, it } from 'vitest';
import { createImporting } from '@/components/app/transfer/importing';
import type { ReadFiles } from '@/components/app/transfer/pages';
import { fail, ok, type Result } from '@/domain/result';

/** Pages that the reader gives; the worker itself is tested in a browser. */
const reader = { pages: [] as object[], gate: Promise.resolve() };
const read = async function* (_: unknown, signal: AbortSignal) {
  await reader.gate;
  signal.throwIfAborted();
  yield* reader.pages;
} as ReadFiles;
beforeEach(() => {
  reader.gate = Promise.resolve();
});

const page = (left: [string, number][], letters: object[] = []) => ({
  items: ['{}'],
  left: new Map(left),
  letters,
  part: 1,
});
const seen = (fresh: number, merged: number, isLast: boolean) =>
  ok({
    new: fresh,
    merged,
    changes: [],
    rejected: [],
    others: [],
    otherChanges: 0,
    future: { count: 0, until: 0 },
    isLast,
  });

type Answers = Record<string, Result<unknown> | ((ask: never) => Result<unknown>)>;

/** An import whose calls are answered by a table. */
function importing(answers: Answers = {}) {
  const asked: [string, { id?: string; step?: string; opId?: string }][] = [];
  const state = createImporting({
    read,
    exportFile: async () => fail('storage', ''),
    download: () => undefined,
    memory: { getItem: () => null, setItem: () => undefined },
    call: (async (name: string, ask: object) => {
      asked.push([name, ask]);
      const answer = answers[name] ?? ok(null);
      return typeof answer === 'function' ? answer(ask as never) : answer;
    }) as never,
    now: () => new Date(0),
    shown: () => ({ query: '', paper: null, chosen: [], tags: [], findAll: async () => [] }),
  });
  return { state, asked, names: () => asked.map(([name]) => name) };
}

const file = (name: string) => new File(['@article{a, title={A}}'], name);
const report = { new: 3, merged: 1, rejected: 0 };

it('reads a file, then tells what all of its pages would change, before anything is changed', async () => {
  reader.pages = [
    page([['abstract-url', 2]]),
    page([
      ['abstract-url', 1],
      ['annote', 9],
    ]),
  ];
  const { state, names } = importing({
    'import.preview': ({ page: at }: { page: number }) => seen(at + 1, 1, at === 1),
  });
  await state.choose([file('a.bib')]);
  expect(state.phase.value).toMatchObject({
    is: 'ready',
    preview: {
      new: 3,
      merged: 2,
      left: [
        ['annote', 9],
        ['abstract-url', 3],
      ],
    },
  });
  expect(names()).not.toContain('import.apply');
});

it('tells which files are not in UTF-8', async () => {
  const heard = ['old.bib', { encoding: 'gb18030', repaired: 0 }] as const;
  reader.pages = [page([]), page([], [[...heard]])];
  const { state } = importing({ 'import.preview': () => seen(1, 0, true) });
  await state.choose([file('old.bib'), file('b.bib')]);
  expect(state.phase.value).toMatchObject({ is: 'ready', preview: { letters: [heard] } });
});

it('names the files of a folder that are not read, with what they are', async () => {
  reader.pages = [page([])];
  const { state } = importing({ 'import.preview': () => seen(1, 0, true) });
  const others = [
    new File(['%PDF-1.7'], 'paper.pdf'),
    new File(['PK\u0003\u0004'], 'more.zip'),
    new File(['Tides'], 'notes.org'),
  ];
  await state.choose([file('a.bib')], others);
  expect(
    state.chosen.value?.others.map(({ name, what }) => `${name}: ${what.slice(0, 18)}`),
  ).toEqual(['paper.pdf: This is a PDF file', 'more.zip: This is a zip file', 'notes.org: ']);
  await state.choose([], others.slice(1));
  expect(state.phase.value).toMatchObject({
    is: 'failed',
    failure: { reason: 'invalid', message: expect.stringMatching(/^more\.zip: .*unpack it/) },
  });
});

it('a second choice takes the place of the first, whose reading ends later', async () => {
  reader.pages = [page([])];
  let readOn = (): void => undefined;
  reader.gate = new Promise((resolve) => (readOn = resolve));
  const { state, asked } = importing({ 'import.preview': () => seen(1, 0, true) });
  const first = state.choose([file('a.bib')]);
  await expect.poll(() => state.phase.value.is).toBe('reading');
  const second = state.choose([file('b.bib')]);
  await expect.poll(() => asked.filter(([name]) => name === 'import.begin').length).toBe(2);
  const phases: string[] = [];
  state.phase.subscribe(({ is }) => phases.push(is));
  readOn();
  await Promise.all([first, second]);
  expect(phases).not.toContain('idle');
  expect(state.chosen.value?.files.map(({ file: { name } }) => name)).toEqual(['b.bib']);
  const [dropped] = asked.filter(([name]) => name === 'import.begin');
  expect(asked).toContainEqual(['import.cancel', { id: dropped![1].id }]);
  expect(state.phase.value.is).toBe('ready');
});

it('imports what was shown, and takes back the import that it made', async () => {
  reader.pages = [page([])];
  const { state, asked } = importing({
    'import.preview': () => seen(3, 1, true),
    'import.apply': ok(report),
    'import.undo': ok({ count: 4 }),
  });
  await state.choose([file('a.bib')]);
  await state.apply();
  expect(state.phase.value).toMatchObject({ is: 'done', report, undo: 'possible' });
  await state.undo();
  expect(state.phase.value).toMatchObject({ is: 'done', undo: 'done' });
  const opId = asked.find(([name]) => name === 'import.apply')?.[1].opId;
  expect(asked.find(([name]) => name === 'import.undo')?.[1].step).toBe(opId);
});

it('an import that failed says so; one that the person cancelled does not', async () => {
  reader.pages = [page([])];
  let cancel = (): void => undefined;
  const { state } = importing({
    'import.preview': () => seen(1, 0, true),
    'import.apply': () => {
      cancel();
      return fail('storage', 'The import is gone.');
    },
  });
  await state.choose([file('a.bib')]);
  await state.apply();
  expect(state.phase.value).toMatchObject({ is: 'failed', failure: { reason: 'storage' } });
  await state.choose([file('a.bib')]);
  cancel = () => void state.cancel();
  await state.apply();
  expect(state.phase.value.is).toBe('idle');
});

it('a drop without a file says that there is none', async () => {
  const { state } = importing();
  await state.choose([]);
  expect(state.phase.value).toMatchObject({ is: 'failed', failure: { reason: 'invalid' } });
});
