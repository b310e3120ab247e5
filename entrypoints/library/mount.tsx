import { render } from 'preact';
import { browser } from '#imports';
import { Library } from '@/components/app/library/library';
import { createLibrary } from '@/components/app/library/state';
import type { PaperState } from '@/domain/paper/paper';
import { appCall } from '@/rpc/client';
import { startSearch } from '@/search/client';
import { openTab } from '@/components/app/open-tab';
import { runTask } from '@/topics/client';

const isChange = (message: unknown): message is { ask: { papers: PaperState[] } } =>
  typeof message === 'object' &&
  message !== null &&
  'gloss' in message &&
  message.gloss === 'changed';

/** Shows the library on one of our own pages. */
export function mountLibrary(root: HTMLElement): void {
  const library = createLibrary({
    call: appCall,
    startSearch,
    openTab,
    hash: {
      get: () => location.hash,
      set: (hash, { replace }) => {
        const url = `${location.pathname}${hash}`;
        if (replace) history.replaceState(null, '', url);
        else history.pushState(null, '', url);
      },
    },
    run: runTask,
    copy: (text) => navigator.clipboard.writeText(text),
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
  addEventListener('popstate', library.arrive);
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (isChange(message)) library.changed(message.ask.papers);
  });
  render(<Library library={library} />, root);
  library.start();
}
