import { fail, ok, type Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol, ImportReport } from '@/rpc/protocol';
import { untilDone } from '@/rpc/until-done';
import { formatOf, type Source } from './files';
import { type FilePage, type ReadFiles, readingFailure } from './pages';
import { readInWorker } from './reader';

/** Files on their way into the library. */
export interface ImportJob {
  call: Call<AppProtocol>;
  /** Names the import in calls. */
  id: string;
  signal: AbortSignal;
  /** Told how much of them was read, 0 to 1. */
  progress: (part: number) => void;
  /** Reads the files; in a worker unless told. */
  read?: ReadFiles;
}

/** What is told of files that were read. */
export interface Staged {
  /** Names of fields that are left out, each with the number of entries that have it. */
  left: Map<string, number>;
  /** Files that were read otherwise than as UTF-8. */
  letters: FilePage['letters'];
}

/**
 * Reads files and hands them to the background page by page; the library is not touched yet. Fails with
 * `invalid` and the place where a file is not as its format says, with `cancelled` when it was.
 */
export async function stageFiles(
  job: ImportJob,
  sources: readonly Source[],
): Promise<Result<Staged>> {
  const [left, letters]: [Staged['left'], Staged['letters']] = [new Map(), []];
  const begun = await job.call('import.begin', { id: job.id });
  if (!begun.ok) return begun;
  let page = 0;
  try {
    for await (const { items, left: names, letters: heard, part } of (job.read ?? readInWorker)(
      sources,
      job.signal,
    )) {
      job.progress(part);
      letters.push(...heard);
      for (const [name, entries] of names) left.set(name, (left.get(name) ?? 0) + entries);
      const staged = await job.call('import.stage', { id: job.id, page, items });
      if (!staged.ok) {
        await job.call('import.cancel', { id: job.id });
        return staged;
      }
      page += 1;
    }
  } catch (error) {
    await job.call('import.cancel', { id: job.id });
    return job.signal.aborted
      ? fail('cancelled', 'The import was cancelled; the library is as it was.')
      : readingFailure(error);
  }
  return ok({ left, letters });
}

/**
 * Imports what was staged, and waits until it is done: in several messages, for a browser stops a background
 * that takes minutes over one. One that was stopped midway begins anew; the library knows no half of it.
 */
export const applyStaged = (
  call: Call<AppProtocol>,
  ask: { id: string; opId: string },
): Promise<Result<ImportReport>> => untilDone(() => call('import.apply', ask));

/** Imports a file at once, in the format that it has. Fails as `stageFiles` does. */
export async function importFile(
  job: ImportJob,
  file: File,
  now: number,
): Promise<Result<ImportReport>> {
  const staged = await stageFiles(job, [
    { name: file.name, file, format: await formatOf(file), options: { now } },
  ]);
  return staged.ok ? applyStaged(job.call, { id: job.id, opId: job.id }) : staged;
}
