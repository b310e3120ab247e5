import { expect, it } from 'vitest';
import { closedAt } from '@/components/app/popup/closed';

it.each([
  ['chrome://newtab/', 'browser'],
  ['about:preferences', 'browser'],
  ['moz-extension://0e6e/popup.html', 'browser'],
  ['https://chromewebstore.google.com/detail/x', 'store'],
  ['https://chrome.google.com/webstore/category/extensions', 'store'],
  ['https://addons.mozilla.org/en-US/firefox/', 'store'],
  ['https://lab.example/papers/2024.PDF', 'pdf'],
  ['https://arxiv.org/pdf/2406.14598', 'pdf'],
  ['data:text/html,hello', 'scheme'],
  ['view-source:https://arxiv.org/', 'scheme'],
])('says why nothing runs at %s', (url, why) => {
  expect(closedAt(url)).toBe(why);
});

it.each([
  'https://arxiv.org/list/cs.CL/new',
  'http://lab.example/publications.html',
  'file:///home/ann/digest.html',
  'https://chrome.google.com/',
  undefined,
])('lets Gloss try %s', (url) => {
  expect(closedAt(url)).toBeNull();
});
