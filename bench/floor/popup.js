// The least that a popup can cost: the newest papers by an index, and a search through rows that were read once.
/**
 * @typedef {{ title: string, authors: string[], abstract: string, status: string | null }} Row
 */
const MOST = 50;
const list = /** @type {HTMLElement} */ (document.querySelector('#list'));
const search = /** @type {HTMLInputElement} */ (document.querySelector('#search'));

const opening = indexedDB.open('gloss');
/** @type {{ row: Row, text: string }[]} */
let all = [];

const papers = () => opening.result.transaction('papers').objectStore('papers').index('listedAt');

/** @param {Row[]} rows */
function show(rows) {
  list.replaceChildren(
    ...rows.slice(0, MOST).map(({ title, authors, status }) => {
      const item = document.createElement('li');
      const [name, facts] = [document.createElement('div'), document.createElement('p')];
      name.textContent = title;
      facts.textContent = `${authors[0] ?? ''} ${status ?? ''}`;
      item.append(name, facts);
      return item;
    }),
  );
}

opening.addEventListener('success', () => {
  /** @type {Row[]} */
  const rows = [];
  const walk = papers().openCursor(null, 'prev');
  walk.addEventListener('success', () => {
    const { result: cursor } = walk;
    if (cursor) rows.push(cursor.value);
    if (cursor && rows.length < MOST) return cursor.continue();
    show(rows);
    setTimeout(readAll, 500);
  });
});

function readAll() {
  const reading = papers().getAll();
  reading.addEventListener('success', () => {
    all = reading.result.toReversed().map((/** @type {Row} */ row) => ({
      row,
      text: `${row.title} ${row.authors.join(' ')} ${row.abstract}`.toLowerCase(),
    }));
    document.documentElement.dataset.read = '';
  });
}

search.addEventListener('input', () => {
  const sought = search.value.toLowerCase();
  show(all.filter(({ text }) => text.includes(sought)).map(({ row }) => row));
});
search.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  search.value = '';
  search.dispatchEvent(new Event('input'));
});
