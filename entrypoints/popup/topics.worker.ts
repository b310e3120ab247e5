import { clusterPapers } from '@/domain/topics/topics';
import type { TopicInput } from '@/domain/topics/types';

/** Groups the papers that it is sent: one message in, one out. */
addEventListener('message', ({ data }: MessageEvent<TopicInput[]>) => {
  postMessage(clusterPapers(data));
});
