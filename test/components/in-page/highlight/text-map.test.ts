// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { textMap } from '@/components/in-page/highlight/text-map';

function element(html: string): Element {
  document.body.innerHTML = html;
  const found = document.body.firstElementChild;
  if (!found) throw new Error('no element');
  return found;
}

describe('a field on the page', () => {
  test('reads as one text whatever elements it is made of, and back', () => {
    const map = textMap([{ node: element('<p>  We <b>mea\nsure</b>\n  tides. </p>') }]);
    expect(map.text).toBe('We mea sure tides.');
    expect(map.ranges(3, 18).map(String).join('').replace(/\s+/g, ' ')).toBe('mea sure tides.');
  });

  test('tells the offsets of a selection that begins and ends within it', () => {
    const node = element('<p>We <b>measure</b> tides.</p>');
    const map = textMap([{ node }]);
    const range = document.createRange();
    range.setStart(node.querySelector('b')?.firstChild ?? node, 3);
    range.setEnd(node.lastChild ?? node, 4);
    expect(map.offsets(range)).toEqual({ start: 6, end: 14 });
  });

  test('is cut to its own part where it shares a text node with others', () => {
    const node = element('<pre>First title\n\nFirst abstract\n\nSecond</pre>');
    const map = textMap([{ node, start: 13, end: 27 }]);
    const range = document.createRange();
    range.selectNodeContents(node);
    expect(map.text).toBe('First abstract');
    expect(map.offsets(range)).toEqual({ start: 0, end: 14 });
    expect(map.ranges(6, 14).map(String)).toEqual(['abstract']);
  });

  test('is not touched by a selection elsewhere', () => {
    const root = element('<div><p>One</p><p>Two</p></div>');
    const range = document.createRange();
    range.selectNodeContents(root.lastChild ?? root);
    expect(textMap([{ node: root.firstChild ?? root }]).offsets(range)).toBeNull();
  });
});
