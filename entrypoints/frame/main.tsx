import '@/components/in-page/layer/look.css';
import '@/components/in-page/layer/pieces.css';
import '@/components/frame/frame.css';
import '@/components/ui/text/direction.css';
import '@/components/frame/note/note.css';
import '@/components/frame/tags/tag-editor.css';
import '@/components/frame/highlight/highlight.css';
import { createFrameApp } from '@/components/frame/app';
import { guardFrame } from '@/components/frame/guard';
import { type Link, linkToPage } from '@/components/frame/link';
import type { FromFrame, ToFrame } from '@/components/in-page/frame/contract';
import { newId } from '@/components/in-page/listing/new-id';
import { speak } from '@/components/ui/text/language';

/** The fields for a page's papers, in a frame that the page can't look into. */

/** The tab of the page, where this is a window of its own: there the browser shows no frame of ours. */
const tab = new URLSearchParams(location.search).get('tab');
let link: Link | null = null;
const post = (message: FromFrame): void => link?.post(message);
speak(document);
const app = createFrameApp({ root: document.body, post, newId });
const guard = guardFrame();

function take(message: ToFrame): void {
  if (message.type === 'show') app.show(message);
  else if (message.type === 'hide') {
    app.hide();
    if (tab !== null) window.close();
  } else if (message.type === 'keys') app.keys(message.turn, message.ask, message.keys);
  else if (message.type === 'more') app.more(message.turn);
  else if (message.type === 'leave') app.leave();
  else if (message.type === 'answer') app.answer(message.id, message.answer);
  else {
    guard.placed(message.isPlain);
    app.placed();
  }
}

void linkToPage({
  nonce: location.hash.slice(1),
  tab: tab === null ? null : Number(tab),
  take,
}).then((made) => {
  link = made;
  post({ type: 'ready' });
});
