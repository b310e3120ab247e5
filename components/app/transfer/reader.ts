import { Unreadable } from '@/domain/import/unreadable';
import type { ReadFiles } from './pages';
import type { ReadAsk, ReadReply } from './read.worker';

/**
 * Reads files in a worker of their own, which ends with them, or at once when `signal` says so, whatever it is at.
 * Fails (`Unreadable`) with the place where a file is not as its format says.
 */
export const readInWorker: ReadFiles = async function* (sources, signal) {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
  let waiting = Promise.withResolvers<ReadReply>();
  worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => waiting.resolve(data));
  worker.addEventListener('error', ({ message }) => waiting.reject(new Error(message)));
  const stop = (): void => waiting.reject(signal.reason);
  signal.addEventListener('abort', stop);
  const ask = (message: ReadAsk): Promise<ReadReply> => {
    waiting = Promise.withResolvers();
    if (signal.aborted) stop();
    else worker.postMessage(message);
    return waiting.promise;
  };
  try {
    let reply = await ask({ sources });
    for (; typeof reply === 'object' && 'page' in reply; reply = await ask('next'))
      yield reply.page;
    if (typeof reply === 'object') throw new Unreadable(reply.failure.message);
  } finally {
    signal.removeEventListener('abort', stop);
    worker.terminate();
  }
};
