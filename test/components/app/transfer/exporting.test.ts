import { beforeEach, expect, it } from 'vitest';
import type { ExportFile, ExportJob } from '@/components/app/transfer/export';
import { createExporting } from '@/components/app/transfer/exporting';
import { fail, ok, type Result } from '@/domain/result';

const file = { name: 'gloss.json', blob: new Blob(), papers: 2 };
const made = {
  jobs: [] as ExportJob[],
  downloads: [] as string[],
  answer: Promise.resolve<Result<ExportFile>>(ok(file)),
};
beforeEach(() => {
  [made.jobs, made.downloads, made.answer] = [[], [], Promise.resolve(ok(file))];
});

/** Exports of a page on which some papers are chosen. */
const exporting = (chosen: string[], findAll = async () => ['x']) =>
  createExporting({
    read: async function* () {},
    exportFile: async (job) => {
      made.jobs.push(job);
      return made.answer;
    },
    download: (name) => made.downloads.push(name),
    memory: { getItem: () => null, setItem: () => undefined },
    call: (async () => ok(7) as Result<unknown>) as never,
    now: () => new Date(0),
    shown: () => ({ query: 'tides', paper: null, chosen, tags: [], findAll }),
  });

it('offers the chosen papers where some are chosen, else the whole library', async () => {
  const some = exporting(['a', 'b']);
  await some.write();
  expect(made.jobs[0]?.scope).toEqual({ kind: 'ids', ids: ['a', 'b'] });
  const none = exporting([]);
  await none.write();
  expect(made.jobs[1]?.scope).toEqual({ kind: 'all' });
  expect(none.exported.value).toMatchObject({ ok: true, value: { papers: 2 } });
  expect(made.downloads).toEqual(['gloss.json', 'gloss.json']);
});

it('a second press while a file is written does nothing, and stopping reaches the writer', async () => {
  const written = Promise.withResolvers<Result<ExportFile>>();
  made.answer = written.promise;
  const state = exporting([]);
  const first = state.write();
  await expect.poll(() => made.jobs.length).toBe(1);
  await state.write();
  expect(made.jobs).toHaveLength(1);
  state.stopExport();
  expect(made.jobs[0]?.signal.aborted).toBe(true);
  written.resolve(fail('cancelled', ''));
  await first;
  expect(state.exporting.value).toBeNull();
  expect(made.downloads).toEqual([]);
});

it('a search that cannot be read is told instead of an empty file', async () => {
  const state = exporting([], () => Promise.reject(new Error('no index')));
  state.scope.value = { kind: 'search' };
  await state.write();
  expect(state.exported.value).toMatchObject({ ok: false, error: { reason: 'storage' } });
  expect(made.jobs).toEqual([]);
});
