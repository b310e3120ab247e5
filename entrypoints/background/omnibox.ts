import { browser } from '#imports';
import { i18n } from '#i18n';
import { faultSentence } from '@/components/ui/text/query-fault';
import { parseQuery } from '@/domain/query/parse';
import type { Query } from '@/domain/query/query';
import { SearchEngine } from '@/search/engine';
import { sourceOf } from '@/search/library-source';
import { openStore } from '@/search/store';
import type { GlossDatabase } from '@/storage/db';
import { currentPlace } from '@/storage/place';
import { papersById } from '@/storage/read/library';
import type { Keeper } from './keeper';

/** Suggestions that the browser shows at the most. */
const MOST_SUGGESTIONS = 6;
/** Batches of papers that are taken in before a search: the rest is for a page's worker. */
const BATCHES = 2;

/** Chromium reads suggestions as XML (https://developer.chrome.com/docs/extensions/reference/api/omnibox); Firefox does not. */
const plain = (text: string): string =>
  import.meta.env.FIREFOX
    ? text
    : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const libraryPage = (hash: string): string => browser.runtime.getURL(`/library.html${hash}`);

/** Searches the library from the address bar, after the keyword `gl`. The search is that of the library page. */
export function addOmnibox(keeper: Keeper): void {
  let opening: Promise<{ engine: SearchEngine; db: GlossDatabase }> | null = null;
  const open = async () => {
    if ((await keeper.enter()) !== null) throw new Error('The library can’t be read now.');
    const { db } = await keeper.open();
    const exclusively = <T>(work: () => Promise<T>): Promise<T> =>
      navigator.locks.request('gloss-search', work) as Promise<T>;
    const engine = new SearchEngine(
      await openStore(await currentPlace()),
      sourceOf(db),
      exclusively,
      () => Promise.resolve(),
    );
    await engine.load();
    return { engine, db };
  };

  async function suggestions(query: Query): Promise<{ content: string; description: string }[]> {
    opening ??= open();
    const { engine, db } = await opening;
    await engine.update(() => undefined, BATCHES);
    const found = await engine.search(query, 'best');
    const { papers } = await papersById(db, found.ids(0, MOST_SUGGESTIONS - 1));
    return papers.map(({ id, title }) => ({
      content: libraryPage(`#paper=${encodeURIComponent(id)}`),
      description: plain(title),
    }));
  }

  /** The line that Enter is for. */
  const say = (text: string): void =>
    void browser.omnibox.setDefaultSuggestion({ description: plain(text) });
  let asked = 0;
  browser.omnibox.onInputStarted.addListener(() => say(i18n.t('omnibox.search')));
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    asked += 1;
    const mine = asked;
    const parsed = parseQuery(text);
    say(parsed.ok ? i18n.t('omnibox.search') : faultSentence(parsed.fault));
    if (!parsed.ok || text.trim() === '') return suggest([]);
    suggestions(parsed.query).then(
      (all) => mine === asked && suggest(all),
      () => {
        // Without suggestions Enter still opens the search.
        opening = null;
      },
    );
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const url = text.startsWith(libraryPage(''))
      ? text
      : libraryPage(`#q=${encodeURIComponent(text)}`);
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
