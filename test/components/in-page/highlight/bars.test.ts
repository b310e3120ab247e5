// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { createHighlightBars } from '@/components/in-page/highlight/bars';
import { listedOf } from '../listed';

let life = new AbortController();
afterEach(() => {
  life.abort();
  life = new AbortController();
});

/** A page with a comment's card that is open; `isAttended` says whether a person is at work in it. */
function page(isAttended: boolean) {
  const shown: string[] = [];
  const root = document.createElement('div').attachShadow({ mode: 'closed' });
  const [item] = listedOf({});
  const bars = createHighlightBars({
    root,
    frame: {
      show: () => shown.push('comment'),
      hide: () => shown.pop(),
      hasFocus: () => false,
      isAttended: () => isAttended,
    },
    container: () => root.appendChild(document.createElement('div')),
    signal: life.signal,
  } as never);
  const highlight = { id: 'h', colour: 'yellow', comment: '' };
  bars.showHighlight({ item, highlight } as never, () => null, true);
  return shown;
}

test('the card of a comment closes where the page scrolls, unless a person is at work in it', () => {
  const [left, used] = [page(false), page(true)];
  dispatchEvent(new Event('scroll'));
  expect([left, used]).toEqual([[], ['comment']]);
});
