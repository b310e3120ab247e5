import { render } from 'preact';
import { Library } from '@/components/app/library/library';
import { createLibrary } from '@/components/app/library/state';
import { appCall } from '@/rpc/client';
import { listen } from '@/rpc/listen';
import { startSearch } from '@/search/client';
import { openTab } from '@/components/app/open-tab';
import { runTask } from '@/topics/client';
import { outside } from '@/components/app/first-page';
import { PAGE } from '@/components/app/papers/list/list-state';
import { speak } from '@/components/ui/text/language';
import { glance } from '@/storage/read/glance';

/** Asked for before anything is drawn: the database works meanwhile. */
const firstPage = glance(outside, PAGE);

/** Shows the library on one of our own pages. */
export function mountLibrary(root: HTMLElement): void {
  const library = createLibrary({
    call: appCall,
    firstPage,
    earlyKeys: globalThis.earlyKeys,
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
    memory: localStorage,
    reload: () => location.reload(),
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
  addEventListener('popstate', library.arrive);
  listen({ changed: ({ papers }) => library.changed(papers) });
  speak(document);
  render(<Library library={library} />, root);
  library.start();
}
