/**
 * Small pages that change as the sites' own programs change theirs. Each has `window.site`, whose functions a
 * test calls as the page's script would.
 */

const shell = (title: string, style: string, body: string, script: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.4 sans-serif;margin:0 64px}.note,article{margin:12px 0;padding:8px 0}${style}</style></head>
<body>${body}<script>${script}</script></body></html>`;

/** Titles that tell papers apart, by number. */
const PAPERS = `
const WORDS = ['lattice codes', 'dust rings', 'graph colouring', 'soft robots', 'tidal flats', 'quiet rooms', 'peat bogs'];
const titleOf = (n) => 'Paper ' + n + ' on ' + WORDS[n % 7] + ' and ' + WORDS[(n * 3 + 1) % 7];
const abstractOf = (n) => 'We look at ' + WORDS[n % 7] + ' for the time number ' + n + ' and find what was not expected there. ' +
  'The method needs no tuning, the data are given, and one of the results closes a gap that stood open for long.';
`;

/** OpenReview in its site's markup: rows are drawn by script, some time after the page has loaded. */
export const openReviewApp = (count: number): string =>
  shell(
    'OpenReview',
    '#list{min-height:200px}',
    '<header>OpenReview <span id="ticker"></span></header><main id="content"><p>Loading</p></main>',
    `${PAPERS}
const idOf = (n) => 'aB3dE5fG' + String(n).padStart(3, '0');
const note = (n) => {
  const row = document.createElement('div');
  row.className = 'note';
  row.innerHTML = '<h4><a href="/forum?id=' + idOf(n) + '">' + titleOf(n) + '</a></h4>' +
    '<div class="note-authors"><a href="/profile?id=~Ann1">Ann Author</a></div><div class="note-content">' +
    '<div><strong class="note-content-field">Abstract:</strong> <span class="note-content-value">' + abstractOf(n) + '</span></div></div>';
  return row;
};
const main = document.querySelector('main');
const draw = (numbers) => {
  const list = document.createElement('div');
  list.id = 'list';
  list.append(...numbers.map(note));
  main.replaceChildren(list);
};
const range = (from, count) => Array.from({ length: count }, (_, i) => from + i);
let next = ${count};
window.site = {
  draw, range,
  more: (count) => { list.append(...range(next, count).map(note)); next += count; },
  go: (path, numbers) => { history.pushState({}, '', path); main.textContent = ''; setTimeout(() => {
    if (numbers) draw(numbers); else main.innerHTML = '<h1>About</h1><p>Nothing is listed here.</p>'; }, 50); },
  hydrate: () => { main.innerHTML = main.innerHTML; },
  remove: (n) => rowOf(n).remove(),
  hide: (n) => { rowOf(n).style.display = 'none'; },
  flip: () => list.append(...[...list.children].reverse()),
  put: (row, n) => { const at = list.children[row]; at.querySelector('h4 a').firstChild.data = titleOf(n);
    at.querySelector('h4 a').href = '/forum?id=' + idOf(n); at.querySelector('.note-content-value').firstChild.data = abstractOf(n); },
  shorten: (n) => { rowOf(n).querySelector('.note-content-value').textContent = abstractOf(n).slice(0, 60) + '…'; },
  lengthen: (n) => { rowOf(n).querySelector('.note-content-value').textContent = abstractOf(n); },
  tick: (times) => new Promise((done) => { let left = times; const timer = setInterval(() => {
    ticker.innerHTML = '<b>' + left + '</b>'; if (--left === 0) { clearInterval(timer); done(); } }, 1000 / 60); }),
};
const rowOf = (n) => [...list.children].find((row) => row.textContent.includes('Paper ' + n + ' '));
setTimeout(() => draw(range(0, ${count})), 80);`,
  );

/**
 * Hugging Face in its site's markup, as a virtualised list: eight rows for a thousand papers, that are moved and
 * filled anew as the list is scrolled.
 */
export const virtualList = (): string =>
  shell(
    'Daily papers',
    '#view{height:600px;overflow:auto;position:relative;padding-left:40px}#all{height:100000px;position:relative}article{position:absolute;margin:0;height:84px}',
    '<main><div id="view"><div id="all"></div></div></main>',
    `${PAPERS}
const idOf = (n) => '2406.' + String(10000 + n);
const rows = Array.from({ length: 8 }, () => {
  const row = document.createElement('article');
  row.innerHTML = '<h3><a href="/papers/2406.1"> </a></h3><p> </p>';
  return row;
});
all.append(...rows);
const fill = () => {
  const first = Math.floor(view.scrollTop / 100);
  for (let n = first; n < first + 8; n += 1) {
    const row = rows[n % 8], link = row.querySelector('a');
    row.style.top = n * 100 + 'px';
    link.href = '/papers/' + idOf(n);
    link.firstChild.data = titleOf(n);
    row.querySelector('p').firstChild.data = abstractOf(n).slice(0, 80);
  }
};
fill();
view.addEventListener('scroll', fill);
window.site = { scroll: (n) => view.scrollTo(0, n * 100) };`,
  );

/** What `window.site` of these pages can do. */
export interface ChangingSite {
  draw: (numbers: number[]) => void;
  range: (from: number, count: number) => number[];
  more: (count: number) => void;
  go: (path: string, numbers: number[] | null) => void;
  hydrate: () => void;
  remove: (n: number) => void;
  hide: (n: number) => void;
  flip: () => void;
  put: (row: number, n: number) => void;
  shorten: (n: number) => void;
  lengthen: (n: number) => void;
  tick: (times: number) => Promise<void>;
  scroll: (n: number) => void;
}
