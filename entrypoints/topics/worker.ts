import { perform, type TopicTask, type TopicTasks } from '@/domain/topics/tasks';

interface Message<K extends TopicTask> {
  name: K;
  ask: TopicTasks[K][0];
}

/** Performs the task that it is sent: one message in, one out. */
addEventListener('message', ({ data }: MessageEvent<Message<TopicTask>>) => {
  postMessage(perform(data.name, data.ask));
});
