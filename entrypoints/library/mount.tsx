import { render } from 'preact';
import { browser } from '#imports';
import { Library } from '@/components/library/library';
import { createLibrary } from '@/components/library/state';
import { appCall } from '@/rpc/client';
import { runTask } from '../topics/run';

/** Shows the library on one of our own pages. */
export function mountLibrary(root: HTMLElement): void {
  const library = createLibrary({
    call: appCall,
    openTab: (url, { background }) => {
      void browser.tabs.create({ url, active: !background });
    },
    hash: {
      get: () => location.hash,
      set: (hash, { replace }) => {
        const url = `${location.pathname}${hash}`;
        if (replace) history.replaceState(null, '', url);
        else history.pushState(null, '', url);
      },
    },
    run: runTask,
    now: () => new Date(),
  });
  addEventListener('popstate', library.arrive);
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (typeof message === 'object' && message !== null && 'gloss' in message)
      if (message.gloss === 'changed') library.changed();
  });
  render(<Library library={library} />, root);
  library.start();
}
