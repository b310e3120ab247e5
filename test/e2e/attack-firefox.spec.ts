import { arxivList } from '@/bench/arxiv-list';
import { ask, hostile } from './attack-page';
import { expect, type Firefox, test } from './firefox-fixtures';

const LIST = 'http://arxiv.org/list/me.AS/new';
const MARK = '[data-gloss="mark"][data-entry="0"]';
const TAG = 'zeugmaplan';
const NOTE = 'quixotic doubts';

const attack = async <T>(firefox: Firefox, name: string, value: unknown): Promise<T> => {
  const script = `return window.wrappedJSObject.${ask(name, value)}`;
  return JSON.parse(String(await firefox.evaluate(script))) as T;
};

const stateOf = (firefox: Firefox, mark: string): Promise<unknown> =>
  firefox.evaluate(`return root.querySelector('${mark}').dataset.state`);

test('in Firefox a hostile page reads nothing and writes nothing, and notes and tags go by keyboard', async ({
  openFirefox,
}) => {
  const firefox = await openFirefox({ [LIST]: hostile(arxivList(6)) });
  const reads = (): Promise<string[]> => attack(firefox, 'reads', [TAG, NOTE]);
  await firefox.go(LIST);
  await firefox.shows('[data-gloss="bar"]', '6 new');
  await firefox.hover(MARK);
  await firefox.click('[data-gloss="toolbar"] [data-action="tags"]');
  await firefox.click('[data-gloss="tag-input"]');
  await firefox.type(`${TAG}\uE007`);
  await firefox.shows('[data-gloss="tag-editor"] [data-gloss="chip"]', TAG);
  expect(await reads(), 'tags').toEqual([]);
  // Enter on nothing closes.
  await firefox.type('\uE007');
  await firefox.shows('[data-gloss="chips"]', TAG);
  expect(await reads(), 'chips').toEqual([]);
  await firefox.hover(MARK);
  await firefox.click('[data-gloss="toolbar"] [data-action="note"]');
  await firefox.click('[data-gloss="note-input"]');
  await firefox.type(NOTE);
  await firefox.shows('[data-gloss="note-state"]', 'Saved');
  expect(await reads(), 'note').toEqual([]);
  await firefox.type('\uE00C');
  await firefox.shows('[data-gloss="chips"]', NOTE);
  expect(await reads(), 'first words').toEqual([]);
  expect(await attack(firefox, 'traces', null)).toEqual({ frames: 0, extension: false });

  await attack(firefox, 'pretend', { x: 20, y: 20 });
  for (const way of ['a style sheet', 'inline styles', 'an animation', 'attributes']) {
    await attack(firefox, 'hide', way);
    const style = await firefox.evaluate(
      `const { opacity, transform, display } = getComputedStyle(document.querySelector('html > div')); return [opacity, transform, display].join(' ')`,
    );
    expect(style, way).toBe('1 none block');
    await attack(firefox, 'show', null);
  }
  for (const way of ['a faded root', 'a filtered root', 'a moved root', 'another parent']) {
    await firefox.hover('[data-action="menu"]');
    await attack(firefox, 'hide', way);
    if (way !== 'another parent') await firefox.click('[data-gloss="mark"][data-entry="2"]');
    await attack(firefox, 'show', null);
  }
  await firefox.click('[data-gloss="mark"][data-entry="3"]');
  await firefox.until(
    `return root.querySelector('[data-gloss="mark"][data-entry="3"]')?.dataset.state === 'saved'`,
  );
  expect(await stateOf(firefox, '[data-gloss="mark"][data-entry="2"]')).not.toBe('saved');
});
