import { type Signal, signal } from '@preact/signals';
import type { PaperChanges } from '@/domain/import/changes';
import type { FutureItems } from '@/domain/import/incoming';
import type { OtherChange } from '@/domain/import/others';
import type { ImportFormatId } from '@/domain/import/formats';
import type { TableChoice } from '@/domain/import/formats/csv-table';
import type { ImportReport } from '@/domain/library';
import type { Failure, Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import { untilDone } from '@/rpc/until-done';
import { type Unread, unreadOf } from './dropped';
import { formatOf, startOf } from './files';
import { applyStaged, type Staged, stageFiles } from './import';
import type { TransferPorts } from './ports';

/** What an import would do, as far as it was looked at. */
export interface ImportPreview {
  new: number;
  merged: number;
  changes: PaperChanges[];
  /** Papers that a merge changes; `changes` holds the first of them. */
  changed: number;
  rejected: { place: string; reason: string }[];
  /** What changes beside papers; `otherChanges` is how many, of which these are the first. */
  others: OtherChange[];
  otherChanges: number;
  /** Fields of the files that are not taken, by name, with the number of entries that have each; the most frequent first. */
  left: [name: string, entries: number][];
  /** Files that were read otherwise than as UTF-8. */
  letters: Staged['letters'];
  future: FutureItems;
}

/** Merges that can be opened in a preview; of more only the number is said. */
const MOST_CHANGES = 200;

export type ImportPhase =
  | { is: 'idle' }
  | { is: 'reading'; part: number }
  | { is: 'ready'; preview: ImportPreview }
  | { is: 'writing'; part: number }
  | { is: 'done'; report: ImportReport; opId: string; undo: 'possible' | 'running' | 'done' }
  | { is: 'failed'; failure: Failure };

/** Files that were chosen, and how they are to be read. */
export interface Chosen {
  files: { file: File; format: ImportFormatId }[];
  /** Files of a folder that are not read. */
  others: Unread[];
  /** First rows of a table that was chosen alone, and how it is read. */
  table: ({ rows: string[][] } & TableChoice) | null;
}

/** The error after a cancellation, whichever error the background answers with. */
const CANCELLED: Failure = { reason: 'cancelled', message: '' };

/** How often a running import is asked how far it is, milliseconds. */
const ASK_EVERY = 250;

/** The import that a person works on: its files, how far it is, and what stops it. */
interface Import {
  chosen: Signal<Chosen | null>;
  phase: Signal<ImportPhase>;
  /** The import's name to the background; empty before the first. */
  id: string;
  stop: AbortController;
  fail: (failure: Failure) => void;
}

/** Reads what was chosen, and looks at what importing it would do. */
function createReading({ call, now, read: readFiles }: TransferPorts, work: Import) {
  const { chosen, phase, fail } = work;

  /** Reads the chosen files and looks at what importing them would do. */
  async function read(): Promise<void> {
    const what = chosen.peek();
    if (!what) return;
    work.stop.abort();
    work.stop = new AbortController();
    const { signal: aborted } = work.stop;
    // An earlier reading, of this file or another, is dropped.
    if (work.id !== '') void call('import.cancel', { id: work.id });
    const mine = crypto.randomUUID();
    work.id = mine;
    phase.value = { is: 'reading', part: 0 };
    const progress = (part: number) => {
      if (mine === work.id) phase.value = { is: 'reading', part };
    };
    const options = { now: now().getTime(), table: what.table ?? undefined };
    const staged = await stageFiles(
      { call, id: mine, signal: aborted, progress, read: readFiles },
      what.files.map(({ file, format }) => ({ name: file.name, file, format, options })),
    );
    if (mine !== work.id) return;
    if (!staged.ok) return fail(staged.error);
    const preview = await look(call, mine, aborted);
    if (mine !== work.id) return;
    if (!preview.ok) return fail(preview.error);
    const left = [...staged.value.left].toSorted(([, a], [, b]) => b - a);
    const { letters } = staged.value;
    phase.value = { is: 'ready', preview: { ...preview.value, left, letters } };
  }

  /** Reads files that were chosen; `unread` are those beside them in a folder that nothing reads. */
  async function choose(files: readonly File[], unread: readonly File[] = []): Promise<void> {
    const others = await unreadOf(unread);
    const known = await Promise.all(
      files.map(async (file) => ({ file, format: await formatOf(file) })),
    );
    const [only, ...more] = known;
    if (!only) {
      chosen.value = null;
      return fail({ reason: 'invalid', message: nothingIn(others) });
    }
    const table = more.length === 0 ? await tableOf(only.file, only.format) : null;
    chosen.value = { files: known, others, table };
    await read();
  }

  /** Reads a file that was chosen alone in another format. */
  async function readAs(format: ImportFormatId): Promise<void> {
    const before = chosen.peek();
    const [only] = before?.files ?? [];
    if (!before || !only) return;
    const { file } = only;
    const { others } = before;
    chosen.value = { files: [{ file, format }], others, table: await tableOf(file, format) };
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

  return { choose, readAs, chooseTable, behead };
}

/** Writes what was read, and takes it back. */
function createWriting({ call }: TransferPorts, work: Import) {
  const { chosen, phase, fail } = work;

  async function apply(): Promise<void> {
    const ready = phase.peek();
    if (ready.is !== 'ready') return;
    const total = Math.max(1, ready.preview.new + ready.preview.merged);
    const [mine, opId] = [work.id, crypto.randomUUID()];
    phase.value = { is: 'writing', part: 0 };
    const timer = setInterval(() => {
      void call('import.progress', { id: mine }).then((answer) => {
        if (answer.ok && answer.value !== null && phase.peek().is === 'writing')
          phase.value = { is: 'writing', part: answer.value / total };
      });
    }, ASK_EVERY);
    const done = await applyStaged(call, { id: mine, opId });
    clearInterval(timer);
    if (!done.ok) return fail(work.stop.signal.aborted ? CANCELLED : done.error);
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
    work.stop.abort();
    await call('import.cancel', { id: work.id });
    if (phase.peek().is !== 'writing') [phase.value, chosen.value] = [{ is: 'idle' }, null];
  }

  return { apply, undo, cancel };
}

/** Files to the library, after a look at what they would change. */
export function createImporting(ports: TransferPorts) {
  const phase = signal<ImportPhase>({ is: 'idle' });
  const work: Import = {
    chosen: signal<Chosen | null>(null),
    phase,
    id: '',
    stop: new AbortController(),
    fail: (failure) => {
      phase.value = failure.reason === 'cancelled' ? { is: 'idle' } : { is: 'failed', failure };
    },
  };
  return {
    chosen: work.chosen,
    phase,
    ...createReading(ports, work),
    ...createWriting(ports, work),
  };
}

/** Why nothing of what was chosen can be read: by the first file of which that is known. */
function nothingIn(others: readonly Unread[]): string {
  const told = others.find(({ what }) => what !== '');
  return told ? `${told.name}: ${told.what}` : 'There is no file that can be read in it';
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
): Promise<Result<ImportPreview>> {
  const preview: ImportPreview = {
    new: 0,
    merged: 0,
    changes: [],
    changed: 0,
    rejected: [],
    others: [],
    otherChanges: 0,
    future: { count: 0, until: 0 },
    left: [],
    letters: [],
  };
  for (let page = 0; !aborted.aborted; page++) {
    const answer = await call('import.preview', { id, page });
    if (!answer.ok) return answer;
    const { new: fresh, merged, changes, rejected, others, future, isLast } = answer.value;
    preview.new += fresh;
    preview.merged += merged;
    preview.changed += changes.length;
    preview.changes.push(...changes.slice(0, MOST_CHANGES - preview.changes.length));
    preview.rejected.push(...rejected);
    preview.others.push(...others.slice(0, MOST_CHANGES - preview.others.length));
    preview.otherChanges += answer.value.otherChanges;
    preview.future.count += future.count;
    preview.future.until = Math.max(preview.future.until, future.until);
    if (isLast) break;
  }
  return { ok: true, value: preview };
}
