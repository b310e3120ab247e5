import { describe, expect, test } from 'vitest';
import type { ImportFormatId } from '@/domain/import/formats';
import { fileOf, libraryOf, onlyPaper, read, viewsOf } from '../export/library';

const bib = (fields: string): string =>
  `@article{a, title = {Tides on the small moons}, ${fields}}`;
const csv = (column: string, cell: string): string =>
  `Title,${column}\r\nTides on the small moons,"${cell.replaceAll('"', '""')}"\r\n`;

describe('authors of BibTeX, however they are parted', () => {
  test.each<[string, string[]]>([
    ['Smith, J. and Doe, J.', ['J. Smith', 'J. Doe']],
    ['Smith, J.; Doe, J.; Roe, R.', ['J. Smith', 'J. Doe', 'R. Roe']],
    ['王小明、李四、张三', ['王小明', '李四', '张三']],
    [String.raw`Smith, J. \& Doe, J.`, ['J. Smith', 'J. Doe']],
    ['John Smith, Jane Doe, Richard Roe', ['John Smith', 'Jane Doe', 'Richard Roe']],
    ['Smith, J., Doe, J., and Roe, R.', ['J. Smith', 'J. Doe', 'R. Roe']],
    ['Smith, John and Doe, Jane et al.', ['John Smith', 'Jane Doe', 'et al.']],
    ['Smith, John and others', ['John Smith', 'et al.']],
    [
      String.raw`Jane Doe\footnotemark[1] and Richard Roe\thanks{Equal}`,
      ['Jane Doe', 'Richard Roe'],
    ],
    ['Roe, Richard$^{1}$ and Doe, Jane$^{2,*}$', ['Richard Roe', 'Jane Doe']],
    // What looks like several names and is one.
    ['King, Jr., Martin', ['Martin King Jr.']],
    ['King, Martin, Jr.', ['Martin King Jr.']],
    ['{Example, Sample, and Partners; Ltd}', ['Example, Sample, and Partners; Ltd']],
    [String.raw`Ernst \& Young`, ['Ernst & Young']],
    [String.raw`Department of Health \& Social Care`, ['Department of Health & Social Care']],
    ['M&uuml;ller, B. and O&#39;Neil, A.', ['B. Müller', "A. O'Neil"]],
    ['García Márquez, Gabriel', ['García Márquez, Gabriel']],
  ])('%s', async (author, names) => {
    const { authors } = await onlyPaper('bibtex', bib(`author = {${author}}`));
    expect(authors).toEqual(names);
  });
});

test('an entry of BibTeX gives back what its file says of when and where, beside an arXiv number too', async () => {
  const said = [
    'author = {Quist, Uma and others}',
    'year = {2023}',
    'journal = {Journal of Robots}',
    'volume = {3}',
    'number = {2}',
    'pages = {1--9}',
    'eprint = {2211.08416}',
  ];
  const { library } = await read('bibtex', bib(`${said.join(', ')}, archiveprefix = {arXiv}`));
  const given = fileOf('bibtex', library);
  expect(said.filter((field) => !given.includes(field))).toEqual([]);
});

describe('authors in a cell', () => {
  test.each<[string, string[]]>([
    ['O&#39;Neil, A.; M&uuml;ller, B.', ["A. O'Neil", 'B. Müller']],
    ['Smith, J., et al.', ['J. Smith', 'et al.']],
    [`['Ashish Example', "Noam O'Sample"]`, ['Ashish Example', "Noam O'Sample"]],
    [`['Ashish Example' 'Noam Sample']`, ['Ashish Example', 'Noam Sample']],
    ['["Example, Ada"]', ['Ada Example']],
    ['[Example, Ada]', ['Ada] [Example']],
  ])('%s', async (cell, names) => {
    expect((await onlyPaper('csv', csv('Authors', cell))).authors).toEqual(names);
  });
});

describe('keywords', () => {
  test.each<[ImportFormatId, string, string[]]>([
    ['csv', csv('Keywords', '["ml", "gnn"]'), ['ml', 'gnn']],
    ['csv', csv('Keywords', 'nets (CNN, RNN), tides'), ['nets (CNN, RNN)', 'tides']],
    ['csv', csv('Keywords', 'a (b, c'), ['a (b', 'c']],
    ['bibtex', bib('keywords = {nets [a, b], tides}'), ['nets [a, b]', 'tides']],
    ['bibtex', bib('keywords = {one, two; three}'), ['one, two', 'three']],
    [
      'enw',
      '%0 Generic\n%T Tides on moons\n%K deep tides, small moons\n',
      ['deep tides', 'small moons'],
    ],
    ['enw', '%0 Generic\n%T Tides on moons\n%K tides, deep\nmoons\n', ['tides, deep', 'moons']],
    [
      'ris',
      'TY  - JOUR\nTI  - Tides on moons\nKW  - *Moons\nKW  - tides, deep\nER  - \n',
      ['Moons', 'tides, deep'],
    ],
    ['ris', 'TY  - JOUR\nTI  - Tides on moons\nKW  - C*-algebras\nER  - \n', ['C*-algebras']],
  ])('%s: %s', async (format, file, tags) => {
    expect((await onlyPaper(format, file)).tags.toSorted()).toEqual(tags.toSorted());
  });
});

const TITLED = {
  bibtex: (title) => `@misc{a, title = {${title}}, doi = {10.1000/a}}`,
  ris: (title) => `TY  - JOUR\nTI  - ${title}\nDO  - 10.1000/a\nER  - \n`,
  csl: (title) => JSON.stringify([{ type: 'article-journal', title, DOI: '10.1000/a' }]),
  csv: (title) => `Title,DOI\r\n"${title.replaceAll('"', '""')}",10.1000/a\r\n`,
} satisfies Partial<Record<ImportFormatId, (title: string) => string>>;

describe.each(['bibtex', 'ris', 'csl', 'csv'] as const)('a title of %s', (format) => {
  test.each([
    ['[2401.00101] Tides on the small moons', 'Tides on the small moons', '2401.00101'],
    ['2401.00102v2.pdf', '', '2401.00102'],
    ['Microsoft Word - paper-final.docx', '', undefined],
    ['https://arxiv.org/abs/2401.00003', '', '2401.00003'],
    ['Untitled', 'Untitled', undefined],
    ['Tides - PubMed', 'Tides - PubMed', undefined],
    ['[1234] tides of 2401.00101', '[1234] tides of 2401.00101', undefined],
  ])('%s', async (said, title, arxiv) => {
    const paper = await onlyPaper(format, TITLED[format](said));
    expect([paper.title, paper.ids['arxiv'], paper.ids['doi']]).toEqual([
      title,
      arxiv,
      '10.1000/a',
    ]);
  });
});

describe.each(['ris', 'csl', 'csv'] as const)('TeX that a tool left in %s', (format) => {
  test.each([
    [
      String.raw`Erd\H{o}s problems and {\'e}tudes of \textit{E. coli} \& more`,
      'Erdős problems and études of E. coli & more',
    ],
    [
      String.raw`M{\"u}ller, \textbf{Erd\H{o}s} and na\"{\i}ve stra{\ss}e`,
      'Müller, Erdős and naïve straße',
    ],
    [
      String.raw`Bounds of $\tilde{O}(n)$ and 5\% of p\_value`,
      String.raw`Bounds of $\tilde{O}(n)$ and 5% of p_value`,
    ],
    // Backslashes that are none of TeX's.
    [
      String.raw`The path C:\users\home and \d+ of regex`,
      String.raw`The path C:\users\home and \d+ of regex`,
    ],
    [String.raw`They say \"Yes\" and don\'t`, `They say "Yes" and don't`],
    ['Braces {BERT} stay', 'Braces {BERT} stay'],
  ])('%s', async (said, title) => {
    expect((await onlyPaper(format, TITLED[format](said))).title).toBe(title);
  });

  test('and in names', async () => {
    const files = {
      ris: 'TY  - JOUR\nTI  - Tides on moons\nAU  - M{\\"u}ller, J.\nER  - \n',
      csl: JSON.stringify([
        { title: 'Tides on moons', author: [{ family: 'M{\\"u}ller', given: 'J.' }] },
      ]),
      csv: csv('Authors', 'M{\\"u}ller, J.'),
    };
    expect((await onlyPaper(format, files[format])).authors).toEqual(['J. Müller']);
  });
});

describe.each(['ris', 'csl'] as const)('%s of our own gives back', (format) => {
  test.each([
    'The sum $$x^2$$ is shown',
    String.raw`A literal Erd\H{o}s, a \& and \(x\)`,
    String.raw`A quote \" and a path C:\temp`,
  ])('%s', async (title) => {
    const file = fileOf(format, libraryOf([{ title, ids: { doi: '10.1000/a' } }]));
    expect((await onlyPaper(format, file)).title).toBe(title);
  });
});

test('Springer’s formulas are the body of a document', async () => {
  const formula = String.raw`<jats:inline-formula><jats:alternatives><jats:tex-math>\documentclass[12pt]{minimal}\usepackage{amsmath}\begin{document}$$\alpha$$\end{document}</jats:tex-math><mml:math><mml:mi>a</mml:mi></mml:math></jats:alternatives></jats:inline-formula>`;
  const { title } = await onlyPaper('csl', TITLED.csl(`Growth of ${formula} in tides`));
  expect(title).toBe(String.raw`Growth of $\alpha$ in tides`);
});

test('a note in Mendeley’s HTML', async () => {
  const note = String.raw`{\textless}b{\textgreater}Method:{\textless}/b{\textgreater} see 2 {\textless} 3`;
  expect((await onlyPaper('bibtex', bib(`annote = {${note}}`))).note).toBe('**Method:** see 2 < 3');
});

describe('what an entry has from the book that it is in', () => {
  const parent =
    '@proceedings{Book, title = {Proceedings of Tides}, year = 2021, volume = 7, editor = {Ed}}';

  test('year, venue and volume; its own come first', async () => {
    const { library } = await read(
      'bibtex',
      `@inproceedings{a, title = {Tides on small moons}, crossref = {book}}
@inproceedings{b, title = {Tides on large moons}, date = {2019-05}, booktitle = {Tides 2019}, crossref = "Book"}
@inproceedings{c, title = {Tides without a book}, crossref = {none}}
${parent}`,
    );
    const factsOf = (title: string) => viewsOf(library).find((view) => view.title === title)?.facts;
    expect(factsOf('Tides on small moons')).toEqual({
      published: '2021',
      venue: 'Proceedings of Tides',
      volume: '7',
    });
    expect(factsOf('Tides on large moons')).toEqual({
      published: '2019-05',
      venue: 'Tides 2019',
      volume: '7',
    });
    expect(factsOf('Tides without a book')).toEqual({});
  });
});

test('two addresses in a field for one', async () => {
  const file = bib('url = {https://arxiv.org/abs/2401.10032, https://code.example/a/b}');
  const { library } = await read('bibtex', file);
  expect(library.papers[0]).toMatchObject({
    id: 'arxiv:2401.10032',
    links: ['https://arxiv.org/abs/2401.10032', 'https://code.example/a/b'],
  });
});
