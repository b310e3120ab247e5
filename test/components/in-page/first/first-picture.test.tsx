// @vitest-environment jsdom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { Bar } from '@/components/in-page/dock/bar';
import { firstBar } from '@/components/in-page/first/first-bar';
import { showUnstored } from '@/components/in-page/first/first-mark';
import { showState } from '@/components/in-page/marks/mark';
import { createMark } from '@/components/in-page/marks/mark-shape';
import { MOST_ENTRIES } from '@/domain/limits';
import { unknownState } from '@/domain/paper/paper';
import { DEFAULT_BAR, type BarPlace } from '@/domain/settings';
import { wordsFor } from '@/entrypoints/background/first-words';
import { entryOf } from '../listed';

/** An element's markup, with its attributes in one order. */
function markupOf(element: Element): unknown {
  const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
  const contents = [...element.childNodes].map((node) =>
    node.nodeType === 1 ? markupOf(node as Element) : node.textContent,
  );
  return [element.localName, attributes.toSorted(), contents];
}

const none = () => undefined;

/** Draws the bar of the whole, as it is before anything happened on the page. */
function wholeBar(
  papers: number,
  unseen: number,
  bar: BarPlace,
  isCollapsed: boolean,
  container: Element = document.createElement('div'),
): Element {
  const counts = {
    papers,
    closed: 0,
    new: unseen,
    saved: 0,
    read: 0,
    noted: 0,
    watched: 0,
    folded: 0,
  };
  const state = { place: bar, isCollapsed, told: null, triage: null, walk: null, sheet: false };
  const actions = {
    collapse: none,
    go: none,
    stopWalk: none,
    startTriage: none,
    leaveTriage: none,
    toggleMenu: none,
    turn: none,
  };
  const drag = { onPointerDown: none, onKeyDown: () => false } as never;
  render(<Bar {...state} {...{ counts, actions, drag }} isMenuOpen={false} />, container);
  return container.firstElementChild as Element;
}

it.each([
  { papers: 49, unseen: 49, bar: DEFAULT_BAR, isCollapsed: false },
  { papers: 1, unseen: 0, bar: { corner: 'top-left', x: 40, y: 90 } as const, isCollapsed: false },
  { papers: MOST_ENTRIES, unseen: 12, bar: DEFAULT_BAR, isCollapsed: false },
  { papers: 13, unseen: 7, bar: DEFAULT_BAR, isCollapsed: true },
  { papers: 13, unseen: 0, bar: DEFAULT_BAR, isCollapsed: true },
])(
  'the first bar is the bar: $papers papers, $unseen new, $isCollapsed',
  ({ papers, unseen, bar, isCollapsed }) => {
    const first = firstBar({ bar, isCollapsed, unseen, words: wordsFor(papers, unseen) });
    const whole = markupOf(wholeBar(papers, unseen, bar, isCollapsed));
    expect(markupOf(first)).toEqual(whole);
    // The whole goes on with the very elements: what has the focus or is half pressed stays.
    const container = document.createElement('div');
    container.append(first);
    const before = [...container.querySelectorAll('*')];
    expect(markupOf(wholeBar(papers, unseen, bar, isCollapsed, container))).toEqual(whole);
    expect([...container.querySelectorAll('*')]).toEqual(before);
    for (const [at, element] of container.querySelectorAll('*').entries())
      expect(element).toBe(before[at]);
  },
);

it.each([true, false])('the first marks are marks: new %s', (isNew) => {
  const [first, whole] = [createMark(), createMark()];
  const item = { entry: entryOf('A $& of titles: $1'), state: unknownState(), index: 3 };
  showUnstored(first, item, isNew, wordsFor(9, 9));
  showState(whole, item, { isNew, isWatched: false, isDiscreet: false });
  expect(markupOf(first)).toEqual(markupOf(whole));
});
