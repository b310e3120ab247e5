// Reads ids and titles, asks the worker once, and marks the entries near the window in one overlay.
const entries = [...document.querySelectorAll('dl > dt')].map((dt) => ({
  dt,
  id: dt.querySelector('a[title="Abstract"]')?.textContent?.trim().replace('arXiv:', ''),
  title: dt.nextElementSibling?.querySelector('.list-title')?.textContent?.trim() ?? '',
}));

const host = document.createElement('floor-layer');
const root = host.attachShadow({ mode: 'closed' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  ':host{position:absolute;top:0;left:0}button{position:absolute;width:24px;height:24px}',
);
root.adoptedStyleSheets = [sheet];

const indices = new Map(entries.map(({ dt }, index) => [dt, index]));
const marks = new Map();

/** @param {unknown[]} states */
function show(states) {
  document.documentElement.append(host);
  const observer = new IntersectionObserver((changes) => mark(changes, states), {
    rootMargin: '400px',
  });
  for (const { dt } of entries) observer.observe(dt);
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
