import { textOf } from '@/domain/import/chunks';
import {
  detectFormat,
  IMPORT_FORMATS,
  type ImportFormatId,
  type ReadOptions,
  type Reader,
} from '@/domain/import/formats';
import { type Incoming, withinReason } from '@/domain/import/incoming';
import { Unreadable } from '@/domain/import/unreadable';
import { type Failure, fail, ok, type Result } from '@/domain/result';
import { type Call, untilDone } from '@/rpc/client';
import type { AppProtocol, ImportReport } from '@/rpc/protocol';

/** A file on its way into the library. */
export interface ImportJob {
  call: Call<AppProtocol>;
  /** Names the import in calls. */
  id: string;
  signal: AbortSignal;
  /** Told how much of the file was read, 0 to 1. */
  progress: (part: number) => void;
}

/** Bounds of one message. */
const MOST_ITEMS = 500;
const MOST_TEXT = 1024 * 1024;

/** Items as pages of JSON text, each small enough for one message. */
async function* pagesOf(items: AsyncIterable<Incoming>): AsyncGenerator<string> {
  let page: string[] = [];
  let size = 0;
  for await (const item of items) {
    const text = JSON.stringify(item);
    page.push(text);
    size += text.length;
    if (page.length < MOST_ITEMS && size < MOST_TEXT) continue;
    yield `[${page.join(',')}]`;
    [page, size] = [[], 0];
  }
  yield `[${page.join(',')}]`;
}

/** The bytes of a file, counted as they are read. */
async function* counted(file: Blob, { progress, signal }: ImportJob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  let read = 0;
  for (;;) {
    signal.throwIfAborted();
    const { done, value } = await reader.read();
    if (done) return;
    read += value.length;
    yield value;
    progress(file.size === 0 ? 1 : read / file.size);
  }
}

const failureOf = (error: unknown, signal: AbortSignal): { ok: false; error: Failure } => {
  if (signal.aborted)
    return fail('cancelled', 'The import was cancelled; the library is as it was.');
  if (error instanceof Unreadable) return fail('invalid', error.message);
  // Nobody foresaw it; the library is as it was all the same, and a person must not wait for ever.
  console.error(error);
  return fail('invalid', `The file could not be read (${String(error).replace(/\s+/g, ' ')}).`);
};

/**
 * Reads a file and hands it to the background page by page; the library is not touched yet. Fails with
 * `invalid` and the place where the file is not as its format says, with `cancelled` when it was.
 */
export async function stageFile(
  job: ImportJob,
  file: Blob,
  format: ImportFormatId,
  options: ReadOptions,
): Promise<Result<number>> {
  const begun = await job.call('import.begin', { id: job.id });
  if (!begun.ok) return begun;
  const read: Reader = IMPORT_FORMATS[format];
  let page = 0;
  try {
    for await (const items of pagesOf(withinReason(read(textOf(counted(file, job)), options)))) {
      const staged = await job.call('import.stage', { id: job.id, page, items });
      if (!staged.ok) {
        await job.call('import.cancel', { id: job.id });
        return staged;
      }
      page += 1;
    }
  } catch (error) {
    await job.call('import.cancel', { id: job.id });
    return failureOf(error, job.signal);
  }
  return ok(page);
}

/**
 * Imports what was staged, and waits until it is done: in several messages, for a browser stops a background
 * that takes minutes over one. One that was stopped midway begins anew; the library knows no half of it.
 */
export const applyStaged = (
  call: Call<AppProtocol>,
  ask: { id: string; opId: string },
): Promise<Result<ImportReport>> => untilDone(() => call('import.apply', ask));

/** How much of a file tells its format, bytes. */
const START = 4_096;

/** Which format a file has. */
export const formatOf = async (file: File): Promise<ImportFormatId> =>
  detectFormat(file.name, await file.slice(0, START).text());

/** Imports a file at once, in the format that it has. Fails as `stageFile` does. */
export async function importFile(
  job: ImportJob,
  file: File,
  now: number,
): Promise<Result<ImportReport>> {
  const staged = await stageFile(job, file, await formatOf(file), { now });
  return staged.ok ? applyStaged(job.call, { id: job.id, opId: job.id }) : staged;
}
