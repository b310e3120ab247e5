import { expect, test } from 'vitest';
import { parseMarkdown } from '@/domain/markdown';

test('reads what notes are made of', () => {
  expect(parseMarkdown('Compare **this** with `x < y`\nsoon')).toEqual([
    {
      tag: 'p',
      children: [
        'Compare ',
        { tag: 'strong', children: ['this'] },
        ' with ',
        { tag: 'code', children: ['x < y'] },
        { tag: 'br', children: [] },
        'soon',
      ],
    },
  ]);
  expect(parseMarkdown('3. a\n4. b & c')).toEqual([
    {
      tag: 'ol',
      start: 3,
      children: [
        { tag: 'li', children: ['a'] },
        { tag: 'li', children: ['b & c'] },
      ],
    },
  ]);
  const [list] = parseMarkdown('- [x] done\n- [ ] open');
  expect(JSON.stringify(list).match(/"checked":(true|false)/g)).toEqual([
    '"checked":true',
    '"checked":false',
  ]);
});

test('drops HTML, fetches no pictures, follows no other schemes', () => {
  const text = [
    '<img src=x onerror=alert(1)> <script>alert(2)</script>',
    '',
    '![a plot](https://example.org/plot.png)',
    '[run](javascript:alert(3)) [data](data:text/html,x) [mail](mailto:a@example.org) [web](https://example.org)',
  ].join('\n');
  const drawn = JSON.stringify(parseMarkdown(text));
  expect(drawn).not.toMatch(/onerror|<script|javascript:|data:text|plot\.png/);
  expect(drawn.match(/"href":"[^"]*"/g)).toEqual(['"href":"https://example.org"']);
  expect(drawn).toContain('a plot');
});

const depthOf = (nodes: unknown): number =>
  Array.isArray(nodes)
    ? Math.max(0, ...nodes.map(depthOf))
    : typeof nodes === 'object' && nodes !== null && 'children' in nodes
      ? 1 + depthOf(nodes.children)
      : 0;

test('a note that is nested without end is drawn, as deep as a message carries it', () => {
  for (const sign of ['> ', '> - ', '**a _b ', '- '])
    for (const times of [60, 20_000]) {
      const drawn = parseMarkdown(`before\n\n${sign.repeat(times)}`);
      expect(depthOf(drawn), sign).toBeLessThan(40);
      expect(JSON.stringify(drawn)).toContain('before');
    }
});

test('a stretch that is too long to be read in a moment is plain from there on; a long note of honest paragraphs is not', () => {
  for (const sign of ['_a_', '1. ', '*a']) {
    const [, last] = parseMarkdown(sign.repeat(100_000 / sign.length));
    expect(last).toMatchObject({ tag: 'p', children: [expect.stringMatching(/^.{70000}/)] });
  }
  const paragraph = `${'Words of *weight*. '.repeat(50)}\n\n`;
  const drawn = parseMarkdown(paragraph.repeat(90));
  expect(JSON.stringify(drawn).match(/"em"/g)).toHaveLength(50 * 90);
});

test('a long note is read in a time that does not grow with its square', () => {
  const time = (length: number): number => {
    const begun = performance.now();
    parseMarkdown(`a ${' '.repeat(length)} b`);
    return performance.now() - begun;
  };
  time(1_000);
  expect(time(100_000)).toBeLessThan(20 * time(10_000) + 200);
  expect(JSON.stringify(parseMarkdown(`${'word '.repeat(30_000)}the end`))).toContain('the end');
});
