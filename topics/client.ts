import type { TaskMessage, TopicTask, TopicTasks } from './tasks';

/** Runs a task on topics in a worker of its own, which ends with its answer. Rejects when it fails. */
export function runTask<K extends TopicTask>(
  name: K,
  ask: TopicTasks[K][0],
  look?: (part: TopicTasks[K][1]) => void,
): Promise<TopicTasks[K][1]> {
  const worker = new Worker(new URL('./topics.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<TopicTasks[K][1]>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<TaskMessage<K>>) => {
      if ('error' in data) reject(new Error(data.error));
      else if (data.isDone) resolve(data.value);
      else look?.(data.value);
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage({ name, ask });
  }).finally(() => worker.terminate());
}
