import { expect, type Firefox, test } from './firefox-fixtures';

const ESCAPE = '\uE00C';
const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;

/** Waits until the welcome page has ticked a step off. */
const isTicked = (firefox: Firefox, step: string): Promise<void> =>
  firefox.until(`return document.querySelector('[data-step="${step}"]')?.dataset.done === 'true'`);

/** The place of the first words of the third abstract. */
async function passage(firefox: Firefox) {
  const ends = await firefox.evaluate(`
    const { firstChild } = document.querySelectorAll('[data-practice="abstract"]')[2];
    const range = document.createRange();
    range.setStart(firstChild, 0);
    range.setEnd(firstChild, 30);
    const { left, right, top, height } = range.getBoundingClientRect();
    const y = Math.round(top + height / 2);
    return [{ x: Math.ceil(left) + 1, y }, { x: Math.round(right), y }];`);
  return ends as [{ x: number; y: number }, { x: number; y: number }];
}

/** Presses a button of the page itself. */
const press = (firefox: Firefox, name: string): Promise<unknown> =>
  firefox.evaluate(`document.querySelector('[data-gloss="${name}"]').click()`);

test('in Firefox a newcomer decides, writes, highlights and exports, by mouse and by keys', async ({
  openFirefox,
}) => {
  const firefox = await openFirefox({}, { welcomes: true });
  await firefox.click(mark(0));
  await isTicked(firefox, 'save');
  await firefox.click('[data-action="triage"]');
  await firefox.shows('[data-gloss="bar"]', '1 of 5');
  await firefox.type('jd');
  await isTicked(firefox, 'next');
  await firefox.type('n');
  await firefox.until(`return root.querySelector('.frame')?.dataset.open === 'true'`);
  await firefox.type('Ask Dana');
  await isTicked(firefox, 'note');
  await firefox.type(ESCAPE);
  await firefox.until(`return root.querySelector('.frame')?.dataset.open === 'false'`);
  await firefox.type(ESCAPE);
  await firefox.drag(...(await passage(firefox)));
  await firefox.click('[data-gloss="selection"] [data-colour="amber"]');
  await isTicked(firefox, 'highlight');
  await press(firefox, 'welcome-export');
  await isTicked(firefox, 'export');
  expect(
    await firefox.evaluate(`return document.querySelector('.welcome-outcome').textContent`),
  ).toContain('Exported to gloss-');
});

const [TAB, ENTER] = ['\uE004', '\uE007'];

/** Presses Tab until the focus is on what a selector names, in the in-page interface or on the page. */
async function tabTo(firefox: Firefox, selector: string): Promise<void> {
  const isThere = `
    const inner = root === document ? null : root.activeElement;
    return (inner ?? document.activeElement)?.matches(${JSON.stringify(selector)}) ?? false`;
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await firefox.type(TAB);
    if (await firefox.evaluate(isThere)) return;
  }
  throw new Error(`Tab never led to ${selector}.`);
}

/** Selects the first words of the third abstract; in place of caret browsing (F7). */
const SELECT = `
  const { firstChild } = document.querySelectorAll('[data-practice="abstract"]')[2];
  window.getSelection().setBaseAndExtent(firstChild, 0, firstChild, 30);`;

test('in Firefox a newcomer does the same by the keyboard alone', async ({ openFirefox }) => {
  const firefox = await openFirefox({}, { welcomes: true });
  await firefox.until(`return root.querySelector('${mark(0)}') !== null`);
  await tabTo(firefox, '[data-action="triage"]');
  await firefox.type(ENTER);
  // It begins with the first paper in the window, which Tab has scrolled.
  await firefox.shows('[data-gloss="bar"]', ' of 5');
  await firefox.type('s');
  await isTicked(firefox, 'save');
  await firefox.type('d');
  await isTicked(firefox, 'next');
  await firefox.type('n');
  await firefox.until(`return root.querySelector('.frame')?.dataset.open === 'true'`);
  await firefox.type('Ask Dana');
  await isTicked(firefox, 'note');
  await firefox.type(ESCAPE);
  await firefox.until(`return root.querySelector('.frame')?.dataset.open === 'false'`);
  await firefox.evaluate(SELECT);
  await firefox.type('h');
  await isTicked(firefox, 'highlight');
  await firefox.type(ESCAPE);
  await tabTo(firefox, '[data-gloss="welcome-export"]');
  await firefox.type(ENTER);
  await isTicked(firefox, 'export');
});
