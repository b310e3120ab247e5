import { arxivList } from '@/bench/arxiv-list';
import { expect, type Firefox, test } from './firefox-fixtures';

const LIST = 'http://arxiv.org/list/me.AS/new';
const OTHER = 'http://arxiv.org/list/me.AS/recent';
const FIRST = '[data-gloss="mark"][data-entry="0"]';

/** The place of the first words of the first abstract. */
async function passage(firefox: Firefox) {
  const ends = await firefox.evaluate(`
    const range = document.createRange();
    const text = document.querySelector('p.mathjax').firstChild;
    range.setStart(text, 0);
    range.setEnd(text, 30);
    const { left, right, top, height } = range.getBoundingClientRect();
    const y = Math.round(top + height / 2);
    return [{ x: Math.ceil(left) + 1, y }, { x: Math.round(right), y }];`);
  return ends as [{ x: number; y: number }, { x: number; y: number }];
}

test('in Firefox a paper is saved, noted and highlighted, on another list and in the popup too', async ({
  openFirefox,
}) => {
  const firefox = await openFirefox({
    [LIST]: arxivList(40),
    [OTHER]: arxivList(3),
  });
  await firefox.go(LIST);
  await firefox.shows('[data-gloss="bar"]', '40 new');
  await firefox.hover(FIRST);
  await firefox.click('[data-gloss="toolbar"] [data-action="save"]');
  await firefox.shows('[data-gloss="toast"]', 'Saved');
  await firefox.hover('[data-gloss="mark"][data-entry="1"]');
  await firefox.hover(FIRST);
  await firefox.click('[data-gloss="toolbar"] [data-action="note"]');
  await firefox.click('[data-gloss="note-input"]');
  await firefox.type('Ask Bo');
  await firefox.shows('[data-gloss="note-state"]', 'Saved');
  await firefox.click('[data-gloss="note"] [data-action="close"]');
  await firefox.drag(...(await passage(firefox)));
  await firefox.click('[data-gloss="selection"] [data-colour="amber"]');
  await firefox.shows('[data-gloss="toast"]', 'Highlighted');

  await firefox.go(OTHER);
  await firefox.shows('[data-gloss="bar"]', '1 saved');
  await firefox.shows('[data-gloss="chips"]', 'Ask Bo');
  expect(await firefox.evaluate(`return root.querySelector('${FIRST}').dataset.highlights`)).toBe(
    'true',
  );

  await firefox.go('popup.html');
  await firefox.shows('[data-gloss="row"]', 'Ask Bo');
  // Firefox closes a popup that a file is chosen in: that is done in the library.
  expect(await firefox.evaluate(`return root.querySelector('input[type="file"]')`)).toBeNull();
  await firefox.go('library.html#view=topics');
  await firefox.shows('.library', 'You have 1 so far');
});
