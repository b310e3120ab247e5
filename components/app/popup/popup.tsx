import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { TroubleLine } from '@/components/app/care/trouble-line';
import { CopyDiagnostics } from '@/components/app/notices/copy-diagnostics';
import { Empty } from '@/components/app/notices/empty';
import { LIST_TO_START } from '@/components/app/notices/start';
import { StatusMark } from '@/components/app/rows/status-mark';
import { TabPanel, Tabs } from '@/components/app/controls/tabs';
import { useWanted } from '@/components/app/wanted';
import { faultSentence } from '@/components/ui/text/query-fault';
import type { LibraryPaper } from '@/domain/paper/paper';
import { EVERYTHING } from '@/domain/query/query';
import { FilterBar } from './filter-bar';
import { Footer } from './footer';
import { PageLine } from './page-line';
import { problem } from '@/components/app/notices/problem';
import { usePopupKeys } from './popup-keys';
import { Rows } from './rows';
import { SearchField } from './search-field';
import { SiteLine } from './site-line';
import type { PopupState } from './state';
import { addressOf, paperPageOf } from '@/components/ui/text/words';
import { TopicList } from './topic-list';
import '@/components/tokens.css';
import '@/components/app/page.css';
import '@/components/ui/text/direction.css';
import '@/components/app/controls/button.css';
import './popup.css';
import { TABS } from './ports';

interface RegionProps {
  state: PopupState;
  /** Puts the focus back into the search. */
  onLeave: () => void;
}

const marks = (
  <>
    <StatusMark status={null} />
    <StatusMark status="saved" />
    <StatusMark status="read" />
  </>
);

/** On the page itself its site says nothing new. */
const noSite = (): null => null;
const lastListing = ({ listings }: LibraryPaper): string | null =>
  listings.toSorted((a, b) => b.at - a.at)[0]?.url ?? null;

function NothingMatches({ state }: { state: PopupState }) {
  const action = { label: i18n.t('popup.empty.clear'), onPress: state.clearFilters };
  return <Empty text={i18n.t('popup.empty.filtered')} action={action} />;
}

function Recent({ state, onLeave }: RegionProps) {
  const { papers, failure, isKnown, query } = state.recent.listed.value;
  // What is wrong with the library is said above, with what to do.
  if (failure && papers.length === 0 && state.care.condition.value?.trouble) return null;
  if (failure && papers.length === 0)
    return (
      <Empty
        tone="alert"
        text={problem(i18n.t('popup.couldnt.list'), failure)}
        action={{ label: i18n.t('popup.topics.again'), onPress: () => void state.recent.load() }}
      >
        <CopyDiagnostics call={state.call} />
      </Empty>
    );
  if (!isKnown) return null;
  if (papers.length === 0) {
    if (state.isFiltered.value) return <NothingMatches state={state} />;
    const open = (): void => state.open(LIST_TO_START, { background: false });
    return (
      <Empty
        picture={marks}
        text={i18n.t('popup.empty.recent')}
        action={{ label: i18n.t('popup.empty.openArxiv'), onPress: open }}
      />
    );
  }
  return (
    <>
      <Rows
        papers={papers}
        addressOf={addressOf}
        siteAddressOf={lastListing}
        now={state.now().getTime()}
        query={query}
        onOpen={state.open}
        doing={state.inLibrary}
        keyboard={state.keyboard}
        onEnd={() => void state.recent.more()}
        onLeave={onLeave}
      />
      {failure && (
        <p class="notice" role="alert">
          {problem(i18n.t('popup.couldnt.list'), failure)}
        </p>
      )}
    </>
  );
}

function ThisPage({ state, onLeave }: RegionProps) {
  const [papers, kind] = [state.page.papers.value, state.page.kind.value];
  if (kind.is !== 'listing' || kind.papers.length === 0)
    return <Empty picture={marks} text={i18n.t('popup.empty.page')} />;
  if (papers.length === 0) return <NothingMatches state={state} />;
  return (
    <Rows
      papers={papers}
      addressOf={paperPageOf}
      siteAddressOf={noSite}
      now={state.now().getTime()}
      query={EVERYTHING}
      onOpen={state.open}
      doing={state.onPage}
      keyboard={state.keyboard}
      onEnd={() => undefined}
      onLeave={onLeave}
    />
  );
}

/** The search. It alone reads what is typed: the rows are not drawn again at a key, only for its answer. */
const Search = ({ state, onDown }: { state: PopupState; onDown: () => void }) => (
  <SearchField
    text={state.filters.text.value}
    onSearch={state.search}
    onDown={onDown}
    onFocused={state.keyboard.hears}
  />
);

/** What is wrong with the search, or that not all papers can be searched yet. */
function SearchLine({ state }: { state: PopupState }) {
  const fault = state.recent.fault.value;
  const indexing = state.indexing.value;
  const isSearching = state.filters.text.value.trim() !== '';
  if (fault && isSearching)
    return (
      <p class="search-line" role="status" data-tone="alert" data-gloss="fault">
        {faultSentence(fault)}
      </p>
    );
  if (indexing === null || !isSearching) return null;
  return (
    <p class="search-line" role="status">
      {i18n.t('library.indexing', [indexing.toLocaleString()])}
    </p>
  );
}

function Lists({ state, onLeave }: RegionProps) {
  const { filters, tab } = state;
  if (tab.value === 'topics')
    return (
      <TopicList
        topics={state.topics.kind.value}
        onOpen={state.openTopic}
        diagnostics={<CopyDiagnostics call={state.call} />}
        onLeave={onLeave}
        onAgain={() => {
          state.topics.forget();
          void state.topics.load();
        }}
      />
    );
  const isRecent = tab.value === 'recent';
  const List = isRecent ? Recent : ThisPage;
  return (
    <>
      <FilterBar
        status={filters.status.value}
        tag={filters.tag.value}
        tags={state.tags.value}
        topic={isRecent ? (filters.topic.value?.label ?? null) : null}
        onStatus={(status) => {
          filters.status.value = status;
        }}
        onTag={(tag) => {
          filters.tag.value = tag;
        }}
        onClearTopic={() => {
          filters.topic.value = null;
        }}
      />
      <SearchLine state={state} />
      <List state={state} onLeave={onLeave} />
    </>
  );
}

/** Few ask for the keys: their sheet is no part of what the popup opens with. */
const loadSheet = async () => (await import('./popup-sheet')).PopupSheet;

/** The popup: search, this page, lists and topics, files. */
export function Popup({ state }: { state: PopupState }) {
  const popup = useRef<HTMLElement>(null);
  usePopupKeys(state, popup);
  const Sheet = useWanted(state.keyboard.isHelpOpen.value, loadSheet);
  const focus = (selector: string): void =>
    popup.current?.querySelector<HTMLElement>(selector)?.focus();
  const { tab, notice, page, transfer } = state;
  const isAlert = notice.value?.tone === 'alert';
  const site = page.site.value;
  return (
    <main class="page popup" ref={popup}>
      <h1 class="unseen">{i18n.t('popup.title')}</h1>
      <Search state={state} onDown={() => focus('[data-row-link], [data-gloss="topic"]')} />
      <PageLine
        page={page.kind.value}
        onTriage={(tabId) => void page.triage(tabId)}
        onNext={(tabId) => void page.nextNew(tabId)}
        onAnnotate={(tabId) => void page.annotate(tabId)}
        onDigest={(tabId) => void page.digest(tabId)}
      />
      {site && (
        <SiteLine
          site={site}
          onAllow={() => void page.allow(site)}
          onDisallow={() => void page.disallow(site)}
          onTurn={(isOff) => void page.turn(site, isOff)}
        />
      )}
      <TroubleLine state={state.care} now={state.now().getTime()} onSee={state.openLibrary} />
      <Tabs
        label={i18n.t('popup.tabs.label')}
        tabs={TABS.map((name) => ({ name, label: i18n.t(`popup.tabs.${name}`) }))}
        chosen={tab.value}
        onChoose={state.show}
      />
      <TabPanel tab={tab.value}>
        <Lists key={tab.value} state={state} onLeave={() => focus('[data-gloss="search"]')} />
      </TabPanel>
      <p class="notice" role="alert">
        {isAlert ? notice.value?.text : ''}
      </p>
      {isAlert && <CopyDiagnostics call={state.call} />}
      <p class="notice" role="status" data-gloss="notice">
        {isAlert ? '' : notice.value?.text}
      </p>
      <Footer
        isWorking={transfer.isWorking.value}
        onLibrary={state.openLibrary}
        onSidePanel={state.openSidePanel}
        onExport={() => void transfer.exportJson()}
        onImport={state.readsFiles ? (file) => void transfer.importJson(file) : null}
        onFormats={state.openFormats}
        onSettings={state.openSettings}
        onKeys={() => {
          state.keyboard.isHelpOpen.value = true;
        }}
      />
      {Sheet && <Sheet keyboard={state.keyboard} />}
    </main>
  );
}
