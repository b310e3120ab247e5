import { computed, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { factsOf } from '@/domain/paper/read-facts';
import type { LibraryPaper, Status } from '@/domain/paper/paper';
import { localCalendar } from '@/domain/query/dates';
import { documentOf, type SearchContext, type SearchDocument } from '@/domain/query/document';
import { parseQuery } from '@/domain/query/parse';
import { readTyped } from '@/domain/query/typed';
import { findByReading } from '@/domain/query/reference';
import type { ListingDescription, PageCounts } from '@/rpc/protocol';
import { type Closed, closedAt } from './closed';
import { problem, type Problem } from '@/components/app/notices/problem';
import { createSite, type SiteKind, type SiteOfPage } from './site-state';
import type { Filters, Ports } from './ports';

/** What the tab under the popup is to Gloss. */
export type PageKind =
  | { is: 'asked' }
  | {
      is: 'listing';
      /** The page is about one paper. */
      isPaper: boolean;
      /** An adapter found nothing on it: the digest detector may. */
      isMissed: boolean;
      tabId: number;
      counts: PageCounts;
      papers: LibraryPaper[];
    }
  /** Gloss does not run there, and may where a person asks. */
  | { is: 'offer'; tabId: number; isWorking: boolean }
  /** Gloss is turned off on the site. */
  | { is: 'off' }
  /** The browser lets no extension run there. */
  | { is: 'closed'; why: Closed };

/** What the digest detector is called where sites are named. */
const DIGEST = 'digest';

/** How often, and after how many milliseconds, a page that Gloss was just started on is asked what it holds. */
const ATTEMPTS = 20;
const PAUSE = 150;

/** The entries of a page as the lists show papers. */
const pagePapers = ({ papers, site, url }: ListingDescription): LibraryPaper[] =>
  papers.map(({ title, authors, abstract, facts, url: link, state }) => ({
    ...state,
    title,
    authors,
    abstract,
    facts: factsOf(facts, site),
    links: link === null ? [] : [link],
    listings: [{ site, url, title: '', at: 0 }],
    createdAt: 0,
    updatedAt: 0,
  }));

/** What names in a search mean on a page: its own tags; topics are the library's. */
const pageContext = (papers: readonly LibraryPaper[], now: Date): SearchContext => ({
  tags: [...new Map(papers.flatMap(({ tags }) => tags).map((tag) => [tag.id, tag])).values()].map(
    ({ id, name }) => ({ id, names: [name] }),
  ),
  topics: [],
  calendar: localCalendar(now),
});

/** A paper of the page as it is searched. Its place names it: the library may not know it. */
const pageDocument = (paper: LibraryPaper, at: number): SearchDocument =>
  documentOf({
    ...paper,
    id: String(at),
    aliases: [],
    note: paper.note.text,
    tags: paper.tags.map(({ id }) => id),
    listedAt: paper.savedAt ?? paper.updatedAt,
  });

/** The papers of the page that pass the filters. */
function passing(
  listed: readonly LibraryPaper[],
  { text, status, tag }: { text: string; status: Status | null; tag: string | null },
  now: Date,
): LibraryPaper[] {
  const parsed = parseQuery(readTyped(text).query ?? '');
  const chosen = listed.filter(
    (paper) =>
      (status === null || paper.status === status) &&
      (tag === null || paper.tags.some(({ id }) => id === tag)),
  );
  // What is still being typed narrows nothing.
  if (!parsed.ok || text.trim() === '') return chosen;
  const documents = chosen.map(pageDocument);
  const found = findByReading(parsed.query, documents, pageContext(chosen, now));
  return found.flatMap((at) => chosen[Number(at)] ?? []);
}

/** Asks the page under the popup what it holds. */
function createDescription({ callTab }: Ports) {
  const kind = signal<PageKind>({ is: 'asked' });

  /** Shows what the page's content script tells; what that means for its site, or `null` where none answers. */
  async function describe(tabId: number): Promise<SiteKind | null> {
    const answer = await callTab(tabId, 'listing.describe', null);
    if (!answer.ok) return null;
    const { is, counts, site: reader } = answer.value;
    if (is === 'off') kind.value = { is };
    else if (is === 'unread') kind.value = { is: 'offer', tabId, isWorking: false };
    else {
      const isPaper = is === 'paper';
      const isMissed = reader !== DIGEST && counts.papers === 0;
      const listed = pagePapers(answer.value);
      kind.value = { is: 'listing', isPaper, isMissed, tabId, counts, papers: listed };
    }
    if (is === 'off') return 'off';
    return is === 'unread' || reader !== DIGEST ? 'known' : 'strange';
  }

  /** Waits for a page that Gloss was just started on. */
  async function awaitPage(tabId: number): Promise<boolean> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if ((await describe(tabId)) !== null && kind.peek().is === 'listing') return true;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return false;
  }

  return { kind, describe, awaitPage };
}

type Report = (problem: Problem | null) => void;
type Description = ReturnType<typeof createDescription>;

/** Has the page read, where Gloss does not read it by itself. */
function createReading(
  { call, callTab }: Ports,
  { kind, describe, awaitPage }: Description,
  report: Report,
) {
  async function annotate(tabId: number): Promise<void> {
    report(null);
    kind.value = { is: 'offer', tabId, isWorking: true };
    const answer = await call('page.annotate', { tabId });
    if (answer.ok && (await awaitPage(tabId))) return;
    kind.value = { is: 'offer', tabId, isWorking: false };
    const failure = answer.ok
      ? { reason: 'missing' as const, message: 'The page did not answer.' }
      : answer.error;
    report(problem(i18n.t('popup.couldnt.annotate'), failure));
  }

  /** Has a page that its adapter cannot read be read as a digest. */
  async function digest(tabId: number): Promise<void> {
    report(null);
    const answer = await call('page.annotate', { tabId });
    const read = answer.ok ? await callTab(tabId, 'listing.read', { by: 'digest' }) : answer;
    if (read.ok) await describe(tabId);
    else report(problem(i18n.t('popup.couldnt.annotate'), read.error));
  }

  return { annotate, digest };
}

/** Leaves the popup for the page. */
function createLeaving({ callTab, close }: Ports, report: Report) {
  /** Brings the next entry that was not seen before into sight, and leaves. */
  async function nextNew(tabId: number): Promise<void> {
    const answer = await callTab(tabId, 'listing.nextUnseen', null);
    if (answer.ok) close();
    else report(problem(i18n.t('popup.couldnt.next'), answer.error));
  }

  async function triage(tabId: number): Promise<void> {
    const answer = await callTab(tabId, 'listing.triage', null);
    if (answer.ok) close();
    else report(problem(i18n.t('popup.couldnt.triage'), answer.error));
  }

  /** Brings the entry of a paper into sight, and leaves. */
  async function show(tabId: number, { keys }: LibraryPaper): Promise<void> {
    const answer = await callTab(tabId, 'listing.show', { keys });
    if (answer.ok) close();
    else report(problem(i18n.t('popup.couldnt.show'), answer.error));
  }

  return { nextNew, triage, show };
}

/** What the page under the popup holds, and what can be done there. */
export function createPage(ports: Ports, filters: Filters, report: Report) {
  const description = createDescription(ports);
  const { kind, describe, awaitPage } = description;
  const { site, ...sites } = createSite(ports, report);
  const papers = computed(() => {
    const { text, status, tag } = filters;
    const sought = { text: text.value, status: status.value, tag: tag.value };
    return kind.value.is === 'listing' ? passing(kind.value.papers, sought, ports.now()) : [];
  });

  async function load(): Promise<void> {
    const tab = await ports.activeTab();
    const why = tab === null ? 'browser' : closedAt(tab.url);
    // On the welcome page, the browser's by its address, Gloss runs.
    if (tab !== null && why === 'browser' && (await describe(tab.id)) !== null) return;
    if (tab === null || why !== null) {
      kind.value = { is: 'closed', why: why ?? 'browser' };
      return;
    }
    const is = await describe(tab.id);
    if (is === null && kind.peek().is !== 'offer')
      kind.value = { is: 'offer', tabId: tab.id, isWorking: false };
    await sites.load(tab.id, tab.url, is ?? 'strange');
  }

  /** The background starts Gloss on the site's open pages. */
  async function allow(of: SiteOfPage): Promise<void> {
    if (await sites.allow(of)) await awaitPage(of.tabId);
  }

  async function disallow(of: SiteOfPage): Promise<void> {
    await sites.disallow(of);
    kind.value = { is: 'offer', tabId: of.tabId, isWorking: false };
  }

  async function turn(of: SiteOfPage, isOff: boolean): Promise<void> {
    await sites.turn(of, isOff);
    await describe(of.tabId);
  }

  const leaving = createLeaving(ports, report);
  return {
    kind,
    papers,
    site,
    load,
    ...createReading(ports, description, report),
    nextNew: leaving.nextNew,
    triage: leaving.triage,
    show: async (paper: LibraryPaper): Promise<void> => {
      const now = kind.peek();
      if (now.is === 'listing') await leaving.show(now.tabId, paper);
    },
    allow,
    disallow,
    turn,
  };
}
