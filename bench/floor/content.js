// Reads ids and titles, asks the worker once, and marks the entries near the window in one overlay.

/** @param {Element | null} element */
const textOf = (element) => element?.textContent?.trim() ?? '';

/** The titles of the page's entries, and their ids: of arXiv's lists, its search, and Hugging Face. */
const entries = [
  ...[...document.querySelectorAll('dl > dt')].map((dt) => ({
    at: dt,
    id: textOf(dt.querySelector('a[title="Abstract"]')),
    title: textOf(dt.nextElementSibling?.querySelector('.list-title') ?? null),
  })),
  ...[...document.querySelectorAll('li.arxiv-result')].map((result) => ({
    at: result,
    id: textOf(result.querySelector('.list-title a')),
    title: textOf(result.querySelector('p.title')),
  })),
  ...[...document.querySelectorAll('article')].map((card) => ({
    at: card,
    id: card.querySelector('a[href*="/papers/"]')?.getAttribute('href') ?? '',
    title: textOf(card.querySelector('h3')),
  })),
];

const host = document.createElement('floor-layer');
const root = host.attachShadow({ mode: 'closed' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  ':host{position:absolute;top:0;left:0}button{position:absolute;width:24px;height:24px}',
);
root.adoptedStyleSheets = [sheet];

const indices = new Map(entries.map(({ at }, index) => [at, index]));
const marks = new Map();

/** @param {unknown[]} states */
function show(states) {
  document.documentElement.append(host);
  const observer = new IntersectionObserver((changes) => mark(changes, states), {
    rootMargin: '400px',
  });
  for (const { at } of entries) observer.observe(at);
}

/** @param {IntersectionObserverEntry[]} changes @param {unknown[]} states */
function mark(changes, states) {
  const fragment = document.createDocumentFragment();
  for (const { target, isIntersecting, boundingClientRect } of changes) {
    marks.get(target)?.remove();
    marks.delete(target);
    if (!isIntersecting) continue;
    const index = indices.get(target) ?? 0;
    const button = document.createElement('button');
    button.setAttribute('aria-label', entries[index]?.title ?? '');
    button.dataset.state = String(states[index]);
    button.style.left = `${boundingClientRect.left + scrollX - 28}px`;
    button.style.top = `${boundingClientRect.top + scrollY}px`;
    marks.set(target, button);
    fragment.append(button);
  }
  root.append(fragment);
  host.dataset.ready = '';
}

void chrome.runtime.sendMessage(entries.map(({ id }) => id)).then(show);
