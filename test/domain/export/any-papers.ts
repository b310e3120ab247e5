import fc from 'fast-check';
import type { ForeignPaper } from '@/domain/import/foreign';
import { factsOf } from '@/domain/paper/read-facts';
import { STATUSES } from '@/domain/paper/paper';
import { collapse } from '@/domain/text';
import { text as anyText } from '../arbitrary';

/** What means something to one of the formats, and what must come through them all. */
const sign = fc.constantFrom(
  ...`'' \`\` -- --- !\` ?\` ,, << >> ~ \\ \\\\ { } {} $ & # ^ _ % " "" ; ;; | , = @ : [[ ]] ' - + * < > / <b> &amp; \\n \\emph{x} \\'e fi`.split(
    ' ',
  ),
  'ﬁ 1½ é 两行 𝕏 👩‍🔬',
  '$x^2$',
  '$\\alpha$',
  '$t\\bar{t}$',
  '$5 or $6',
  'H$_2$O',
  'CO₂',
  '10⁻⁵',
  '<i>E. coli</i>',
  '&lt;',
  'p<0.05',
  'e\u0301',
  '\u00ad',
  'and',
  'ER  - ',
  'x  y',
  ' ',
);
const signs = fc.array(sign, { maxLength: 6 }).map((parts) => parts.join(''));
const text = fc.oneof(
  anyText,
  signs,
  fc.array(signs, { maxLength: 4 }).map((lines) => lines.join('\n')),
);
const some = text.map(collapse).filter((value) => /[\p{L}\p{N}]/u.test(value));
const day = fc.integer({ min: 20_000, max: 20_400 }).map((days) => days * 86_400_000);

const paper = (index: number): fc.Arbitrary<ForeignPaper> =>
  fc.record({
    title: some.map((title) => `Paper ${index}: ${title}`),
    authors: fc.uniqueArray(
      fc.constantFrom(
        'Ann Author',
        'Béla Őri',
        'Cor van der Berg',
        '王小明',
        'Max O’Neil; Jr.',
        'Rock and Roll Consortium',
        'Anne-Marie d’Or-Blanc',
        'X = {Y} & Z_1',
        'García Márquez, Gabriel',
        'Martin King Jr.',
        'Senio AW',
        'van der Berg C',
        'Santiago Ramón y Cajal',
        '山田 太郎',
        '山田太郎',
        'World Health Organization',
        'Plato',
        'J.-P. Sartre',
      ),
      {
        maxLength: 3,
      },
    ),
    abstract: text.map(collapse),
    ids: fc.constantFrom<Record<string, string>[]>(
      { arxiv: `2401.0000${index}` },
      { doi: `10.1000/a_b${index}%x` },
      { openreview: `aBcDeF${index}` },
      { arxiv: `2401.0000${index}`, doi: `10.1000/a${index}` },
      { acl: `2023.acl-long.${index}`, doi: `10.18653/v1/2023.acl-long.${index}` },
      { pmid: `123${index}` },
    ),
    facts: fc
      .record(
        {
          published: fc.constantFrom('1999', '2023', '2023-05', '2024-02-29'),
          venue: some.map((name) => `Annals of ${name}`.slice(0, 400)),
          volume: fc.constantFrom('12', 'XL', '3 & 4'),
          issue: fc.constantFrom('1', '2-3'),
          pages: fc.constantFrom('1–18', 'e1234', '101'),
          version: fc.constantFrom('v1', 'v12'),
          code: fc.constant('https://github.com/example/tides'),
          pdf: fc.constantFrom('https://example.org/a_b.pdf', 'https://example.org/x%20y.pdf'),
        },
        { requiredKeys: [] },
      )
      .map((stated) => factsOf(stated, 'springer')),
    status: fc.constantFrom(...STATUSES),
    keys: fc.subarray([`arxiv:2402.0000${index}`, `doi:10.1000/twin${index}`]),
    tags: fc.uniqueArray(
      fc.constantFrom('moons', 'to read', 'c++', 'ünï', 'a, b', 'x; y', '=1', '"q"', 'a_b & {c}'),
      { maxLength: 2 },
    ),
    note: fc.array(fc.oneof(some, signs), { maxLength: 3 }).map((lines) => lines.join('\n')),
    highlights: fc.uniqueArray(
      fc.record({
        exact: some,
        prefix: text,
        suffix: text,
        comment: text,
        colour: fc.constantFrom('amber', 'green'),
        field: fc.constantFrom('title', 'abstract'),
        at: day,
      }),
      { maxLength: 2, selector: ({ exact }) => exact },
    ),
    at: day,
  });

/** One to three papers, with all that is hard to write. */
export const papers = fc
  .integer({ min: 1, max: 3 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => paper(index + 1))));
