import { parseQuery } from '@/domain/query/parse';
import type { Query } from '@/domain/query/query';
import { openForReading } from '@/storage/read/open';
import { type SearchFound, SearchEngine, within } from './engine';
import type { SmallLibrary } from './memory-store';
import { duplicatesIn, PAPERS_KEPT, sourceOf } from './library-source';
import type { SearchAsk, Reply } from './messages';
import { openStore } from './store';
import { papersById } from '@/storage/read/library';

/** Searches whose order is kept for more of it. */
const KEPT = 4;
/** Work between two looks at what is asked, milliseconds. */
const STRETCH = 12;

const reply = (message: Reply): void => postMessage(message);

let worked = performance.now();
/** Lets messages in when it has worked for a stretch. */
async function breathe(): Promise<void> {
  if (performance.now() - worked < STRETCH) return;
  await new Promise((resolve) => setTimeout(resolve, 0));
  worked = performance.now();
}

const exclusively = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request('gloss-search', work) as Promise<T>;

const reading = openForReading();

const opening = (async () => {
  const { db, place } = await reading;
  const source = sourceOf(db);
  const engine = new SearchEngine(await openStore(place), source, exclusively, breathe);
  await engine.load();
  return { engine, source };
})();

/** A search waits so long for the first update, milliseconds: most often there is next to nothing to read. */
const PATIENCE = 250;
let isCurrent = false;
let updating: Promise<void> | null = null;
let isDue = false;

/** Brings the index up to date; a change that comes meanwhile is taken in afterwards. */
async function update(): Promise<void> {
  const { engine, source } = await opening;
  do {
    isDue = false;
    source.forget();
    await engine.update((papers) => reply({ id: 0, is: 'progress', papers }));
  } while (isDue);
  isCurrent = true;
}

function refresh(): Promise<void> {
  isDue = true;
  updating ??= update().finally(() => {
    updating = null;
  });
  return updating;
}

const DISMISSED: Query = { is: 'status', status: 'dismissed' };
/** All papers: those that are dismissed too are found where they are asked for. */
const ALL: Query = { is: 'or', parts: [DISMISSED, { is: 'not', part: DISMISSED }] };

/** A library that is small enough for a page to search it by itself; `null` where it is larger. */
async function whole(): Promise<SmallLibrary | null> {
  await updating;
  const { engine, source } = await opening;
  if (engine.size > PAPERS_KEPT) return null;
  const all = await engine.search(ALL, 'newest');
  const [{ tags }, papers, index] = await Promise.all([
    source.context(false),
    source.papers(all.ids(0, all.count - 1)),
    engine.copy(),
  ]);
  return { index, papers, tags };
}

const searches = new Map<number, SearchFound>();
let newest = 0;

async function answer(ask: SearchAsk): Promise<Reply> {
  const { id } = ask;
  if (ask.is === 'refresh') {
    await refresh();
    return { id, is: 'refreshed' };
  }
  if (ask.is === 'whole') return { id, is: 'whole', library: await whole() };
  if (ask.is === 'ids') {
    const found = searches.get(ask.search);
    return { id, is: 'ids', ids: found?.ids(ask.first, ask.last) ?? [] };
  }
  if (ask.is === 'rows') {
    const ids = searches.get(ask.search)?.ids(ask.first, ask.last) ?? [];
    const { papers } = await papersById((await reading).db, ids);
    return { id, is: 'rows', ids, papers };
  }
  if (ask.is === 'facets') {
    const found = searches.get(ask.search);
    // Counting must not delay the next search, which has counts of its own.
    const isWanted = (): boolean => ask.search >= newest;
    return { id, is: 'facets', facets: found ? await found.facets(isWanted) : null };
  }
  if (ask.is === 'duplicates')
    return { id, is: 'duplicates', groups: await duplicatesIn((await reading).db) };
  newest = id;
  const parsed = parseQuery(ask.text);
  if (!parsed.ok) return { id, is: 'failed', message: parsed.fault.fault };
  if (!isCurrent)
    await Promise.race([updating, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  const { engine, source } = await opening;
  const all = await engine.search(parsed.query, ask.sort);
  const found = within(all, ask.among);
  searches.set(id, found);
  for (const old of searches.keys()) if (searches.size > KEPT) searches.delete(old);
  const ids = found.ids(0, ask.limit - 1);
  const papers = ask.withPapers ? await source.papers(ids) : [];
  return { id, is: 'found', answer: { search: id, count: found.count, ids, papers, isCurrent } };
}

addEventListener('message', ({ data }: MessageEvent<SearchAsk>) => {
  answer(data).then(reply, (error: unknown) =>
    reply({ id: data.id, is: 'failed', message: String(error) }),
  );
});
void refresh();
