import { render } from 'preact';
import { browser } from '#imports';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import '@/components/in-page/highlight/highlight.css';
import '@/components/in-page/marks/treatment.css';
import { download } from '@/components/app/transfer/download';
import { createWelcome } from '@/components/app/welcome/state';
import { Welcome } from '@/components/app/welcome/welcome';
import { identify } from '@/domain/identity/identify';
import { createNewcomer } from '@/domain/newcomer';
import { run } from '@/entrypoints/listing.content/run';
import { appCall } from '@/rpc/client';
import { listen } from '@/rpc/listen';
import { hearOthers } from './hear';
import { practice } from './practice';
import { isOnToolbar, popupOpener } from './toolbar';
import { speak } from '@/components/ui/text/language';

/** Identities of the practice papers, as the in-page interface asks for them. */
const identities = () =>
  practice
    .entries(document, new URL(location.href))
    .map((entry) => identify(entry, { site: practice.id, url: location.href, title: '', at: 0 }))
    .map(({ identity }) => identity);

const welcome = createWelcome({
  call: appCall,
  practised: () => appCall('page.states', { papers: identities() }),
  download,
  openPopup: popupOpener(),
  isPinned: isOnToolbar,
  newId: () => crypto.randomUUID(),
  now: () => new Date(),
});

listen({ changed: welcome.changed });
hearOthers(welcome.hear);
// The person comes back from the toolbar.
addEventListener('focus', welcome.returned);
speak(document);
render(<Welcome welcome={welcome} />, document.getElementById('welcome') ?? document.body);
void welcome.start();
const { local } = browser.storage;
void createNewcomer({
  get: async (key) => (await local.get(key))[key],
  set: (values) => local.set(values),
}).arrives();
// The page of our own is read by what runs on every list: it is the real thing that a person tries.
run(new ContentScriptContext('listing', { noScriptStartedPostMessage: true }), { site: practice });
