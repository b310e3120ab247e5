/** The page of `npm run label`: rows to correct beside the saved page. */

const FIELDS = ['title', 'id', 'year', 'authors', 'abstract'];
/** @param {string} selector @param {ParentNode} within @returns {any} an element, of the kind that the selector names */
const one = (selector, within = document) => {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return /** @type {any} */ (found);
};
/** @type {HTMLOListElement} */
const list = one('ol');
/** @type {HTMLIFrameElement} */
const frame = one('iframe');
/** @type {HTMLOutputElement} */
const said = one('output');

/** What is selected on the saved page, in one line. */
const selected = () =>
  (frame.contentWindow?.getSelection()?.toString() ?? '').replace(/\s+/g, ' ').trim();

/** The same, for a field to take: the next one does not get it too. */
function takeSelected() {
  const text = selected();
  frame.contentWindow?.getSelection()?.removeAllRanges();
  return text;
}

/** @param {Element} item @param {string} name @returns {HTMLInputElement} */
const fieldOf = (item, name) => one(`[name="${name}"]`, item);

function number() {
  let count = 0;
  for (const item of list.children) {
    one('.is-paper span', item).textContent = fieldOf(item, 'paper').checked
      ? String((count += 1))
      : '';
  }
}

/** @param {Record<string, string>} row @param {Element | null} before */
function add(row, before = null) {
  /** @type {HTMLTemplateElement} */
  const template = one('template');
  const item = one('li', document.importNode(template.content, true));
  for (const name of FIELDS) fieldOf(item, name).value = row[name] ?? '';
  list.insertBefore(item, before);
  number();
  return item;
}

/** The row after the focused one: a missed paper goes before it, where the page has it. */
const following = () => document.activeElement?.closest('li')?.nextElementSibling ?? null;

function addSelected() {
  const item = add({ title: takeSelected() }, following());
  item.scrollIntoView({ block: 'nearest' });
  fieldOf(item, 'title').focus();
}

const rows = () =>
  [...list.children]
    .filter((item) => fieldOf(item, 'paper').checked)
    .map((item) =>
      Object.fromEntries(FIELDS.map((name) => [name, fieldOf(item, name).value.trim()])),
    );

async function save() {
  const answer = await fetch('/expectation', { method: 'POST', body: JSON.stringify(rows()) });
  said.value = await answer.text();
}

// A field that is empty takes what is selected on the page.
list.addEventListener('focusin', ({ target }) => {
  const field = /** @type {HTMLInputElement} */ (target);
  if (FIELDS.includes(field.name) && field.value === '') field.value = takeSelected();
});
list.addEventListener('change', number);
one('[data-action="add"]').addEventListener('click', addSelected);
one('[data-action="save"]').addEventListener('click', () => void save());

const labelling = await (await fetch('/labelling.json')).json();
document.title = labelling.file;
one('h1').textContent = `${labelling.file}: ${labelling.rows.length} papers found`;
for (const row of labelling.rows) add(row);
frame.src = '/page';
