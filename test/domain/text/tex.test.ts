import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromTex, fromVerbatimTex, unmarked } from '@/domain/text/from-tex';
import { fromMarkup } from '@/domain/text/markup';
import { tidy } from '@/domain/text/tidy';
import { toTex } from '@/domain/text/to-tex';

const read = (tex: string): string => unmarked(fromMarkup(fromTex(tex)));

describe('TeX is read as', () => {
  test.each([
    // Accents and letters, in every way of writing them.
    [String.raw`Erd\H{o}s, G{\"o}del and P{\'o}lya`, 'Erdős, Gödel and Pólya'],
    [String.raw`{\'\i}, \'{\i}, \^{\j} and \v{\i}`, 'í, í, ĵ and ǐ'],
    [
      String.raw`{\AA}ngstr{\"{o}}m, m{\aa}ne, \L{}\'od\'z, \o re, stra\ss e`,
      'Ångström, måne, Łódź, øre, straße',
    ],
    [String.raw`na\"\i ve \c{c}a \k{a} \r{u} \u{g} \=o \.z \d{h}`, 'naïve ça ą ů ğ ō ż ḥ'],
    // Commands with several arguments, of which one is the text.
    [
      String.raw`\texorpdfstring{$\beta$}{beta}-decay and \href{https://a.example}{more}`,
      String.raw`$\beta$-decay and more`,
    ],
    [
      String.raw`\raisebox{1pt}[2pt]{r}, \textcolor[rgb]{1,0,0}{red}, \resizebox{1cm}{!}{small}`,
      'r, red, small',
    ],
    [String.raw`Non\hyphen linear: \item one\item two`, 'Non-linear: one two'],
    [String.raw`A title\footnotemark[1] with \color{red}colour`, 'A title with colour'],
    // Formulas stay formulas.
    [
      String.raw`{$B\to K^{*}\ell^+\ell^-$} at 13~TeV`,
      String.raw`$B\to K^{*}\ell^+\ell^-$ at 13 TeV`,
    ],
    [
      String.raw`Lower bounds of \(\Omega(n)\) and \ensuremath{O(1)}`,
      String.raw`Lower bounds of $\Omega(n)$ and $O(1)$`,
    ],
    [String.raw`A price of \$5, and $x$ of \$6`, 'A price of $5, and $x$ of $6'],
    [String.raw`Two $a$$b$ and $$c$$`, 'Two $a$$b$ and $c$'],
    // Commands that format, space and name signs.
    [
      String.raw`{\em Drosophila} and \textbf{bold {\it both}} \textsc{Tool}`,
      'Drosophila and bold both Tool',
    ],
    [
      String.raw`10\textsuperscript{-5}\,M, H\textsubscript{2}O, 5\,\% of 3\textdegree`,
      '10⁻⁵ M, H₂O, 5 % of 3°',
    ],
    [
      "Bose--Einstein \u0060\u0060quoted'' --- \\textless 5, \\ldots{} \\& so on",
      'Bose–Einstein “quoted” — <5, … & so on',
    ],
    [String.raw`{{PEPM}}'94 \href{https://x.y}{link} \footnote{no} \LaTeX{}`, "PEPM'94 link LaTeX"],
    // What stands in a title for want of something better.
    [
      String.raw`\alpha-helix, \beta sheets at 5 \times 10 \mu m`,
      'α-helix, β sheets at 5 × 10 μ m',
    ],
    [String.raw`{\boldmath $\beta$} and $<$1\% of $a < b$`, String.raw`$\beta$ and <1% of $a < b$`],
    [
      String.raw`By \begin{equation*}x = 1\end{equation*} and \begin{it}that\end{it} \verb|a_b|`,
      'By $x = 1$ and that a_b',
    ],
    // What other tools leave in it.
    [
      String.raw`Growth of {\textless}i{\textgreater}E. coli{\textless}/i{\textgreater} AT\&amp;T`,
      'Growth of E. coli AT&T',
    ],
    [String.raw`The $\backslash$textit{g1} function`, 'The g1 function'],
    [
      String.raw`Pressure of J=5{\rarr}4, Saturn{\rsquo}s rings {\amp} dust {\lt}i{\gt}in situ{\lt}/i{\gt}`,
      'Pressure of J=5→4, Saturn’s rings & dust in situ',
    ],
    // Quotation marks that a tool escaped as other formats do; in braces of their own they are accents.
    [String.raw`On \"Big Open Ideas\" of G{\"o}del`, 'On "Big Open Ideas" of Gödel'],
    [
      String.raw`\"Unter\" and \"A Test\", it doesn\'t matter to O\'Brien`,
      `"Unter" and "A Test", it doesn't matter to O'Brien`,
    ],
    [
      String.raw`K\"onig and P\'olya on \"uber-\'etale \"{a}, \'\i`,
      'König and Pólya on über-étale ä, í',
    ],
    [
      String.raw`A brace } that nothing opened, a \ at the end \\`,
      'A brace that nothing opened, a at the end',
    ],
  ])('%s', (tex, text) => {
    expect(read(tex)).toBe(text);
  });

  test.each([
    [String.raw`10.1007/978-3-030-58452-8\_13`, '10.1007/978-3-030-58452-8_13'],
    [String.raw`10.1007/978{\_}3{\%}4`, '10.1007/978_3%4'],
    [String.raw`\url{https://a.example/\~{}me/x\_y}`, 'https://a.example/~me/x_y'],
    [String.raw`10.1002/(SICI)1\textless{}1::AID\textgreater{}3.0`, '10.1002/(SICI)1<1::AID>3.0'],
  ])('%s, verbatim', (tex, text) => {
    expect(fromVerbatimTex(tex)).toBe(text);
  });
});

const piece = fc.constantFrom(
  ...String.raw`$x^2$ $\alpha$ $t\bar{t}$ $5 \ { } % & &lt; &amp; # _ ^ ~ -- '' \' <i> </i> <b p<0 CO₂ 10⁻⁵ “q” é`.split(
    ' ',
  ),
  '两行',
  'a b',
  ' ',
  '\u0060\u0060',
);

test('text is the same after it was written as TeX and read again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 8 }),
      (parts) => {
        const text = tidy(parts.join(''));
        fc.pre(!/[\uE000-\uE003]/.test(text));
        expect(read(toTex(text))).toBe(text);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('reading is linear in what nothing closes', () => {
  const begun = performance.now();
  for (const sign of ['$', '{', '\\begin{align}', '\\verb|', '\\emph{', '\\', '$x', '<i>', '&'])
    fromMarkup(fromTex(sign.repeat(20_000)));
  expect(performance.now() - begun).toBeLessThan(20_000);
});

test.each([
  [
    String.raw`\glqq{}Gezeiten\grqq{} auf \flqq kleinen\frqq{} Monden`,
    '„Gezeiten“ auf «kleinen» Monden',
  ],
  [String.raw`\ion{H}{ii} regions and \isotope[14]{C}`, 'H II regions and ¹⁴C'],
  [String.raw`\SI{5}{\micro\metre} and \qty{3}{\kilo\ohm}`, '5 µm and 3 kΩ'],
  [String.raw`\si{\metre\per\second\squared}`, 'm/s²'],
  [String.raw`A\slash B at 5\,\textohm`, 'A/B at 5 Ω'],
  [
    String.raw`The modal {\$}{\$}{\backslash}mu {\$}{\$}-calculus`,
    String.raw`The modal $\mu$-calculus`,
  ],
  [
    String.raw`The modal {\$}{\$}{\backslash}mu {\$}{\$}$\mu$-calculus`,
    String.raw`The modal $\mu$-calculus`,
  ],
  [
    String.raw`Bounds of {\$}{\$}{\backslash}mathcal {\{}O{\}}(n{\^{}}2){\$}{\$}`,
    String.raw`Bounds of $\mathcal {O}(n^2)$`,
  ],
])('packages and publishers: %s', (tex, text) => {
  expect(read(tex)).toBe(text);
});
