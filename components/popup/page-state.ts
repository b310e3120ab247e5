import { computed, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { LibraryPaper } from '@/domain/paper';
import { hasWords, wordsOf } from '@/domain/query';
import type { ListingDescription, PageCounts } from '@/rpc/protocol';
import { problem, type Problem } from './problem';
import type { Filters, Ports } from './state';

/** What the tab under the popup is to Gloss. */
export type PageKind =
  | { is: 'asked' }
  | { is: 'listing'; tabId: number; counts: PageCounts; papers: LibraryPaper[] }
  /** Gloss does not run there, and may where a person asks. */
  | { is: 'offer'; tabId: number; isWorking: boolean }
  /** A page of the browser's own. */
  | { is: 'closed' };

/** How often, and after how many milliseconds, a page that Gloss was just started on is asked what it holds. */
const ATTEMPTS = 20;
const PAUSE = 150;

/** The entries of a page as the lists show papers. */
export const pagePapers = ({ papers, site, url }: ListingDescription): LibraryPaper[] =>
  papers.map(({ title, authors, abstract, url: link, state }) => ({
    ...state,
    title,
    authors,
    abstract,
    links: link === null ? [] : [link],
    listings: [{ site, url, title: '', at: 0 }],
    createdAt: 0,
    updatedAt: 0,
  }));

/** Content scripts run on these alone. */
const isWeb = (url: string | undefined): boolean =>
  url === undefined || /^(?:https?|file):/.test(url);

/** What the page under the popup holds, and what can be done there. */
export function createPage(
  { call, callTab, activeTab, close }: Ports,
  filters: Filters,
  report: (problem: Problem | null) => void,
) {
  const kind = signal<PageKind>({ is: 'asked' });
  const papers = computed(() => {
    if (kind.value.is !== 'listing') return [];
    const words = wordsOf(filters.text.value);
    const [status, tag] = [filters.status.value, filters.tag.value];
    return kind.value.papers.filter(
      (paper) =>
        (status === null || paper.status === status) &&
        (tag === null || paper.tags.some(({ id }) => id === tag)) &&
        hasWords(paper, words),
    );
  });

  async function describe(tabId: number): Promise<boolean> {
    const answer = await callTab(tabId, 'listing.describe', null);
    if (!answer.ok) return false;
    const { counts } = answer.value;
    kind.value = { is: 'listing', tabId, counts, papers: pagePapers(answer.value) };
    return true;
  }

  async function load(): Promise<void> {
    const tab = await activeTab();
    if (tab === null) kind.value = { is: 'closed' };
    else if (!(await describe(tab.id)) && kind.peek().is !== 'offer')
      kind.value = isWeb(tab.url)
        ? { is: 'offer', tabId: tab.id, isWorking: false }
        : { is: 'closed' };
  }

  async function annotate(tabId: number): Promise<void> {
    report(null);
    kind.value = { is: 'offer', tabId, isWorking: true };
    const answer = await call('page.annotate', { tabId });
    for (let attempt = 0; answer.ok && attempt < ATTEMPTS; attempt += 1) {
      if (await describe(tabId)) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    kind.value = { is: 'offer', tabId, isWorking: false };
    const failure = answer.ok
      ? { reason: 'missing' as const, message: 'The page did not answer.' }
      : answer.error;
    report(problem(i18n.t('popup.couldnt.annotate'), failure));
  }

  async function triage(tabId: number): Promise<void> {
    const answer = await callTab(tabId, 'listing.triage', null);
    if (answer.ok) close();
    else report(problem(i18n.t('popup.couldnt.triage'), answer.error));
  }

  return { kind, papers, load, annotate, triage };
}
