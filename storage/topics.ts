import type { StoredTopics } from '@/domain/topics/types';
import type { GlossDatabase } from './db';

const CURRENT = 'current';

/** The grouping that was computed last. */
export async function loadTopics(db: GlossDatabase): Promise<StoredTopics | null> {
  const stored = await db.topics.get(CURRENT);
  if (!stored) return null;
  const { topics, unclustered, library } = stored;
  return { topics, unclustered, library };
}

export async function saveTopics(db: GlossDatabase, topics: StoredTopics): Promise<void> {
  await db.topics.put({ id: CURRENT, ...topics });
}
