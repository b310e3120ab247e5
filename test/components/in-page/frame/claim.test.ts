// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { createClaim } from '@/components/in-page/frame/claim';
import { openGate } from '@/components/in-page/layer/gate';

let life = new AbortController();
afterEach(() => {
  life.abort();
  life = new AbortController();
  document.body.replaceChildren();
});

/** A card that has the keyboard, in a frame or in a window; `heed` is how the browser tells of an event. */
function card({ isInFrame }: { isInFrame: boolean }) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const frame = document.createElement('iframe');
  root.append(frame);
  document.body.append(host);
  const element = () => (isInFrame ? frame : null);
  const robbed = () => undefined;
  const claim = createClaim({ layer: { host, root }, element, robbed, signal: life.signal });
  claim.arrived();
  const heed = (type: string, target: EventTarget): void =>
    openGate().mover?.({ type, target } as Event);
  return { claim, heed };
}

test.each<[string, (of: ReturnType<typeof card>) => void]>([
  ['leaves its window', ({ claim }) => claim.left()],
  ['comes to the page', ({ heed }) => heed('focus', window)],
  ['presses on the page', ({ heed }) => heed('pointerdown', document.body)],
])('keys are the page’s once a person %s, where a card is in a window', (_, act) => {
  const inWindow = card({ isInFrame: false });
  act(inWindow);
  expect(inWindow.claim.holds()).toBe(false);
  // A frame is a part of the page: its keyboard is not let go so easily.
  const inFrame = card({ isInFrame: true });
  act(inFrame);
  expect(inFrame.claim.holds()).toBe(true);
});

test('a script that moves the focus on the page does not end the claim of a window', () => {
  const { claim, heed } = card({ isInFrame: false });
  const field = document.body.appendChild(document.createElement('input'));
  heed('focus', field);
  expect(claim.holds()).toBe(true);
});
