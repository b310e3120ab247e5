// @vitest-environment jsdom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { Bar } from '@/components/in-page/dock/bar';
import { build } from '@/components/in-page/first/build';
import { pictureOf } from '@/components/in-page/first/describe';
import { type FirstCounts, firstBar } from '@/components/in-page/first/first-bar';
import { showState } from '@/components/in-page/marks/mark';
import { createMark } from '@/components/in-page/marks/mark-shape';
import { showLook } from '@/components/in-page/marks/show-look';
import { MOST_ENTRIES } from '@/domain/limits';
import { isNewAt } from '@/domain/paper/in-sight';
import { type PaperState, unknownState } from '@/domain/paper/paper';
import { type BarPlace, DEFAULT_BAR, DEFAULT_SETTINGS, settingsFor } from '@/domain/settings';
import type { Look } from '@/rpc/protocol';
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
  first: FirstCounts,
  bar: BarPlace,
  isCollapsed: boolean,
  container: Element = document.createElement('div'),
): Element {
  const counts = { ...first, closed: 0, watched: 0, folded: 0 };
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

const counted = (papers: number, unseen: number, more: Partial<FirstCounts> = {}): FirstCounts => ({
  papers,
  new: unseen,
  saved: 0,
  read: 0,
  noted: 0,
  ...more,
});

it.each([
  { counts: counted(49, 49), bar: DEFAULT_BAR, isCollapsed: false },
  { counts: counted(1, 0), bar: { corner: 'top-left', x: 40, y: 90 } as const, isCollapsed: false },
  { counts: counted(MOST_ENTRIES, 12), bar: DEFAULT_BAR, isCollapsed: false },
  { counts: counted(9, 2, { saved: 4, noted: 3 }), bar: DEFAULT_BAR, isCollapsed: false },
  { counts: counted(9, 2, { read: 1, noted: 1 }), bar: DEFAULT_BAR, isCollapsed: false },
  { counts: counted(13, 7), bar: DEFAULT_BAR, isCollapsed: true },
  { counts: counted(13, 0), bar: DEFAULT_BAR, isCollapsed: true },
])('the first bar is the bar: $counts, $isCollapsed', ({ counts, bar, isCollapsed }) => {
  const first = build(firstBar({ counts, bar, isCollapsed }));
  const whole = markupOf(wholeBar(counts, bar, isCollapsed));
  expect(markupOf(first)).toEqual(whole);
  // The whole goes on with the very elements: what has the focus or is half pressed stays.
  const container = document.createElement('div');
  container.append(first);
  const before = [...container.querySelectorAll('*')];
  expect(markupOf(wholeBar(counts, bar, isCollapsed, container))).toEqual(whole);
  expect([...container.querySelectorAll('*')]).toEqual(before);
  for (const [at, element] of container.querySelectorAll('*').entries())
    expect(element).toBe(before[at]);
});

const VISIT = 1_700_000_000_000;
const stored = (state: Partial<PaperState>): PaperState => ({
  ...unknownState(['arxiv:2401.00001']),
  id: 'p',
  ...state,
});
const sighting = { site: 'arxiv', firstAt: VISIT - 1, lastAt: VISIT - 1, count: 1 };

it.each([
  ['new', unknownState()],
  ['seen', { ...unknownState(), sighting }],
  ['saved', stored({ status: 'saved' })],
  ['dismissed', stored({ status: 'dismissed' })],
  ['noted', stored({ note: { text: 'Where from?', revision: 'a' } })],
])('the first marks are marks: %s', (_, state) => {
  const settings = settingsFor(DEFAULT_SETTINGS, 'arxiv.org');
  const item = { entry: entryOf('A $& of titles: $1'), state, index: 1 };
  const { mark, looks, others } = pictureOf([unknownState(), state], VISIT, settings);
  const [first, whole] = [build(mark) as HTMLButtonElement, createMark()];
  showLook(first, item, looks[others[1] ?? 0] as Look);
  showState(whole, item, { isNew: isNewAt(state, VISIT), isWatched: false, isDiscreet: false });
  expect(markupOf(first)).toEqual(markupOf(whole));
});
