// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { createDock } from '@/components/in-page/listing/page-bar/dock';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { DEFAULT_SETTINGS } from '@/domain/settings';
import { listedOf } from '../../listed';

type Options = Parameters<typeof createDock>[0];

const life = new AbortController();
afterEach(() => {
  document.body.replaceChildren();
});

/** The page bar over a list, as far as a person without a pointer sees it. */
function dock(current: ListedEntry | null = null) {
  const region = document.body.appendChild(document.createElement('div'));
  const did: unknown[] = [];
  const options = {
    layer: {
      root: document,
      region: () => region,
      render: (vnode: Parameters<typeof render>[0]) => render(vnode, region),
      view: {},
    },
    counts: () => ({ papers: 4, closed: 0, new: 1, saved: 0, folded: 0, changed: 0, watched: 0 }),
    settings: () => ({
      ...DEFAULT_SETTINGS,
      treatments: {},
      bar: { corner: 'bottom-right', x: 12, y: 12 },
      isCollapsed: false,
      taught: null,
    }),
    remember: (change: unknown) => void did.push(change),
    kinds: () => [],
    current: () => current,
    walk: () => null,
    actions: {},
    act: (action: string) => void did.push(action),
    teach: null,
    report: () => undefined,
    paper: () => null,
    actOn: () => undefined,
    signal: life.signal,
  } as unknown as Options;
  const made = createDock(options);
  made.refresh();
  const press = (action: string): void =>
    region.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
  const has = (action: string): boolean =>
    region.querySelector(`[data-action="${action}"]`) !== null;
  const sheets = (): string[] =>
    [...region.querySelectorAll<HTMLElement>('.sheet')].map(
      ({ dataset }) => dataset['gloss'] ?? '',
    );
  return { ...made, did, press, has, sheets, region };
}

test('one sheet is open at a time, and Escape closes it once', () => {
  const { press, sheets, closeSheet, toggleHelp } = dock();
  press('menu');
  expect(sheets()).toEqual(['menu']);
  toggleHelp();
  expect(sheets()).toEqual(['help']);
  expect([closeSheet(), sheets()]).toEqual([true, []]);
  expect(closeSheet()).toBe(false);
});

test('an action of the menu closes it and is done', () => {
  const { press, sheets, did } = dock();
  press('menu');
  press('seeAll');
  expect([sheets(), did]).toEqual([[], ['seeAll']]);
});

test('what is above the current entry can be dismissed only where there is one', () => {
  const outside = dock();
  outside.press('menu');
  expect(outside.has('dismissAbove')).toBe(false);
  const [item] = listedOf({});
  const inside = dock(item);
  inside.press('menu');
  expect(inside.has('dismissAbove')).toBe(true);
});

test('a list that nobody may teach offers no lesson', () => {
  const { press, has } = dock();
  press('menu');
  expect([has('teach'), has('help')]).toEqual([false, true]);
});

test('a bar that is folded up is remembered so, with its sheet closed', () => {
  const { press, sheets, did, refresh } = dock();
  press('menu');
  press('collapse');
  // The new settings come back from the library.
  refresh();
  expect([sheets(), did]).toEqual([[], [{ isCollapsed: true }]]);
});

test('a message lasts until what it said is over', () => {
  const { tell, untellLasting, region } = dock();
  tell('Offline', { lasts: true });
  expect(region.querySelector('.toast')).not.toBeNull();
  untellLasting();
  expect(region.querySelector('.toast')).toBeNull();
});
