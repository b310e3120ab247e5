import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { TabPanel, Tabs } from '@/components/ui/tabs';
import '@/components/tokens.css';
import '@/components/ui/button.css';
import { FilterBar } from './filter-bar';
import { PageLine } from './page-line';
import './popup.css';
import { PageList, RecentList, TopicList } from './lists';
import { type PopupState, TABS } from './state';

/** The whole popup: search, this page, the lists, and what can be done with the library. */
export const Popup = ({ state }: { state: PopupState }): VNode => {
  const search = useRef<HTMLInputElement>(null);
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const { filters, tab, notice, transfer } = state;
  const chosen = tab.value;
  const toSearch = (): void => search.current?.focus();
  return (
    <main class="popup">
      <h1 class="visually-hidden">{i18n.t('popup.title')}</h1>
      <header>
        <input
          ref={search}
          type="search"
          class="search"
          data-gloss="search"
          aria-label={i18n.t('popup.search')}
          placeholder={i18n.t('popup.search')}
          value={filters.text.value}
          onInput={(event) => state.search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && filters.text.peek() !== '') {
              event.preventDefault();
              state.search('');
            } else if (event.key === 'ArrowDown') {
              event.preventDefault();
              document.querySelector<HTMLElement>('[data-row-link][tabindex="0"]')?.focus();
            }
          }}
        />
        <PageLine page={state.page} />
        <Tabs
          label={i18n.t('popup.tabs.label')}
          tabs={TABS.map((name) => ({ name, label: i18n.t(`popup.tabs.${name}`) }))}
          chosen={chosen}
          onChoose={state.show}
        />
      </header>
      {notice.value && (
        <p
          class="notice"
          data-tone={notice.value.tone}
          role={notice.value.tone}
          data-gloss="notice"
        >
          {notice.value.text}
        </p>
      )}
      <TabPanel tab={chosen}>
        {chosen !== 'topics' && <FilterBar state={state} />}
        {chosen === 'recent' && <RecentList state={state} toSearch={toSearch} />}
        {chosen === 'page' && <PageList state={state} toSearch={toSearch} />}
        {chosen === 'topics' && <TopicList state={state} />}
      </TabPanel>
      <footer>
        <button
          type="button"
          class="button"
          data-gloss="export"
          disabled={transfer.isWorking.value}
          onClick={() => void transfer.exportJson()}
        >
          {i18n.t('popup.export')}
        </button>
        <button
          type="button"
          class="button"
          data-gloss="import"
          disabled={transfer.isWorking.value}
          onClick={() => file.current?.click()}
        >
          {i18n.t('popup.import')}
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          class="visually-hidden"
          tabIndex={-1}
          aria-label={i18n.t('popup.importFile')}
          data-gloss="import-file"
          onChange={(event) => {
            const [chosenFile] = event.currentTarget.files ?? [];
            // The same file may be chosen again.
            event.currentTarget.value = '';
            if (chosenFile) void transfer.importJson(chosenFile);
          }}
        />
      </footer>
    </main>
  );
};
