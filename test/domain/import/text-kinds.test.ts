import { describe, expect, test } from 'vitest';
import type { ImportFormatId } from '@/domain/import/formats';
import { fileOf, libraryOf, onlyPaper, read, viewsOf } from '../export/library';

const bib = (title: string): string => `@article{a, title = {${title}}, year = 2024}`;

/** A file of one paper with a title as it is written there. */
const TITLED = {
  bibtex: bib,
  ris: (title) => `TY  - JOUR\nTI  - ${title}\nER  - \n`,
  csl: (title) => JSON.stringify([{ type: 'article-journal', title }]),
  nbib: (title) => `PMID- 31000001\nTI  - ${title}\n`,
  csv: (title) => `Title,Year\r\n"${title.replaceAll('"', '""')}",2024\r\n`,
} satisfies Partial<Record<ImportFormatId, (title: string) => string>>;

describe('formulas of BibTeX stay formulas, and accents become letters', () => {
  test.each([
    [
      String.raw`Search for $B^0_s \to \mu^+\mu^-$ decays at \(\sqrt{s}=8\) {TeV}`,
      String.raw`Search for $B^0_s \to \mu^+\mu^-$ decays at $\sqrt{s}=8$ TeV`,
    ],
    [
      String.raw`{\'E}tude of a {\v C}ech complex, {\AA}ngstr{\"o}m by na{\"\i}ve $\ell_1$ norms`,
      String.raw`Étude of a Čech complex, Ångström by naïve $\ell_1$ norms`,
    ],
    [
      String.raw`Fe$_3$O$_4$ at 10~\textmu m and 5\,\textdegree C: {$\gamma$}-rays`,
      String.raw`Fe$_3$O$_4$ at 10 µm and 5 °C: $\gamma$-rays`,
    ],
    [
      String.raw`\emph{In vitro} and \textbf{in vivo}: \texttt{sort} for $p<0.05$`,
      String.raw`In vitro and in vivo: sort for $p<0.05$`,
    ],
    [
      String.raw`\ifmmode \check{C}\else \v{C}\fi{}ech sums of \ifmmode\mu\else\textmu\fi{}m and $\ifmmode\pi\else p\fi$ made up`,
      String.raw`Čech sums of µm and $\pi$ made up`,
    ],
    [
      String.raw`Strategies that induce \textitentangled features of \mynet models`,
      'Strategies that induce entangled features of mynet models',
    ],
    [
      String.raw`AND{\slash}OR graphs on GaN{$\slash$}AlN\vphantom{X} made up`,
      'AND/OR graphs on GaN/AlN made up',
    ],
    [
      String.raw`{The $H_0$ tension \& {$\Lambda$CDM}: a {\sc{nested}} look at 67\,km\,s$^{-1}$}`,
      String.raw`The $H_0$ tension & $\Lambda$CDM: a nested look at 67 km s$^{-1}$`,
    ],
  ])('%s', async (tex, title) => {
    expect((await onlyPaper('bibtex', bib(tex))).title).toBe(title);
  });
});

describe('formulas go out as TeX, the rest is escaped once, and both come back', () => {
  test.each([
    [
      String.raw`Bounds of $\tilde{O}(\sqrt{n})$ for 5% of $k$-SAT & #P_2`,
      String.raw`Bounds of {$\tilde{O}(\sqrt{n})$} for 5\% of {$k$}{-SAT} \& \#P\_2`,
    ],
    [
      String.raw`Costs of $5 to $6 for each $\mathrm{kg}\,\mathrm{m}^{-2}$`,
      String.raw`Costs of \$5 to \$6 for each {$\mathrm{kg}\,\mathrm{m}^{-2}$}`,
    ],
    [
      String.raw`Sets {a, b} ~ c ^ d in C:\temp_1 at 100%`,
      String.raw`Sets \{a, b\} \textasciitilde{} c \textasciicircum{} d in C:\textbackslash{}temp\_1 at 100\%`,
    ],
  ])('%s', async (title, tex) => {
    const file = fileOf('bibtex', libraryOf([{ title }]));
    expect(file).toContain(`title = {${tex}}`);
    expect((await onlyPaper('bibtex', file)).title).toBe(title);
  });
});

describe('markup in titles', () => {
  test.each<[keyof typeof TITLED, string, string]>([
    [
      'ris',
      'Role of &lt;i&gt;Drosophila&lt;/i&gt; p53 &#x2013; a made-up review',
      'Role of Drosophila p53 – a made-up review',
    ],
    [
      'csl',
      '<span style="font-variant:small-caps;">l</span>-Lysine and β<sub>2</sub>-agonists in &lt;5 years',
      'l-Lysine and β₂-agonists in <5 years',
    ],
    [
      'csl',
      'Limits on <mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>p</mml:mi><mml:mi>p</mml:mi></mml:math> collisions made up',
      'Limits on pp collisions made up',
    ],
    ['nbib', 'Made-up H(2)O and <sup>18</sup>F in mice.', 'Made-up H(2)O and ¹⁸F in mice'],
    [
      'bibtex',
      String.raw`The \textit{lac} operon &amp; \textsuperscript{13}C {NMR} made up`,
      'The lac operon & ¹³C NMR made up',
    ],
    [
      'csv',
      'Growth of <jats:italic>A. thaliana</jats:italic> at p &lt; 0.05 made up',
      'Growth of A. thaliana at p < 0.05 made up',
    ],
    [
      'csv',
      String.raw`BadNet<span class="mathjax-tex">\(^+\)</span> and the &lgr;-calculus of &Ohgr; made up`,
      'BadNet$^+$ and the λ-calculus of Ω made up',
    ],
    [
      'ris',
      "Odds of made-up tides ({[}OR] 1.12, {[}``small units{''}])",
      'Odds of made-up tides ([OR] 1.12, [“small units”])',
    ],
    [
      'ris',
      'Option<T> and the <unk> token &amp;amp; more made-up signs',
      'Option<T> and the <unk> token & more made-up signs',
    ],
  ])('%s: %s', async (format, written, title) => {
    expect((await onlyPaper(format, TITLED[format](written))).title).toBe(title);
  });
});

describe('the names of files, pages and sites are no titles', () => {
  const page = (uri: string, title: string): string =>
    JSON.stringify({
      export_userid: '',
      annotations: [
        {
          id: '1',
          created: '2026-11-20T08:00:00+00:00',
          uri,
          document: { title: [title] },
          text: 'c',
          tags: [],
          target: [{ source: uri }],
        },
      ],
    });
  test.each([
    [
      'https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf',
      'Microsoft Word - final_v3.docx',
      '',
    ],
    ['https://arxiv.org/pdf/2401.00003v2', 'arXiv:2401.00003v2 [cs.LG] 3 Jan 2024', ''],
    ['https://arxiv.org/pdf/2401.00004', 'untitled', ''],
    [
      'https://www.nature.com/articles/s41586-020-0001-1',
      'Tides on the small moons | Nature',
      'Tides on the small moons',
    ],
    [
      'https://pubmed.ncbi.nlm.nih.gov/31000001/',
      'Tides on the small moons - PubMed',
      'Tides on the small moons',
    ],
    [
      'https://www.biorxiv.org/content/10.1101/2020.01.01.123457v1',
      'Tides on the small moons | bioRxiv',
      'Tides on the small moons',
    ],
    [
      'https://www.sciencedirect.com/science/article/pii/S0092867420308206',
      'Tides on the small moons - ScienceDirect',
      'Tides on the small moons',
    ],
    [
      'https://arxiv.org/abs/2401.00005',
      '[2401.00005v2] Tides on the small moons',
      'Tides on the small moons',
    ],
  ])('%s: %s', async (uri, said, title) => {
    expect((await onlyPaper('hypothesis', page(uri, said))).title).toBe(title);
  });
});

describe('names as lists write them', () => {
  test.each([
    ['Müller-Lüdenscheidt K-H', 'Müller-Lüdenscheidt, K.-H.'],
    ['de la Cruz MA', 'de la Cruz, M. A.'],
    ['Smith JP 3rd', 'Smith, 3rd, J. P.'],
    ['Nguyen TTH', 'Nguyen, T. T. H.'],
    ['Ó Example S', 'Ó Example, S.'],
    ['Di Sample F', 'Di Sample, F.'],
    ['Sample-Example MÁ', 'Sample-Example, M. Á.'],
    ['Ludwig van Example', 'van Example, Ludwig'],
    ['王小明', '王, 小明'],
    ['World Example Organization Group', '{World Example Organization Group}'],
    ['Ann Example III', 'Example, III, Ann'],
    ['Ann D Example', 'Example, Ann D'],
    ['0002, Ann Example', 'Example, Ann'],
    ['Ann d’Example', 'd’Example, Ann'],
    ['Example, A.-B.', 'Example, A.-B.'],
  ])('%s', (name, bibtex) => {
    const file = fileOf('bibtex', libraryOf([{ title: 'Tides on small moons', authors: [name] }]));
    expect(file).toContain(`author = {${bibtex}}`);
  });
});

test('an entry in parentheses has some in its quoted values', async () => {
  const file = '@article(a, title = "Tides: (re)consideration (Part I)", year = "1979")\n@misc{b}';
  const { library } = await read('bibtex', file);
  expect(viewsOf(library).map(({ title }) => title)).toEqual(['Tides: (re)consideration (Part I)']);
});
