import type { Failure } from '@/domain/result';
import type { Source } from './files';
import { type FilePage, readHere, readingFailure } from './pages';

/** What a page asks for: files to read, once, and then one page of them after the other. */
export type ReadAsk = { sources: readonly Source[] } | 'next';
export type ReadReply = { page: FilePage } | { failure: Failure } | 'end';

const unstopped = new AbortController().signal;
let pages: AsyncIterator<FilePage> | null = null;

async function next(): Promise<ReadReply> {
  try {
    const result = await pages?.next();
    return !result || result.done ? 'end' : { page: result.value };
  } catch (error) {
    return { failure: readingFailure(error).error };
  }
}

// A page that stops ends the worker.
addEventListener('message', ({ data }: MessageEvent<ReadAsk>) => {
  if (data !== 'next') pages = readHere(data.sources, unstopped)[Symbol.asyncIterator]();
  void next().then((reply) => postMessage(reply));
});
