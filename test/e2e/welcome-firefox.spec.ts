import { PRACTICE_PAPERS } from '@/components/app/welcome/practice-papers';
import { expect, type Firefox, type OpenFirefox, test } from './firefox-fixtures';

/** Keys as WebDriver names them (https://w3c.github.io/webdriver/#keyboard-actions). */
const [ESCAPE, TAB, ENTER] = ['\uE00C', '\uE004', '\uE007'];
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

/** Brings a part of the page into the middle of the window, as a wheel or a finger would. */
const reach = (firefox: Firefox, selector: string, nth = 0): Promise<unknown> =>
  firefox.evaluate(
    `document.querySelectorAll('${selector}')[${nth}].scrollIntoView({ block: 'center' })`,
  );

/** Opens the welcome page of a Gloss that was just installed, with the first three papers in the window. */
async function install(openFirefox: OpenFirefox): Promise<Firefox> {
  const firefox = await openFirefox({}, { welcomes: true });
  await isOpen(firefox, mark(0));
  await reach(firefox, '[data-practice="abstract"]', 1);
  return firefox;
}

/** Selects the first words of the third abstract; in place of caret browsing (F7). */
const SELECT = `
  const { firstChild } = document.querySelectorAll('[data-practice="abstract"]')[2];
  window.getSelection().setBaseAndExtent(firstChild, 0, firstChild, 30);`;

const EXPORT = '[data-gloss="welcome-export"]';
const [, SECOND, THIRD] = PRACTICE_PAPERS;
const button = (paper: { title: string } | undefined, action: string): string =>
  `[data-gloss="toolbar"][aria-label*="${paper?.title}"] [data-action="${action}"]`;
const [DISMISS, NOTE] = [button(SECOND, 'dismiss'), button(THIRD, 'note')];
const CLOSE = '[data-gloss="note"] [data-action="close"]';

const isOpen = (firefox: Firefox, selector: string): Promise<void> =>
  firefox.until(`return root.querySelector('${selector}') !== null`);
const isGone = (firefox: Firefox, selector: string): Promise<void> =>
  firefox.until(`return root.querySelector('${selector}') === null`);

/** Writes the note whose card was asked for. */
async function write(firefox: Firefox): Promise<void> {
  await firefox.until(`return root.querySelector('.frame')?.dataset.open === 'true'`);
  await firefox.type('Ask Dana');
  await isTicked(firefox, 'note');
}

const isClosed = (firefox: Firefox): Promise<void> =>
  firefox.until(`return root.querySelector('.frame')?.dataset.open === 'false'`);

test('in Firefox a newcomer decides, writes, highlights and exports by the mouse alone', async ({
  openFirefox,
}) => {
  const firefox = await install(openFirefox);
  await firefox.click(mark(0));
  await isTicked(firefox, 'save');
  await firefox.hover(mark(1));
  await firefox.click(DISMISS);
  await isTicked(firefox, 'next');
  await isGone(firefox, DISMISS);
  await firefox.hover(mark(2));
  await firefox.click(NOTE);
  await write(firefox);
  await firefox.click(CLOSE);
  await isClosed(firefox);
  await firefox.drag(...(await passage(firefox)));
  await firefox.click('[data-gloss="selection"] [data-colour="amber"]');
  await isTicked(firefox, 'highlight');
  await reach(firefox, EXPORT);
  await firefox.click(EXPORT);
  await isTicked(firefox, 'export');
  expect(
    await firefox.evaluate(`return document.querySelector('.welcome-outcome').textContent`),
  ).toContain('Exported to gloss-');
});

test('in Firefox a newcomer does the same by touch alone', async ({ openFirefox }) => {
  const firefox = await install(openFirefox);
  await firefox.tap(mark(0));
  await isTicked(firefox, 'save');
  await firefox.rest(mark(1), () => isOpen(firefox, DISMISS));
  await firefox.tap(DISMISS);
  await isTicked(firefox, 'next');
  await isGone(firefox, DISMISS);
  await firefox.rest(mark(2), () => isOpen(firefox, NOTE));
  await firefox.tap(NOTE);
  await write(firefox);
  await firefox.tap(CLOSE);
  await isClosed(firefox);
  // The handles of a selection send no events to pages.
  await firefox.evaluate(SELECT);
  await firefox.tap('[data-gloss="selection"] [data-colour="amber"]');
  await isTicked(firefox, 'highlight');
  await reach(firefox, EXPORT);
  await firefox.tap(EXPORT);
  await isTicked(firefox, 'export');
});

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

test('in Firefox a newcomer does the same by the keyboard alone', async ({ openFirefox }) => {
  const firefox = await openFirefox({}, { welcomes: true });
  await isOpen(firefox, mark(0));
  await tabTo(firefox, '[data-action="triage"]');
  await firefox.type(ENTER);
  // It begins with the first paper in the window, which Tab has scrolled.
  await firefox.shows('[data-gloss="bar"]', ' of 5');
  await firefox.type('s');
  await isTicked(firefox, 'save');
  await firefox.type('d');
  await isTicked(firefox, 'next');
  await firefox.type('n');
  await write(firefox);
  await firefox.type(ESCAPE);
  await isClosed(firefox);
  await firefox.evaluate(SELECT);
  await firefox.type('h');
  await isTicked(firefox, 'highlight');
  await firefox.type(ESCAPE);
  await tabTo(firefox, EXPORT);
  await firefox.type(ENTER);
  await isTicked(firefox, 'export');
});
