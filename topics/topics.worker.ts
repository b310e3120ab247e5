import { openForReading } from '@/storage/read/open';
import { perform } from './perform';
import type { TaskMessage, TopicTask, TopicTasks } from './tasks';

interface Message<K extends TopicTask> {
  name: K;
  ask: TopicTasks[K][0];
}

const reading = openForReading();
const say = (message: TaskMessage<TopicTask>): void => postMessage(message);

/** Performs the task that it is sent: one message in, unfinished answers and at last the answer out. */
addEventListener('message', ({ data }: MessageEvent<Message<TopicTask>>) => {
  const task = async () => {
    const { db } = await reading;
    return perform(
      () => db,
      data.name,
      data.ask,
      (value) => say({ value, isDone: false }),
    );
  };
  task().then(
    (value) => say({ value, isDone: true }),
    (error: unknown) => say({ error: String(error) }),
  );
});
