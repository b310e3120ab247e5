import { signal } from '@preact/signals';
import type { PaperChanges } from '@/domain/import/changes';
import type { TableChoice } from '@/domain/import/formats/csv-table';
import type { ImportFormatId } from '@/domain/import/formats';
import type { Failure, Result } from '@/domain/result';
import type { ImportReport } from '@/domain/library';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import { untilDone } from '@/rpc/until-done';
import { download } from './download';
import { exportFile, type ExportTarget } from './export';
import { formatOf, startOf } from './files';
import { applyStaged, stageFiles } from './import';
import { idsOf, type ScopeChoice, type Shown } from './scope';

/** What the transfer view needs of the library page. */
export interface TransferPorts {
  call: Call<AppProtocol>;
  now: () => Date;
  shown: () => Shown;
}

/** What an import would do, as far as it was looked at. */
export interface Preview {
  new: number;
  merged: number;
  changes: PaperChanges[];
  /** Papers that a merge changes; `changes` holds the first of them. */
  changed: number;
  rejected: { place: string; reason: string }[];
  /** Fields of the files that are not taken, by name, with the number of entries that have each; the most frequent first. */
  left: [name: string, entries: number][];
}

/** Merges that can be opened in a preview; of more only the number is said. */
const MOST_CHANGES = 200;

export type ImportPhase =
  | { is: 'idle' }
  | { is: 'reading'; part: number }
  | { is: 'ready'; preview: Preview }
  | { is: 'writing'; part: number }
  | { is: 'done'; report: ImportReport; opId: string; undo: 'possible' | 'running' | 'done' }
  | { is: 'failed'; failure: Failure };

/** Files that were chosen, and how they are to be read. */
export interface Chosen {
  files: { file: File; format: ImportFormatId }[];
  /** First rows of a table that was chosen alone, and how it is read. */
  table: ({ rows: string[][] } & TableChoice) | null;
}

export type TransferState = ReturnType<typeof createTransfer>;

/** What a person meant who cancelled, whatever it was that the background could not do any more. */
const CANCELLED: Failure = { reason: 'cancelled', message: '' };

/** How often a running import is asked how far it is, milliseconds. */
const ASK_EVERY = 250;

/** The library to files and back, as the transfer view shows it. */
export function createTransfer({ call, now, shown }: TransferPorts) {
  const target = signal<ExportTarget>('gloss');
  const scope = signal<ScopeChoice>({ kind: shown().chosen.length > 0 ? 'selection' : 'all' });
  /** Papers read so far, and of how many; `null` while nothing is exported. */
  const exporting = signal<{ read: number; of: number | null } | null>(null);
  const exported = signal<Result<{ name: string; papers: number }> | null>(null);
  const chosen = signal<Chosen | null>(null);
  const phase = signal<ImportPhase>({ is: 'idle' });
  let stop = new AbortController();
  let id = '';

  async function write(): Promise<void> {
    if (exporting.peek() !== null) return;
    stop = new AbortController();
    [exporting.value, exported.value] = [{ read: 0, of: null }, null];
    const ids = await idsOf(call, scope.peek(), now(), shown());
    const all = ids.ok && ids.value === null ? await call('export.count', null) : null;
    const of = ids.ok && ids.value ? ids.value.length : all?.ok ? all.value : null;
    const progress = (papers: number) => (exporting.value = { read: papers, of });
    const file = ids.ok
      ? await exportFile({
          call,
          target: target.peek(),
          scope: ids.value === null ? { kind: 'all' } : { kind: 'ids', ids: ids.value },
          now: now(),
          signal: stop.signal,
          progress,
        })
      : ids;
    if (file.ok) download(file.value.name, file.value.blob);
    [exporting.value, exported.value] = [null, file];
  }

  const fail = (failure: Failure): void => {
    phase.value = failure.reason === 'cancelled' ? { is: 'idle' } : { is: 'failed', failure };
  };

  /** Reads the chosen files and looks at what importing them would do. */
  async function read(): Promise<void> {
    const what = chosen.peek();
    if (!what) return;
    stop.abort();
    stop = new AbortController();
    const { signal: aborted } = stop;
    // What was read of it before, or of another file, is not waited for any more.
    if (id !== '') void call('import.cancel', { id });
    id = crypto.randomUUID();
    const mine = id;
    phase.value = { is: 'reading', part: 0 };
    const progress = (part: number) => {
      if (mine === id) phase.value = { is: 'reading', part };
    };
    const options = { now: now().getTime(), table: what.table ?? undefined };
    const staged = await stageFiles(
      { call, id, signal: aborted, progress },
      what.files.map(({ file, format }) => ({ name: file.name, file, format, options })),
    );
    if (mine !== id) return;
    if (!staged.ok) return fail(staged.error);
    const preview = await look(call, mine, aborted);
    if (mine !== id) return;
    if (!preview.ok) return fail(preview.error);
    const left = [...staged.value].toSorted(([, a], [, b]) => b - a);
    phase.value = { is: 'ready', preview: { ...preview.value, left } };
  }

  async function choose(files: readonly File[]): Promise<void> {
    const known = await Promise.all(
      files.map(async (file) => ({ file, format: await formatOf(file) })),
    );
    const [only, ...others] = known;
    if (!only) {
      chosen.value = null;
      return fail({ reason: 'invalid', message: 'There is no file that can be read in it' });
    }
    const table = others.length === 0 ? await tableOf(only.file, only.format) : null;
    chosen.value = { files: known, table };
    await read();
  }

  /** Reads a file that was chosen alone in another format. */
  async function readAs(format: ImportFormatId): Promise<void> {
    const [only] = chosen.peek()?.files ?? [];
    if (!only) return;
    const { file } = only;
    chosen.value = { files: [{ file, format }], table: await tableOf(file, format) };
    await read();
  }

  async function chooseTable(table: TableChoice): Promise<void> {
    const before = chosen.peek();
    if (!before?.table) return;
    chosen.value = { ...before, table: { ...before.table, ...table } };
    await read();
  }

  /** Takes the first row of a table for a paper, or for the names of its columns. */
  async function behead(isHeadless: boolean): Promise<void> {
    const { guessTable } = await import('@/domain/import/formats/csv-table');
    await chooseTable(guessTable(chosen.peek()?.table?.rows ?? [], isHeadless));
  }

  async function apply(): Promise<void> {
    const ready = phase.peek();
    if (ready.is !== 'ready') return;
    const total = Math.max(1, ready.preview.new + ready.preview.merged);
    const [mine, opId] = [id, crypto.randomUUID()];
    phase.value = { is: 'writing', part: 0 };
    const timer = setInterval(() => {
      void call('import.progress', { id: mine }).then((answer) => {
        if (answer.ok && answer.value !== null && phase.peek().is === 'writing')
          phase.value = { is: 'writing', part: answer.value / total };
      });
    }, ASK_EVERY);
    const done = await applyStaged(call, { id: mine, opId });
    clearInterval(timer);
    if (!done.ok) return fail(stop.signal.aborted ? CANCELLED : done.error);
    phase.value = { is: 'done', report: done.value, opId, undo: 'possible' };
  }

  async function undo(): Promise<void> {
    const done = phase.peek();
    if (done.is !== 'done' || done.undo !== 'possible') return;
    phase.value = { ...done, undo: 'running' };
    const ask = { opId: crypto.randomUUID(), step: done.opId };
    const answer = await untilDone(() => call('import.undo', ask));
    if (!answer.ok) return fail(answer.error);
    phase.value = { ...done, undo: 'done' };
  }

  /** Stops what runs; the library is as it was. */
  async function cancel(): Promise<void> {
    stop.abort();
    await call('import.cancel', { id });
    if (phase.peek().is !== 'writing') [phase.value, chosen.value] = [{ is: 'idle' }, null];
  }

  return {
    target,
    scope,
    exporting,
    exported,
    chosen,
    phase,
    write,
    stopExport: () => stop.abort(),
    choose,
    readAs,
    chooseTable,
    behead,
    apply,
    undo,
    cancel,
    call,
  };
}

/** Enough for the first rows of a table, whatever their length, characters. */
const TABLE_START = 256 * 1024;

async function tableOf(file: File, format: ImportFormatId): Promise<Chosen['table']> {
  if (format !== 'csv') return null;
  const { csvHead } = await import('@/domain/import/formats/csv');
  const { guessTable } = await import('@/domain/import/formats/csv-table');
  const start = await startOf(file, TABLE_START);
  try {
    const rows = csvHead(start);
    return { rows, ...guessTable(rows) };
  } catch {
    return { rows: [], columns: {}, isHeadless: false };
  }
}

/** What importing a staged file would do, page by page. */
async function look(
  call: Call<AppProtocol>,
  id: string,
  aborted: AbortSignal,
): Promise<Result<Preview>> {
  const preview: Preview = { new: 0, merged: 0, changes: [], changed: 0, rejected: [], left: [] };
  for (let page = 0; !aborted.aborted; page++) {
    const answer = await call('import.preview', { id, page });
    if (!answer.ok) return answer;
    const { new: fresh, merged, changes, rejected, isLast } = answer.value;
    preview.new += fresh;
    preview.merged += merged;
    preview.changed += changes.length;
    preview.changes.push(...changes.slice(0, MOST_CHANGES - preview.changes.length));
    preview.rejected.push(...rejected);
    if (isLast) break;
  }
  return { ok: true, value: preview };
}
