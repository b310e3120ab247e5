import { isPersons } from '@/domain/topics/persons';
import type { Profiles } from '@/domain/topics/fit/profiles';
import type { PaperMap } from '@/domain/topics/map/map';
import type { StoredTopics, Topic } from '@/domain/topics/types';
import type { Result } from '@/domain/result';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { TOPIC_KIND, loadTopics, readHead, rowId } from '@/storage/read/topics';
import { putShared } from '@/storage/shared';
import { type Step, type Taken, takeStep } from './step';
import type { TopicsHead, TopicsPatch } from '@/storage/rows';

/** Keeps a grouping that the papers made by themselves; no step of a person. */
export const saveTopics = (
  db: GlossDatabase,
  { topics, profiles, ...head }: StoredTopics & { profiles: Profiles },
): Promise<void> =>
  db.transaction('rw', [db.topics], async () => {
    await db.topics.where('id').startsWith('topic:').delete();
    await db.topics.bulkPut([
      { id: 'head', head },
      { id: 'profiles', profiles },
      ...topics.map((topic, order) => ({ id: rowId(topic.id), order, topic })),
    ]);
  });

/** Keeps the places of papers on the map. */
export const saveMap = async (db: GlossDatabase, map: PaperMap): Promise<void> => {
  await db.topics.put({ id: 'map', map });
};

/** What a person changes: topics as they shall be, ids of those that shall go, and the rest of a regrouping. */
export interface TopicsEdit {
  put: Topic[];
  remove: string[];
  head?: TopicsHead | undefined;
}

/** Does what a person decided about topics: one step, which one undo takes back. */
export const changeTopics = (
  db: GlossDatabase,
  env: Environment,
  { opId, put, remove, head }: TopicsEdit & { opId: string },
): Promise<Result<Taken>> =>
  takeStep(db, env, opId, 'user', (step) =>
    patchTopics(step, {
      topics: Object.fromEntries([
        ...remove.map((id) => [id, null] as const),
        ...put.map((topic) => [topic.id, topic] as const),
      ]),
      ...(head ? { head } : {}),
    }),
  );

/** Sets topics to what a patch says (`null` takes one away) and puts it into the journal. */
export async function patchTopics(step: Step, patch: TopicsPatch): Promise<void> {
  const { db } = step;
  const known = new Map((await loadTopics(db))?.topics.map((topic) => [topic.id, topic]));
  const before: TopicsPatch = {
    topics: Object.fromEntries(
      Object.keys(patch.topics).map((id) => [id, known.get(id) ?? null] as const),
    ),
  };
  if (patch.head) before.head = await headFor(db, patch.head);
  for (const [id, topic] of Object.entries(patch.topics)) {
    if (topic) known.set(id, topic);
    else known.delete(id);
    await share(step, id, topic);
  }
  await db.topics.bulkDelete(Object.keys(patch.topics).map(rowId));
  await db.topics.bulkPut(
    [...known.values()]
      .toSorted((a, b) => b.members.length - a.members.length)
      .map((topic, order) => ({ id: rowId(topic.id), order, topic })),
  );
  if (patch.head) await db.topics.put({ id: 'head', head: patch.head });
  step.log({ field: 'topics', paperId: '', item: '', before, after: patch });
}

const headFor = async (db: GlossDatabase, fallback: TopicsHead): Promise<TopicsHead> =>
  (await readHead(db)) ?? fallback;

/** Lets what a person made of a topic travel, and says where it is nothing any more. */
async function share({ db, stamp }: Step, id: string, topic: Topic | null): Promise<void> {
  const key = `${TOPIC_KIND}:${id}`;
  if (topic && isPersons(topic)) await putShared(db, key, topic, stamp);
  else if (await db.shared.get(key)) await putShared(db, key, null, stamp);
}
