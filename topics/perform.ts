import { difference, regroup } from '@/domain/topics/carry-over';
import { fingerprint } from '@/domain/topics/fingerprint';
import { splitTopic } from '@/domain/topics/manage';
import { mapPapers } from '@/domain/topics/map';
import { withPersons } from '@/domain/topics/persons';
import { placePapers } from '@/domain/topics/place';
import { clusterPapers } from '@/domain/topics/topics';
import type { DatedInput, StoredTopics } from '@/domain/topics/types';
import type { GlossDatabase } from '@/storage/db';
import { paperTexts, paperTextsOf } from '@/storage/library';
import { loadMap, loadTopics, personsTopics } from '@/storage/topics';
import type { TopicTask, TopicTasks } from './tasks';

/*
 * Beside `search/` the one place outside the background that opens the library's database, and only reads it:
 * 10,000 abstracts that come by messages are text that a page's main thread turns into JSON and back.
 */

type Perform<K extends TopicTask> = (
  db: GlossDatabase,
  ask: TopicTasks[K][0],
  look: (part: TopicTasks[K][1]) => void,
) => Promise<TopicTasks[K][1]>;

const NOTHING: StoredTopics = { topics: [], unclustered: [], library: '', grouped: 0 };
/** Of so few papers each new one changes what they are about: they are grouped anew. */
const HANDFUL = 24;

async function allTexts(db: GlossDatabase): Promise<DatedInput[]> {
  const papers: DatedInput[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof paperTexts>> = await paperTexts(db, after);
    papers.push(...page.papers);
    after = page.next;
  } while (after !== null);
  return papers;
}

const idsOf = (papers: readonly DatedInput[]): string[] => papers.map(({ id }) => id);

/**
 * The first time the papers are grouped; afterwards papers that came since are placed into the topics that are
 * there, and nothing else moves.
 */
const current: Perform<'current'> = async (db) => {
  const papers = await allTexts(db);
  const listed = papers.map(({ id, title, at }) => ({ id, title, at }));
  const library = fingerprint(idsOf(papers));
  const before = await loadTopics(db);
  if (before?.library === library) return { stored: before, papers: listed, isNew: false };
  const isYoung = before === null || before.grouped < HANDFUL;
  const set = isYoung
    ? regroup(papers, before ?? NOTHING, null)
    : placePapers(papers, before ?? NOTHING);
  const grouped = isYoung ? papers.length : before.grouped;
  const stored = withPersons({ ...set, library, grouped }, await personsTopics(db));
  return { stored, papers: listed, isNew: true };
};

const proposed: Perform<'regroup'> = async (db, { wanted }) => {
  const [papers, before] = [await allTexts(db), (await loadTopics(db)) ?? NOTHING];
  const set = regroup(papers, before, wanted);
  const after = { ...set, library: fingerprint(idsOf(papers)), grouped: papers.length };
  return { after, change: difference(before, after) };
};

const split: Perform<'split'> = async (db, { topic, used }) =>
  splitTopic(await paperTextsOf(db, topic.members.toSorted()), topic, new Set(used));

const map: Perform<'map'> = async (db, _, look) => {
  const [before, topics] = [await loadMap(db), (await loadTopics(db)) ?? NOTHING];
  if (before && fingerprint(before.ids) === topics.library) return { map: before, isNew: false };
  if (before) look({ map: before, isNew: false });
  const papers = await allTexts(db);
  const drawn = mapPapers(papers, topics, before, (part) => look({ map: part, isNew: true }));
  return { map: drawn, isNew: true };
};

const PERFORMERS: { [K in TopicTask]: Perform<K> } = {
  current,
  regroup: proposed,
  split,
  map,
  cluster: async (_, { papers }) => clusterPapers(papers),
};

/** Does one of the worker's tasks for a library. Rejects when the library can't be read. */
export const perform = <K extends TopicTask>(
  db: GlossDatabase,
  name: K,
  ask: TopicTasks[K][0],
  look: (part: TopicTasks[K][1]) => void,
): Promise<TopicTasks[K][1]> => PERFORMERS[name](db, ask, look);
