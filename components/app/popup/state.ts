import { computed, effect, type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { LibraryPaper, Tag } from '@/domain/paper/paper';
import type { Search } from '@/search/client';
import { createKeyboard } from '@/components/app/keys/keyboard';
import { createCondition } from '@/components/app/care/condition';
import { inTime } from '@/components/app/first-page';
import { createRemembering, recall } from './memory';
import { createDeciding, type Doing } from './doing';
import { createPage } from './page-state';
import { createRecent } from './recent-state';
import { createTopics } from './topics-state';
import { createTransfer } from './transfer-state';
import type { Problem } from '@/components/app/notices/problem';
import { paperPageOf } from '@/components/ui/text/words';
import {
  TABS,
  type Filters,
  type StatusLine,
  type Ports,
  type TabName,
  type TopicFilter,
} from './ports';

/** Waits for more changes to come, milliseconds. */
const SETTLING = 120;

/** Calls the last of several in a row, after a pause in milliseconds. */
function lastOf(wait: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
}

export type PopupState = ReturnType<typeof createPopupState>;

/** What narrows the lists, as it was when the popup was open last. */
function createFilters(was: ReturnType<typeof recall>) {
  const filters: Filters = {
    text: signal(was.text ?? ''),
    status: signal(was.status ?? null),
    tag: signal(was.tag ?? null),
    topic: signal(null),
  };
  return {
    filters,
    isFiltered: computed(
      () =>
        filters.text.value.trim() !== '' ||
        filters.status.value !== null ||
        filters.tag.value !== null ||
        filters.topic.value !== null,
    ),
    clearFilters: (): void => {
      filters.text.value = '';
      filters.status.value = null;
      filters.tag.value = null;
      filters.topic.value = null;
    },
  };
}

/** The search, started when it is needed first: the popup's first picture does not wait for it. */
function createSearch(startSearch: Ports['startSearch'], filled: () => void) {
  const indexing = signal<number | null>(null);
  let started: Search | null = null;
  const ended = (): void => {
    indexing.value = null;
  };
  function search(): Search {
    if (started) return started;
    started = startSearch((papers) => {
      indexing.value = papers;
    });
    void started.refresh().then(() => {
      if (indexing.peek() !== null) filled();
      ended();
      return started?.warm();
    });
    return started;
  }
  return {
    indexing,
    search,
    refresh: (): Promise<unknown> => started?.refresh().finally(ended) ?? Promise.resolve(),
  };
}

/** Copies what tells a paper. */
function createCopying(ports: Ports, notice: Signal<StatusLine>) {
  /** Copies a link in Markdown, or a BibTeX entry. The writers come when the first is copied. */
  async function copyNow(paper: LibraryPaper, as: 'link' | 'citation'): Promise<void> {
    if (as === 'link') {
      const { markdownLink } = await import('@/domain/export/formats/markdown');
      await ports.copy(markdownLink({ title: paper.title, url: paperPageOf(paper) ?? '' }));
    } else {
      const { paperToCopy } = await import('@/domain/export/paper');
      const { citation } = await import('@/domain/export/formats/bibtex');
      await ports.copy(citation(paperToCopy(paper)));
    }
    const done = as === 'link' ? i18n.t('popup.row.copied') : i18n.t('popup.row.cited');
    notice.value = { tone: 'status', text: done };
  }

  return {
    copy: (paper: LibraryPaper, as: 'link' | 'citation'): void => void copyNow(paper, as),
  };
}

/** Loads what changes while the popup is open, and remembers where the person is. */
function createFollowing(
  ports: Ports,
  { filters, tab, load }: { filters: Filters; tab: Signal<TabName>; load: () => void },
) {
  const { remember, flush } = createRemembering(ports.memory);
  ports.whenLeft(flush);
  /** `isListed` where the list shows already what the filters ask for. */
  return (isListed: boolean): void => {
    let isThere = isListed;
    effect(() => {
      const { text, status, tag: named, topic } = filters;
      void [text.value, status.value, named.value, topic.value];
      if (!isThere) load();
      isThere = false;
    });
    effect(() =>
      remember({
        at: ports.now().getTime(),
        tab: tab.value,
        text: filters.text.value,
        status: filters.status.value,
        tag: filters.tag.value,
      }),
    );
  };
}

/** Says a problem in the notice, or by `null` that there is none any more. */
const reportTo =
  (notice: Signal<StatusLine>) =>
  (problem: Problem | null): void => {
    notice.value = problem === null ? null : { tone: 'alert', text: problem };
  };

/** Shows the first papers before anything else is asked for. Whether they show. */
async function showFirst(
  { firstPage, shown }: Ports,
  { begin }: ReturnType<typeof createRecent>,
): Promise<boolean> {
  const page = await inTime(firstPage);
  if (!page) return false;
  begin(page);
  await shown();
  return true;
}

/** What the rows of the library's papers do, and those of the page. */
function createDoings(
  ports: Ports,
  notice: Signal<StatusLine>,
  page: ReturnType<typeof createPage>,
) {
  const { copy } = createCopying(ports, notice);
  const { takeBack, ...decide } = createDeciding(ports, notice);
  const deciding = { ...decide, copy };
  return {
    takeBack,
    inLibrary: {
      ...deciding,
      place: 'library',
      show: ({ id }) => ports.openLibrary(`#paper=${encodeURIComponent(id)}`),
    } satisfies Doing,
    onPage: { ...deciding, place: 'page', show: (paper) => void page.show(paper) } satisfies Doing,
  };
}

/** Where the popup leads to. */
const waysOut = ({ call, openTab, openLibrary, openSidePanel, close }: Ports) => ({
  open: openTab,
  openLibrary: () => openLibrary(),
  /** Where every format is written and read. */
  openFormats: () => openLibrary('#view=transfer'),
  openSettings: (): void => {
    void call('settings.open', null).then(close);
  },
  openSidePanel,
});

/** The ways from tab to tab. */
function createTabs(
  tab: Signal<TabName>,
  filters: Filters,
  topics: ReturnType<typeof createTopics>,
) {
  function show(name: TabName): void {
    tab.value = name;
    if (name === 'topics') void topics.load();
  }
  return {
    show,
    search: (text: string): void => {
      filters.text.value = text;
      if (tab.value === 'topics') show('recent');
    },
    openTopic: (topic: TopicFilter | null): void => {
      filters.topic.value = topic;
      show('recent');
    },
  };
}

/** The popup's state and what can be done in it. Nothing is asked for before `start`. */
export function createPopupState(ports: Ports) {
  const was = recall(ports.memory, ports.now().getTime(), TABS);
  const { filters, isFiltered, clearFilters } = createFilters(was);
  const tab = signal<TabName>(was.tab ?? 'recent');
  const tags = signal<Tag[]>([]);
  const notice = signal<StatusLine>(null);
  const report = reportTo(notice);
  const { indexing, search, refresh } = createSearch(ports.startSearch, () => void recent.load());
  const care = createCondition({ ...ports, isWell: ports.reload });
  const keyboard = createKeyboard(ports);
  const recent = createRecent(ports.call, search, filters, tags);
  const page = createPage(ports, filters, report);
  const topics = createTopics(ports);
  const follow = createFollowing(ports, { filters, tab, load: () => void recent.load() });

  async function loadTags(): Promise<void> {
    const answer = await ports.call('tags.list', null);
    // Without its tags the popup is still of use; the list itself tells when nothing can be reached.
    if (answer.ok) tags.value = answer.value;
  }

  const reload = lastOf(SETTLING, () => {
    void refresh().then(recent.load);
    void page.load();
    void loadTags();
    void care.load();
    topics.forget();
    if (tab.value === 'topics') void topics.load();
  });

  async function start(): Promise<void> {
    // What the page under the popup holds needs no library; told early, its line moves no row that shows.
    void page.load();
    const isPlain = !isFiltered.peek() && tab.peek() === 'recent';
    const hasBegun = isPlain && (await showFirst(ports, recent));
    void care.load();
    void loadTags();
    void keyboard.load();
    follow(hasBegun && !isFiltered.peek());
    if (tab.peek() === 'topics') void topics.load();
    // The index is wanted at the first key, and being read by then.
    search();
  }

  return {
    filters,
    tab,
    tags,
    care,
    notice,
    recent,
    page,
    topics,
    keyboard,
    transfer: createTransfer(ports, notice),
    isFiltered,
    start,
    ...createTabs(tab, filters, topics),
    ...createDoings(ports, notice, page),
    indexing,
    clearFilters,
    /** Papers changed elsewhere. */
    changed: (): void => reload(),
    ...waysOut(ports),
    call: ports.call,
    readsFiles: ports.readsFiles,
    now: ports.now,
  };
}
