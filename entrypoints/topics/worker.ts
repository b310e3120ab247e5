import { perform, type TaskMessage, type TopicTask, type TopicTasks } from '@/domain/topics/tasks';

interface Message<K extends TopicTask> {
  name: K;
  ask: TopicTasks[K][0];
}

/** Performs the task that it is sent: one message in, unfinished answers and at last the answer out. */
addEventListener('message', ({ data }: MessageEvent<Message<TopicTask>>) => {
  const say = (value: TaskMessage<TopicTask>['value'], isDone: boolean): void =>
    postMessage({ value, isDone } satisfies TaskMessage<TopicTask>);
  say(
    perform(data.name, data.ask, (part) => say(part, false)),
    true,
  );
});
