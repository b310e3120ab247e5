import type { TopicInput, TopicSet } from '@/domain/topics/types';

/** Groups papers in a worker of its own, which ends with its answer. Rejects when the grouping fails. */
export function groupInWorker(papers: TopicInput[]): Promise<TopicSet> {
  const worker = new Worker(new URL('./topics.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<TopicSet>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<TopicSet>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(papers);
  }).finally(() => worker.terminate());
}
