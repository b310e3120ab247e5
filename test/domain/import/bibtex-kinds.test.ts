import { describe, expect, test } from 'vitest';
import { onlyPaper, read } from '../export/library';

const bib = (fields: string): string => `@article{a, ${fields}}`;

describe('authors of BibTeX as tools write them', () => {
  test.each([
    [
      String.raw`Sch$\ddot{\mbox{o}}$del, A. and Miji$\acute{\mbox{c}}$, B.`,
      ['A. Schödel', 'B. Mijić'],
    ],
    [
      String.raw`Garc$\acute{\imath}$a, C. and Bo$\check{s}$kovi$\acute{c}$, D.`,
      ['C. García', 'D. Bošković'],
    ],
    [String.raw`Chris {Lattner et al}`, ['Chris Lattner', 'et al.']],
    [String.raw`Katalin Fried \lowercase{et al.}`, ['Katalin Fried', 'et al.']],
    ['nosortothers=true and Simon Sly', ['Simon Sly']],
    [String.raw`H{\`a}n Th{\^e}\llap{\raise 0.5ex\hbox{\'{\relax}}} Th{\`a}nh`, ['Hàn Thê Thành']],
  ])('%s', async (author, authors) => {
    expect((await onlyPaper('bibtex', bib(`title={Tides}, author={${author}}`))).authors).toEqual(
      authors,
    );
  });
});

describe('titles of BibTeX', () => {
  test.each([
    [String.raw`title={TGF-{\textbeta}1 and \textalpha-synuclein}`, 'TGF-β1 and α-synuclein'],
    [
      String.raw`title={At 5 \textmugreek m of \textOmega{} and \straightphi{} with {\upbeta}}`,
      'At 5 μm of Ω and φ with β',
    ],
    [
      String.raw`title={An \textit{in vitro} \textfoo of \textbaz{tides}}`,
      'An in vitro textfoo of tides',
    ],
    [
      String.raw`title={The \{SFR\} of \{X-RAY\} stars}, url={https://www.sciencedirect.com/science/article/pii/S0000000000000001}`,
      'The SFR of X-RAY stars',
    ],
    [
      String.raw`title={The set \{A\} of stars}, url={https://arxiv.org/abs/2401.00001}`,
      'The set {A} of stars',
    ],
    ['chapter={The tides of ponds}, booktitle={A Book of Ponds}', 'The tides of ponds'],
    ['chapter={7}, title={A Book of Ponds}', 'A Book of Ponds'],
  ])('%s', async (fields, title) => {
    expect((await onlyPaper('bibtex', bib(fields))).title).toBe(title);
  });
});

describe('ids of BibTeX', () => {
  test.each<[string, string | undefined, string[]]>([
    ['journal={CoRR}, volume={cs.AI/9401101}', 'arxiv:cs/9401101', []],
    ['journal={CoRR}, volume={cs.LG/1708.07747}', 'arxiv:1708.07747', []],
    ['journal={CoRR}, volume={abs/1708.07748}', 'arxiv:1708.07748', []],
    ['journal={Journal of Ponds}, volume={12}', undefined, []],
    ['eprint={2289282}, eprinttype={jstor}', 'doi:10.2307/2289282', []],
    ['eprint={12.3456}, eprinttype={googlebooks}', undefined, ['eprint']],
    ['eprint={2401.00001}, eprinttype={arxiv}', 'arxiv:2401.00001', []],
  ])('%s', async (fields, key, named) => {
    const { library, left } = await read('bibtex', bib(`title={Tides}, ${fields}`));
    const [paper] = library.papers;
    expect(paper?.keys[0]).toBe(key ?? 'title:tides');
    expect(paper?.facts?.volume?.value).toBe(fields.includes('{12}') ? '12' : undefined);
    expect([...left.keys()]).toEqual(named);
  });
});

test.each([
  ['ArXiv ID: 2401.00011', 'arxiv:2401.00011'],
  ['IACR ePrint 2019/458', 'iacr:2019/458'],
  ['Cryptology ePrint Archive, Paper 2019/459', 'iacr:2019/459'],
])('a line of ids: %s', async (line, key) => {
  expect((await read('links', line)).library.papers[0]?.keys).toEqual([key]);
});
