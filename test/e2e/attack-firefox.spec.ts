import { arxivList } from '@/bench/arxiv-list';
import type { LibraryPage } from '@/domain/library';
import { ALL, plantBy, SECRETS } from './attack-library';
import { ask, hostile, rewriting } from './attack-page';
import { callIn, expect, type Firefox, test } from './firefox-fixtures';

const LIST = 'http://arxiv.org/list/me.AS/new';
const REWRITTEN = 'http://arxiv.org/list/cs.AI/new';
const ESCAPE = '\uE00C';
const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;
const action = (name: string): string => `[data-gloss="toolbar"] [data-action="${name}"]`;

const attack = async <T>(firefox: Firefox, name: string, value: unknown): Promise<T> => {
  const script = `return window.wrappedJSObject.${ask(name, value)}`;
  return JSON.parse(String(await firefox.evaluate(script))) as T;
};

const reads = (firefox: Firefox): Promise<string[]> => attack(firefox, 'reads', ALL);

/** What a person made of the papers of the list and of the other one. */
async function made(firefox: Firefox): Promise<object[]> {
  const ids = ['arxiv:1999.99999', ...[1, 2, 3, 4].map((at) => `arxiv:2401.0000${at}`)];
  const { value } = await callIn(firefox, 'library.papers', { ids });
  return (value as LibraryPage).papers.map(({ id, status, tags, note, highlights }) => ({
    id,
    status,
    tags: tags.map(({ name }) => name),
    note: note.text,
    comments: highlights.map(({ comment }) => comment),
  }));
}

const stateOf = (firefox: Firefox, selector: string): Promise<unknown> =>
  firefox.evaluate(`return root.querySelector('${selector}')?.dataset.state`);

/** Has the page make up every event where a control is. */
async function pretend(firefox: Firefox, selector: string): Promise<void> {
  await firefox.until(
    `return root.querySelector('${selector}')?.getBoundingClientRect().width > 0`,
  );
  const middle = await firefox.evaluate(`
    const { x, y, width, height } = root.querySelector('${selector}').getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };`);
  await attack(firefox, 'pretend', middle);
}

async function openCard(firefox: Firefox, name: string, field: string): Promise<void> {
  await firefox.hover(mark(1));
  await firefox.hover(mark(0));
  await firefox.click(action(name));
  await firefox.click(`[data-gloss="${field}"]`);
}

async function closeCard(firefox: Firefox): Promise<void> {
  await firefox.type(ESCAPE);
  await firefox.until(`return root.querySelector('.frame')?.dataset.open === 'false'`);
}

test('in Firefox a hostile page reads nothing and writes nothing, whatever is open', async ({
  openFirefox,
}) => {
  const firefox = await openFirefox({
    [LIST]: hostile(arxivList(4)),
    [REWRITTEN]: rewriting(arxivList(4)),
  });
  await firefox.go('popup.html');
  await plantBy((name, asked) => callIn(firefox, name, asked));
  const before = await made(firefox);
  await firefox.go(LIST);
  await firefox.shows('[data-gloss="chips"]', SECRETS.note);
  expect(await reads(firefox), 'chips').toEqual([]);

  await pretend(firefox, mark(0));
  for (const name of ['triage', 'menu', 'collapse'])
    await pretend(firefox, `[data-action="${name}"]`);
  expect(
    await firefox.evaluate(
      `return root.querySelectorAll('[data-gloss="toolbar"], [data-gloss="menu"], .place').length`,
    ),
  ).toBe(0);
  for (const name of ['save', 'dismiss', 'read', 'note', 'tags']) {
    await firefox.hover(mark(1));
    await firefox.hover(mark(0));
    await firefox.shows('[data-gloss="toolbar"]', SECRETS.tag);
    expect(await reads(firefox), 'toolbar').toEqual([]);
    await pretend(firefox, action(name));
  }

  await openCard(firefox, 'tags', 'tag-input');
  await firefox.type(SECRETS.typed);
  await firefox.shows('[data-gloss="tag-editor"]', SECRETS.typed);
  expect(await reads(firefox), 'tags').toEqual([]);
  await closeCard(firefox);

  await openCard(firefox, 'note', 'note-input');
  await firefox.type(` ${SECRETS.typed}`);
  await firefox.shows('[data-gloss="note-state"]', 'Saved');
  expect(await reads(firefox), 'note').toEqual([]);
  await attack(firefox, 'pretend', { x: 20, y: 20 });
  await firefox.click('[data-gloss="note-input"]');
  await closeCard(firefox);

  const passage = (await firefox.evaluate(`
    const range = document.createRange();
    const { firstChild } = document.querySelector('p.mathjax');
    range.setStart(firstChild, 2), range.setEnd(firstChild, 6);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };`)) as {
    x: number;
    y: number;
  };
  await firefox.drag(passage, passage);
  await firefox.click('[data-gloss="comment-input"]');
  expect(await reads(firefox), 'comment').toEqual([]);
  expect(await attack(firefox, 'traces', null)).toEqual({ frames: 0, extension: false });

  await attack(firefox, 'hold', null);
  const middle = (await firefox.evaluate(`
    const { x, y, width, height } = root.querySelector('${mark(1)}').getBoundingClientRect();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };`)) as typeof passage;
  await firefox.drag(passage, middle);
  expect(await reads(firefox), 'a selection').toEqual([]);

  await firefox.go('popup.html');
  const [other, here, ...rest] = before as [object, object, ...object[]];
  const note = `${SECRETS.note} ${SECRETS.typed}`;
  expect(await made(firefox)).toEqual([other, { ...here, note }, ...rest]);

  // A page that listens before Gloss does gets the root, and nothing private is drawn there.
  await firefox.go(REWRITTEN);
  await firefox.shows('[data-gloss="chips"]', SECRETS.note);
  await firefox.evaluate(`window.wrappedJSObject.rewrite()`);
  await firefox.hover(mark(1));
  await firefox.hover(mark(0));
  await firefox.until(`return root.querySelector('[data-gloss="toolbar"]') !== null`);
  const had = `return window.wrappedJSObject.root?.innerHTML ?? ''`;
  const text = String(await firefox.evaluate(had));
  expect(text).toContain('data-gloss="toolbar"');
  expect(ALL.filter((secret) => text.includes(secret))).toEqual([]);
});

test('in Firefox no style of a page reaches the layer, and what a page hides takes no click, and what it takes away is back', async ({
  openFirefox,
}) => {
  const firefox = await openFirefox({ [LIST]: hostile(arxivList(6)) });
  await firefox.go(LIST);
  await firefox.shows('[data-gloss="bar"]', '6 new');
  for (const way of ['a style sheet', 'inline styles', 'an animation', 'attributes']) {
    await attack(firefox, 'hide', way);
    const style = await firefox.evaluate(
      `const { opacity, transform, display } = getComputedStyle(document.querySelector('html > div')); return [opacity, transform, display].join(' ')`,
    );
    expect(style, way).toBe('1 none block');
    await attack(firefox, 'show', null);
  }
  for (const way of ['a faded root', 'a filtered root', 'a moved root', 'a shrunk root']) {
    await firefox.hover('[data-action="menu"]');
    await attack(firefox, 'hide', way);
    await firefox.click(mark(2));
    await attack(firefox, 'show', null);
  }
  // What shows again can be pressed again.
  await expect
    .poll(async () => {
      if ((await stateOf(firefox, mark(3))) === 'saved') return 'saved';
      await firefox.hover('[data-action="menu"]');
      await firefox.click(mark(3));
      return stateOf(firefox, mark(3));
    })
    .toBe('saved');
  expect(await stateOf(firefox, mark(2))).not.toBe('saved');

  await openCard(firefox, 'note', 'note-input');
  await firefox.type('kept words');
  await firefox.evaluate(`document.querySelector('html > div').remove()`);
  await expect
    .poll(() => firefox.evaluateInFrame(`return root.querySelector('textarea')?.value ?? null`))
    .toBe('kept words');
});
