import { textOf } from '@/domain/import/chunks';
import { bytesAs, IMPORT_FORMATS, type Reader } from '@/domain/import/formats';
import { type Incoming, withinReason } from '@/domain/import/incoming';
import { Unreadable } from '@/domain/import/unreadable';
import { countLeft } from '@/domain/import/read';
import { type Failure, fail, ok, type Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol, ImportReport } from '@/rpc/protocol';
import { untilDone } from '@/rpc/until-done';
import { bytesOf, formatOf, type Source } from './files';

/** Files on their way into the library. */
export interface ImportJob {
  call: Call<AppProtocol>;
  /** Names the import in calls. */
  id: string;
  signal: AbortSignal;
  /** Told how much of them was read, 0 to 1. */
  progress: (part: number) => void;
}

/** Bounds of one message. */
const MOST_ITEMS = 500;
const MOST_TEXT = 1024 * 1024;

/**
 * Items as pages of JSON text, each small enough for one message. What is left out of the file is counted in `left` and
 * not sent.
 */
async function* pagesOf(
  items: AsyncIterable<Incoming>,
  left: Map<string, number>,
): AsyncGenerator<string> {
  let page: string[] = [];
  let size = 0;
  for await (const item of items) {
    if (item.kind === 'left') {
      countLeft(left, item);
      continue;
    }
    const text = JSON.stringify(item);
    page.push(text);
    size += text.length;
    if (page.length < MOST_ITEMS && size < MOST_TEXT) continue;
    yield `[${page.join(',')}]`;
    [page, size] = [[], 0];
  }
  yield `[${page.join(',')}]`;
}

const failureOf = (error: unknown, signal: AbortSignal): { ok: false; error: Failure } => {
  if (signal.aborted)
    return fail('cancelled', 'The import was cancelled; the library is as it was.');
  if (error instanceof Unreadable) return fail('invalid', error.message);
  // Nobody foresaw it; the library is as it was all the same, and a person must not wait for ever.
  console.error(error);
  return fail('invalid', `The file could not be read (${String(error).replace(/\s+/g, ' ')}).`);
};

/** What files hold, one after the other; of several each place is said with its file. */
async function* itemsOf(
  { progress, signal }: ImportJob,
  sources: readonly Source[],
): AsyncGenerator<Incoming> {
  const size = sources.reduce((all, { file }) => all + file.size, 0);
  let done = 0;
  const look = (piece: Uint8Array): void => {
    signal.throwIfAborted();
    done += piece.length;
    progress(size === 0 ? 1 : done / size);
  };
  for (const { name, file, format, options } of sources) {
    const read: Reader = IMPORT_FORMATS[format];
    const named = (place: string): string => (sources.length > 1 ? `${name}, ${place}` : place);
    try {
      for await (const item of withinReason(
        read(textOf(bytesOf(file, look), bytesAs(format)), options),
      ))
        yield { ...item, place: named(item.place) };
    } catch (error) {
      if (error instanceof Unreadable && sources.length > 1)
        throw new Unreadable(`${name}: ${error.message}`);
      throw error;
    }
  }
}

/**
 * Reads files and hands them to the background page by page; the library is not touched yet. Gives the names of fields
 * that are left out, each with the number of entries that have it. Fails with
 * `invalid` and the place where a file is not as its format says, with `cancelled` when it was.
 */
export async function stageFiles(
  job: ImportJob,
  sources: readonly Source[],
): Promise<Result<Map<string, number>>> {
  const left = new Map<string, number>();
  const begun = await job.call('import.begin', { id: job.id });
  if (!begun.ok) return begun;
  let page = 0;
  try {
    for await (const items of pagesOf(itemsOf(job, sources), left)) {
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
  return ok(left);
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
