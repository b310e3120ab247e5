import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteFromHtml } from '@/domain/text/html-note';
import { foreignText } from '@/domain/text/foreign-text';
import { fromMarkup } from '@/domain/text/markup';
import { toMarkup } from '@/domain/text/to-markup';
import { titleOfPage } from '@/domain/text/page-title';
import { tidy } from '@/domain/text/tidy';

test.each([
  ['Role of <italic>Brca1</italic> in <sup>18</sup>F uptake', 'Role of Brca1 in ¹⁸F uptake'],
  [
    '<scp>RNA</scp>&#x2010;seq &lt; DNA&nbsp;&ndash;&nbsp;an &eacute;tude',
    'RNA‐seq < DNA – an étude',
  ],
  ['&lt;i&gt;In vivo&lt;/i&gt; imaging', 'In vivo imaging'],
  ['<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>', 'One. Two.'],
  [
    'Energy of <mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mn>1</mml:mn></mml:math>',
    'Energy of x=1',
  ],
  [
    'Sets <inline-formula><tex-math>$A_i$</tex-math></inline-formula> of size 3',
    'Sets $A_i$ of size 3',
  ],
  ['On $$\\lambda $$-calculus', 'On $\\lambda$-calculus'],
  ['Values p<0.05 and n > 3 with <unk> tokens', 'Values p<0.05 and n > 3 with <unk> tokens'],
  ['Cut in the <i>middle</i', 'Cut in the middle'],
  ['soft\u00adware \u202eor\u202c e\u0301tude\u200b', 'software or étude'],
])('%s is read as text', (markup, text) => {
  expect(fromMarkup(markup)).toBe(text);
});

test('text is the same after it was written as markup and read again', () => {
  const piece = fc.constantFrom(
    '<i>',
    '</b>',
    '&lt;',
    '&amp;',
    '<',
    '&',
    '$x<y$',
    ' a ',
    'é',
    '<!--',
    ']]>',
    '<unk>',
    'a<b',
    'n <sub ',
    '</p',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 8 }),
      (parts) => {
        const text = tidy(parts.join(''));
        expect(foreignText(toMarkup(text))).toBe(text);
      },
    ),
    { numRuns: 1_000 },
  );
});

test.each([
  ['<p>One <em>two</em></p><p>Three<br/>four</p>', 'One *two*\n\nThree\nfour'],
  ['<h2>Head</h2><ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>', '## Head\n\n1. a\n2. b\n  - c'],
  [
    '<div><p>See <a href="https://a.example/x">this</a> &amp; that</p></div>',
    'See [this](https://a.example/x) & that',
  ],
  ['<p>A <constructor>name</constructor> of objects</p>', 'A name of objects'],
  ['Plain <b>Markdown</b> with 2 < 3', 'Plain <b>Markdown</b> with 2 < 3'],
  ['Plain *Markdown* with a <b and 2 < 3', 'Plain *Markdown* with a <b and 2 < 3'],
  ['The <i> tag stays, and so does <T>', 'The <i> tag stays, and so does <T>'],
  [
    '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><p>End</p>',
    'a | b\n1 | 2\n\nEnd',
  ],
  ['<p>Run</p><pre>one\n  two &lt; 3</pre><p>End</p>', 'Run\n\n```\none\n  two < 3\n```\n\nEnd'],
])('a note in HTML is Markdown: %s', (html, markdown) => {
  expect(noteFromHtml(html)).toBe(markdown);
});

test.each([
  ['[2401.00001] Sparse routing on graphs', 'Sparse routing on graphs'],
  ['[math/0601001v2] On primes', 'On primes'],
  ['Sparse routing on graphs | Nature Communications', 'Sparse routing on graphs'],
  ['Sparse routing on graphs - PubMed', 'Sparse routing on graphs'],
  ['2401.00001v2.pdf', ''],
  ['Microsoft Word - final.docx', ''],
  ['https://arxiv.org/pdf/2401.00001', ''],
  ['State-of-the-art: a survey', 'State-of-the-art: a survey'],
])('the paper’s title in the page’s title %s', (page, title) => {
  expect(titleOfPage(page)).toBe(title);
});

test('formulas without an end are read in a moment, and those with one as before', () => {
  const text = fromMarkup('<math>x '.repeat(500_000));
  expect(text.length).toBeGreaterThan(500_000);
  expect(
    fromMarkup(
      'A <mml:math><mml:annotation>x^2</mml:annotation></mml:math> and <math>y</math> <math>z',
    ),
  ).toBe('A $x^2$ and y z');
});
