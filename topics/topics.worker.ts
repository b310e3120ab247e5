import { GlossDatabase } from '@/storage/db';
import { perform } from './perform';
import type { TaskMessage, TopicTask, TopicTasks } from './tasks';

interface Message<K extends TopicTask> {
  name: K;
  ask: TopicTasks[K][0];
}

let db: GlossDatabase | undefined;
/** Made when a task reads the library first. */
const library = (): GlossDatabase => (db ??= new GlossDatabase());
const say = (message: TaskMessage<TopicTask>): void => postMessage(message);

/** Performs the task that it is sent: one message in, unfinished answers and at last the answer out. */
addEventListener('message', ({ data }: MessageEvent<Message<TopicTask>>) => {
  perform(library, data.name, data.ask, (value) => say({ value, isDone: false })).then(
    (value) => say({ value, isDone: true }),
    (error: unknown) => say({ error: String(error) }),
  );
});
