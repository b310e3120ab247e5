// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { keepActs } from '@/components/in-page/first/acts';
import type { Charge } from '@/components/in-page/overlay/overlay';
import { listedOf } from '../listed';

/** A layer with a bar of two buttons, on which a click may be waiting to be judged. */
function firstStage() {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'closed' });
  const region = document.createElement('div');
  root.append(region);
  for (const action of ['menu', 'triage']) {
    const button = document.createElement('button');
    button.dataset['action'] = action;
    region.append(button);
  }
  const pressed: string[] = [];
  let judged: Promise<unknown> | null = null;
  const passed = new AbortController();
  const acts = keepActs({
    layer: {
      root,
      region: () => region,
      pending: () => judged,
      press: (target) => pressed.push((target as HTMLElement).dataset['action'] ?? ''),
    },
    touched: () => undefined,
    mayMean: ({ key }) => key === 's',
    isTriageDue: () => false,
    signal: passed.signal,
  });
  const button = (action: string): HTMLElement =>
    region.querySelector(`[data-action="${action}"]`) as HTMLElement;
  const judge = (): (() => void) => {
    let done = (): void => undefined;
    judged = new Promise<void>((resolve) => {
      done = resolve;
    });
    return done;
  };
  return { acts, button, judge, passed, pressed };
}

const [item] = listedOf({});
const key = (name: string) => new KeyboardEvent('keydown', { key: name });

/** A whole that writes down what it is told to do. */
function whole(done: string[]): Charge {
  const note = (what: string) => () => {
    done.push(what);
    return true;
  };
  return {
    listed: () => [],
    isReady: () => true,
    showState: () => undefined,
    nearChanged: () => undefined,
    placed: () => undefined,
    enter: note('enter'),
    leave: note('leave'),
    press: note('press'),
    goIn: note('goIn'),
    away: note('away'),
    onKey: ({ key: name }) => note(name)(),
  };
}

it('the whole does in the same order what a person did on the first stage', () => {
  const { acts, button, passed, pressed } = firstStage();
  const done: string[] = [];
  if (!item) throw new Error('nothing is listed');
  expect(acts.onKey(key('s'))).toBe(false);
  acts.enter(item);
  acts.press(item);
  expect(acts.onKey(key('s'))).toBe(true);
  expect(acts.onKey(key('x'))).toBe(false);
  acts.leave();
  expect(acts.onKey(key('s'))).toBe(false);
  button('menu').click();
  button('triage').click();
  expect(acts.onKey(key('s'))).toBe(true);
  expect(done).toEqual([]);
  passed.abort();
  acts.redo(whole(done));
  expect(done).toEqual(['enter', 'press', 's', 'leave', 's']);
  expect(pressed).toEqual(['menu', 'triage']);
  // From now on the whole hears the bar itself.
  button('menu').click();
  expect(pressed).toHaveLength(2);
});

it('a key that follows a click is done after it, though the whole came between', async () => {
  const { acts, judge } = firstStage();
  const done: string[] = [];
  const judged = judge();
  expect(acts.onKey(key('s'))).toBe(true);
  acts.redo(whole(done));
  expect(done).toEqual([]);
  judged();
  await expect.poll(() => done).toEqual(['s']);
});
