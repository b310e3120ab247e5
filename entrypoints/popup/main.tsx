import { render } from 'preact';
import { browser } from '#imports';
import { Popup } from '@/components/app/popup/popup';
import { download } from '@/components/app/transfer/download';
import { createPopupState } from '@/components/app/popup/state';
import { appCall, tabCall } from '@/rpc/client';
import { openTab } from '@/components/app/open-tab';
import { listen } from '@/rpc/listen';
import { runTask } from '@/topics/client';
import { startSearch } from '@/search/client';
import { shown } from '@/components/app/shown';
import { openLibraryPage, sidePanelOpener } from './places';
import type { Ports } from '@/components/app/popup/ports';
import { speak } from '@/components/ui/text/language';

/** Read at once, before the first picture: the database would answer after it. */
const MEMORY = 'gloss-popup';

const state = createPopupState({
  call: appCall,
  callTab: tabCall as Ports['callTab'],
  activeTab: async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab?.id === undefined ? null : { id: tab.id, url: tab.url };
  },
  permissions: {
    has: (pattern) => browser.permissions.contains({ origins: [pattern] }),
    request: (pattern) => browser.permissions.request({ origins: [pattern] }),
    remove: (pattern) => browser.permissions.remove({ origins: [pattern] }),
  },
  openTab,
  openLibrary: (hash = '') => {
    void openLibraryPage(hash).then(() => window.close());
  },
  openSidePanel: sidePanelOpener(),
  readsFiles: !import.meta.env.FIREFOX,
  close: () => window.close(),
  startSearch,
  firstPage: globalThis.firstPapers ?? Promise.resolve(null),
  earlyKeys: globalThis.earlyKeys,
  shown,
  memory: {
    get: () => localStorage.getItem(MEMORY),
    set: (text) => localStorage.setItem(MEMORY, text),
  },
  whenLeft: (act) => addEventListener('pagehide', act),
  copy: (text) => navigator.clipboard.writeText(text),
  reload: () => location.reload(),
  newId: () => crypto.randomUUID(),
  download,
  run: runTask,
  now: () => new Date(),
});

listen({ changed: state.changed });

speak(document);
render(<Popup state={state} />, document.body);
void state.start();
