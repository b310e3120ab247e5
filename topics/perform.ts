import { areOf, profilesOf } from '@/domain/topics/fit/profiles';
import { difference, regroup } from '@/domain/topics/carry-over';
import { fingerprint } from '@/domain/topics/fingerprint';
import { countFeatures } from '@/domain/topics/words/features';
import { type Located, spaceOf, vectorsOf } from '@/domain/topics/grouping/group';
import { release } from '@/domain/topics/numbers/ints';
import { splitTopic } from '@/domain/topics/manage';
import { mapPapers } from '@/domain/topics/map/map';
import { withPersons } from '@/domain/topics/persons';
import { freshOf, placePapers } from '@/domain/topics/place';
import { CorpusReader, type Corpus } from '@/domain/topics/words/tokens';
import { clusterPapers } from '@/domain/topics/topics';
import type { DatedInput, StoredTopics, TopicSet } from '@/domain/topics/types';
import type { GlossDatabase } from '@/storage/db';
import { eachPaperText, listedIds, paperTextsOf } from '@/storage/read/library';
import { loadMap, loadProfiles, loadTopics, personsTopics } from '@/storage/read/topics';
import type { ListedPaper, TopicTask, TopicTasks } from './tasks';

/*
 * Beside `search/` the one place outside the background that opens the library's database, and only reads it:
 * 10,000 abstracts that come by messages are text that a page's main thread turns into JSON and back.
 */

type Perform<K extends TopicTask> = (
  open: () => GlossDatabase,
  ask: TopicTasks[K][0],
  look: (part: TopicTasks[K][1]) => void,
) => Promise<TopicTasks[K][1]>;

const NOTHING: StoredTopics = {
  topics: [],
  themes: [],
  unclustered: [],
  library: '',
  grouped: 0,
};
/** Of so few papers each new one changes what they are about: they are grouped anew. */
const HANDFUL = 24;

/** The words of all papers: a text is forgotten as soon as it was read, for all of them would be in the way. */
async function readLibrary(db: GlossDatabase): Promise<{ corpus: Corpus; papers: ListedPaper[] }> {
  const reader = new CorpusReader();
  const papers: ListedPaper[] = [];
  await eachPaperText(db, (paper) => {
    reader.add(paper);
    papers.push(listed(paper));
  });
  return { corpus: reader.done(), papers };
}

/** The library's papers as weighted features; their words are given back. */
async function readVectors(db: GlossDatabase) {
  const { corpus, papers } = await readLibrary(db);
  const counts = countFeatures(corpus);
  release(corpus.term, corpus.word, corpus.joint);
  const vectors = vectorsOf(counts);
  release(counts.feature);
  return { vectors, papers };
}

/** The library's papers by the space of their subjects. */
async function readLocated(db: GlossDatabase): Promise<Located & { papers: ListedPaper[] }> {
  const { vectors, papers } = await readVectors(db);
  return { ids: papers.map(({ id }) => id), space: spaceOf(vectors), papers };
}

const listed = ({ id, title, at }: DatedInput): ListedPaper => ({ id, title, at });

/** The papers as the views list them, without their texts. */
async function listAll(db: GlossDatabase): Promise<ListedPaper[]> {
  const papers: ListedPaper[] = [];
  await eachPaperText(db, (paper) => papers.push(listed(paper)));
  return papers;
}

async function grouped(db: GlossDatabase, before: TopicSet, wanted: number | null) {
  const { corpus, papers } = await readLibrary(db);
  const set = regroup(corpus, before, wanted);
  return { papers, set, profiles: profilesOf(corpus, set.topics) };
}

/** The topics with the papers that have come since: only those are read, where the profiles are there. */
async function placed(db: GlossDatabase, before: StoredTopics) {
  const papers = await listAll(db);
  const ids = papers.map(({ id }) => id);
  const kept = await loadProfiles(db);
  const profiles =
    kept && areOf(kept, before.topics)
      ? kept
      : profilesOf((await readLibrary(db)).corpus, before.topics);
  const fresh = await paperTextsOf(db, freshOf(ids, before));
  return { papers, set: placePapers(ids, fresh, profiles, before), profiles };
}

/**
 * The first time the papers are grouped; afterwards papers that came since are placed into the topics that are
 * there, and nothing else moves.
 */
const current: Perform<'current'> = async (open) => {
  const db = open();
  const before = await loadTopics(db);
  const isYoung = before === null || before.grouped < HANDFUL;
  if (before?.library === fingerprint(await listedIds(db)))
    return { stored: before, papers: await listAll(db), profiles: null };
  const { papers, set, profiles } = isYoung
    ? await grouped(db, before ?? NOTHING, null)
    : await placed(db, before);
  const library = fingerprint(papers.map(({ id }) => id));
  const many = isYoung ? papers.length : before.grouped;
  const stored = withPersons({ ...set, library, grouped: many }, await personsTopics(db));
  return { stored, papers, profiles };
};

const proposed: Perform<'regroup'> = async (open, { wanted }) => {
  const db = open();
  const before = (await loadTopics(db)) ?? NOTHING;
  const { papers, set } = await grouped(db, before, wanted);
  const library = fingerprint(papers.map(({ id }) => id));
  const after = { ...set, library, grouped: papers.length };
  return { after, change: difference(before, after) };
};

const split: Perform<'split'> = async (open, { topic, used }) =>
  splitTopic(await paperTextsOf(open(), topic.members.toSorted()), topic, new Set(used));

const map: Perform<'map'> = async (open, _, look) => {
  const db = open();
  const [before, topics] = [await loadMap(db), (await loadTopics(db)) ?? NOTHING];
  if (before && fingerprint(before.ids) === topics.library) return { map: before, isNew: false };
  if (before) look({ map: before, isNew: false });
  const located = await readLocated(db);
  const drawn = mapPapers(located, topics, before, (part) => look({ map: part, isNew: true }));
  return { map: drawn, isNew: true };
};

const PERFORMERS: { [K in TopicTask]: Perform<K> } = {
  current,
  regroup: proposed,
  split,
  map,
  cluster: async (_, { papers }) => clusterPapers(papers),
};

/** Does one of the worker's tasks; `open` opens the library. Rejects when that can't be read. */
export const perform = <K extends TopicTask>(
  open: () => GlossDatabase,
  name: K,
  ask: TopicTasks[K][0],
  look: (part: TopicTasks[K][1]) => void,
): Promise<TopicTasks[K][1]> => PERFORMERS[name](open, ask, look);
