import { withPersons } from '@/domain/topics/persons';
import type { Profiles } from '@/domain/topics/fit/profiles';
import type { PaperMap } from '@/domain/topics/map/map';
import type { StoredTopics, Topic } from '@/domain/topics/types';
import type { GlossDatabase } from '@/storage/db';
import type { TopicsHead } from '@/storage/rows';
import { readShared } from '@/storage/shared';

/*
 * Topics are a row each, so that a new name is one small write. What a person made of a topic (name, pin, papers
 * of one that was put together by hand) is also a shared value `topic:<id>`: it is exported and merged.
 */

/** The kind of shared value that holds what a person made of a topic. */
export const TOPIC_KIND = 'topic';
/** The id of a topic's row. */
export const rowId = (id: string): `topic:${string}` => `topic:${id}`;

/** What a grouping says of all its topics together; `null` before the first one. */
export async function readHead(db: GlossDatabase): Promise<TopicsHead | null> {
  const row = await db.topics.get('head');
  return row?.id === 'head' ? row.head : null;
}

async function readRows(db: GlossDatabase): Promise<Topic[]> {
  const rows = await db.topics.where('id').startsWith('topic:').toArray();
  return rows
    .flatMap((row) => ('topic' in row ? row : []))
    .toSorted((a, b) => a.order - b.order)
    .map(({ topic }) => topic);
}

/** The grouping as it is kept, with what a person made of its topics; `null` before the first one. */
export const loadTopics = (db: GlossDatabase): Promise<StoredTopics | null> =>
  db.transaction('r', [db.topics, db.shared], async () => {
    const head = await readHead(db);
    if (!head) return null;
    // Heads from before there were themes have none.
    const { themes = [] } = head as Partial<TopicsHead>;
    return withPersons({ ...head, themes, topics: await readRows(db) }, await personsTopics(db));
  });

/** What a person made of topics, on whichever machine. */
export const personsTopics = async (db: GlossDatabase): Promise<Topic[]> =>
  [...(await readShared(db, TOPIC_KIND)).values()].flatMap(topicOf);

/** A topic of a file that came from another machine; nothing where it isn't one. */
function topicOf(value: unknown): Topic[] {
  const topic = value as Partial<Topic> | null;
  const isTopic =
    typeof topic?.id === 'string' &&
    typeof topic.label === 'string' &&
    typeof topic.colour === 'number' &&
    Array.isArray(topic.members) &&
    Array.isArray(topic.keywords);
  return isTopic ? [topic as Topic] : [];
}

/** What places new papers into the topics; of other topics where a person changed those since. */
export const loadProfiles = async (db: GlossDatabase): Promise<Profiles | null> => {
  const row = await db.topics.get('profiles');
  return row?.id === 'profiles' ? row.profiles : null;
};

/** The places of papers on the map as last kept; `null` before the map was first drawn. */
export const loadMap = async (db: GlossDatabase): Promise<PaperMap | null> => {
  const row = await db.topics.get('map');
  return row?.id === 'map' ? row.map : null;
};
