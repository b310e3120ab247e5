import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '@/scripts/browser/extension';
import { type LocalPage, localPage } from '@/scripts/browser/pages';
import { arxivList, MARKER } from './arxiv-list';

/** A list as it is served to a browser that measures. */
export interface ListPage extends LocalPage {
  /** What the list is called on the command line. */
  name: string;
}

const PAGES = path.join(ROOT, '../shared/data/pages');

/** Real lists that were saved, by a name: of 13, 49 and 200 entries. */
const SAVED: readonly [name: string, file: string, url: string][] = [
  [
    'hugging-face',
    'hugging-face/daily-2024-08-01.html',
    'https://huggingface.co/papers?date=2024-08-01',
  ],
  ['arxiv-49', 'arxiv/list-recent-2023-03-03.html', 'https://arxiv.org/list/astro-ph.EP/recent'],
  [
    'arxiv-search',
    'arxiv/search-200.html',
    'https://arxiv.org/search/?query=distributed+systems&size=200',
  ],
];

/** Brings the first entry into the window, as saved pages lack the styles that put it there, and lays the page out. */
const READY = `<script>
document.querySelector('dl > dt, li.arxiv-result, article').scrollIntoView();
document.body.offsetHeight;
console.timeStamp('${MARKER}');
</script>`;

/** A saved page without its scripts and pictures: nothing runs but the extension. */
function quiet(body: string): string {
  const still = body
    .replaceAll(/<script\b[\s\S]*?<\/script>/gi, '')
    .replaceAll(/<(?:img|link|iframe)\b[^>]*>/gi, '')
    .replace(/<head[^>]*>/i, (head) => `${head}<meta charset="utf-8">`);
  return still.replace(/<\/body>|$/i, (end) => `${READY}${end}`);
}

/** The lists of the bench; saved ones only where they are. */
export const listPages = (): ListPage[] => [
  ...SAVED.filter(([, file]) => existsSync(path.join(PAGES, file))).map(([name, file, url]) => {
    const page = localPage(path.join(PAGES, file), url);
    return { ...page, name, body: quiet(String(page.body)) };
  }),
  {
    name: 'arxiv-2000',
    url: 'https://arxiv.org/list/me.AS/new',
    body: arxivList(2_000),
    type: 'text/html; charset=utf-8',
  },
];
