// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { isTextFocused } from '@/components/in-page/layer/focused';

afterEach(() => {
  document.documentElement.replaceChild(document.createElement('body'), document.body);
});

/** The elements that can have a shadow root (https://dom.spec.whatwg.org/#valid-shadow-host-name). */
const HOSTS =
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span x-search';

test.each(HOSTS.split(' '))('a text field in a closed root on %s has the keys', (name) => {
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  vi.stubGlobal('chrome', {
    dom: { openOrClosedShadowRoot: (of: Element) => (of === host ? root : null) },
  });
  if (name === 'body') document.documentElement.replaceChild(host, document.body);
  else document.body.append(host);
  const field = document.createElement('input');
  root.append(field);
  expect(isTextFocused()).toBe(false);
  field.focus();
  expect(isTextFocused()).toBe(true);
});

test.each(['iframe', 'button'] as const)('keys while a page’s %s has the focus', (name) => {
  const element = document.body.appendChild(document.createElement(name));
  element.tabIndex = 0;
  element.focus();
  expect(isTextFocused()).toBe(name === 'iframe');
});
