// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { keepActs } from '@/components/in-page/first/hold';
import { openGate } from '@/components/in-page/layer/gate';
import { createTabbing } from '@/components/in-page/layer/tabbing';
import type { KeptAct } from '@/components/in-page/layer/shield';

/** A layer with a mark and two buttons, on which a click may be waiting to be judged. */
function firstStage(isTriageDue = false) {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'closed' });
  for (const name of ['', 'menu', 'triage']) {
    const button = document.createElement('button');
    if (name === '') button.className = 'mark';
    else button.dataset['action'] = name;
    root.append(button);
  }
  const tabbing = createTabbing();
  const taken = new Set<string>();
  let judged: Promise<unknown> | null = null;
  const life = new AbortController();
  const touches: string[] = [];
  const hold = keepActs({
    canvas: {
      host,
      root,
      own: new WeakSet(),
      taken,
      tabbing,
      pending: () => judged,
    },
    touched: () => touches.push('touch'),
    keys: ['s'],
    isTriageDue: () => isTriageDue,
    signal: life.signal,
  });
  const judge = (): (() => void) => {
    let done = (): void => undefined;
    judged = new Promise<void>((resolve) => {
      done = () => {
        judged = null;
        resolve();
      };
    });
    return done;
  };
  return {
    hold,
    host,
    life,
    tabbing,
    taken,
    touches,
    judge,
    find: (selector: string) => root.querySelector(selector) as HTMLElement,
  };
}

const key = (name: string, more = {}) => new KeyboardEvent('keydown', { key: name, ...more });

/** What acts are, in order. */
const named = ({ event, target }: KeptAct): string =>
  [
    event.type,
    (event as KeyboardEvent).key,
    target?.className || (target as HTMLElement | null)?.dataset['action'],
  ]
    .filter(Boolean)
    .join(' ');

it('what a person did is kept in order, for the whole to do', () => {
  const { hold, find, life, touches } = firstStage();
  expect(hold.onKey(key('s'))).toBe(false);
  find('.mark').dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));
  expect(touches).toEqual([]);
  find('.mark').click();
  expect(touches).toEqual(['touch']);
  expect(hold.onKey(key('s'))).toBe(true);
  expect(hold.onKey(key('x'))).toBe(false);
  expect(hold.onKey(key('s', { ctrlKey: true }))).toBe(false);
  find('.mark').dispatchEvent(new MouseEvent('pointerout', { bubbles: true }));
  expect(hold.onKey(key('s'))).toBe(false);
  find('[data-action="triage"]').click();
  expect(hold.onKey(key('s'))).toBe(true);
  life.abort();
  const done: string[] = [];
  hold.pass((act) => done.push(named(act)));
  expect(done).toEqual([
    'pointerover mark',
    'click mark',
    'keydown s',
    'pointerout mark',
    'click triage',
    'keydown s',
  ]);
  // From now on the whole hears the bar itself.
  find('[data-action="menu"]').click();
  expect(done).toHaveLength(6);
});

it.each([
  ['Caps Lock', { key: 'S', code: 'KeyS' }],
  ['Cyrillic letters', { key: 'ы', code: 'KeyS' }],
])('keys count under %s too', (_, pressed) => {
  const { hold, life } = firstStage(true);
  expect(hold.onKey(key(pressed.key, pressed))).toBe(true);
  expect(hold.onKey(key(pressed.key, { ...pressed, shiftKey: true }))).toBe(false);
  life.abort();
});

it('a copy tells what the whole judges a press by, and leaves the layer never', () => {
  const { hold, find, life } = firstStage();
  const press = new MouseEvent('pointerdown', {
    bubbles: true,
    composed: true,
    clientX: 7,
    detail: 1,
  });
  find('.mark').dispatchEvent(press);
  life.abort();
  const acts: KeptAct[] = [];
  hold.pass((act) => acts.push(act));
  expect(acts[0]?.event).toMatchObject({ clientX: 7, detail: 1, composed: false, bubbles: true });
  expect(acts[0]?.event.timeStamp).toBe(press.timeStamp);
});

it.each(['the page', 'the bar'])(
  'a key on %s that follows a click is done after it, though the whole came between',
  async (place) => {
    const { hold, find, judge } = firstStage();
    const done: string[] = [];
    const judged = judge();
    if (place === 'the page') expect(hold.onKey(key('s'))).toBe(true);
    else find('[data-action="triage"]').dispatchEvent(key('s', { bubbles: true }));
    hold.pass((act) => done.push(named(act)));
    expect(done).toEqual([]);
    judged();
    await expect.poll(() => done[0]).toMatch(/^keydown s/);
  },
);

it('keys are kept for triage that was asked for, and no others after the first stage ended', () => {
  const { life } = firstStage(true);
  expect(openGate().listener).not.toBeNull();
  life.abort();
  expect(openGate().listener).toBeNull();
});

it('where the whole can’t be had, keys are the page’s again, and nothing is done later', () => {
  const { hold, find } = firstStage(true);
  expect(hold.onKey(key('s'))).toBe(true);
  find('.mark').click();
  hold.letGo();
  expect(hold.onKey(key('s'))).toBe(false);
  expect(openGate().listener).toBeNull();
  find('.mark').click();
  const done: string[] = [];
  hold.pass((act) => done.push(named(act)));
  expect(done).toEqual([]);
});

it('keys are kept as the whole takes them: from links and buttons of the page, not from its fields', () => {
  const { hold } = firstStage(true);
  for (const [name, isKept] of [
    ['button', true],
    ['input', false],
  ] as const) {
    const element = document.body.appendChild(document.createElement(name));
    element.focus();
    expect(hold.onKey(key('s')), name).toBe(isKept);
    element.remove();
  }
});

it('a focus that Tab moves counts, whoever has heard the Tab', () => {
  const { hold, find, tabbing } = firstStage();
  const done: string[] = [];
  const focus = () => find('.mark').dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  focus();
  tabbing.hear(key('Tab'));
  focus();
  hold.pass((act) => done.push(named(act)));
  expect(done).toEqual(['focusin mark']);
});

it('keys that came before anything was judged are done as those that come now', () => {
  const { hold, find, taken } = firstStage(true);
  const done: string[] = [];
  const again = (event: KeyboardEvent, target: Element | null, isTaken: boolean) =>
    hold.rehear(event, { event, target }, isTaken);
  again(key('Tab', { code: 'Tab' }), null, false);
  find('.mark').dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  again(key('s', { code: 'KeyS' }), null, true);
  again(key('s', { code: 'KeyS' }), null, false);
  again(key('Enter', { code: 'Enter' }), find('.mark'), false);
  hold.pass((act) => done.push(named(act)));
  expect(done).toEqual(['focusin mark', 'keydown s', 'keydown Enter mark']);
  expect([...taken]).toEqual(['KeyS', 'Enter']);
  again(new KeyboardEvent('keyup', { code: 'KeyS' }), null, true);
  expect([...taken]).toEqual(['Enter']);
});
