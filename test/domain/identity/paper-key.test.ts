import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsFromLink, idsFromText, linkTarget } from '@/domain/identity/identity-links';
import {
  arxivId,
  compareKeys,
  doi,
  keyScheme,
  keysOf,
  paperKey,
  SCHEMES,
  strongestFirst,
  titleKey,
} from '@/domain/identity/paper-key';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const newStyle = fc
  .tuple(fc.integer({ min: 7, max: 40 }), fc.integer({ min: 1, max: 12 }), fc.nat(99_999))
  .map(([year, month, number]) => `${pad(year, 2)}${pad(month, 2)}.${pad(number, 5)}`);
const oldStyle = fc
  .tuple(
    fc.constantFrom('cs', 'hep-th', 'math', 'astro-ph', 'q-bio'),
    fc.integer({ min: 9_101_001, max: 9_912_999 }),
  )
  .map(([archive, number]) => `${archive}/${number}`);
const anArxivId = fc.oneof(newStyle, oldStyle);
const version = fc.constantFrom('', 'v1', 'v2', 'v13');

const aDoi = fc
  .tuple(
    fc.integer({ min: 1000, max: 99_999 }),
    fc.stringMatching(/^[a-z0-9]{2,8}([.\-_][a-z0-9]{1,8}){0,3}$/),
  )
  .map(([prefix, suffix]) => `10.${prefix}/${suffix}`)
  .filter((value) => !/^10\.(?:48550|1101|64898|21203|20944|26434)\//.test(value));

describe('one paper by different links has one key', () => {
  it.each([
    ['abs', (id: string, v: string) => `https://arxiv.org/abs/${id}${v}`],
    ['pdf', (id: string, v: string) => `http://www.arxiv.org/pdf/${id}${v}.pdf`],
    ['html', (id: string, v: string) => `https://arxiv.org/html/${id}${v}#S2`],
    ['export', (id: string, v: string) => `https://export.arxiv.org/abs/${id}${v}?context=cs`],
    ['alphaXiv', (id: string, v: string) => `https://www.alphaxiv.org/overview/${id}${v}`],
    ['ar5iv', (id: string) => `https://ar5iv.labs.arxiv.org/html/${id}`],
    ['Hugging Face', (id: string) => `https://huggingface.co/papers/${id}#community`],
    ['papers.cool', (id: string) => `https://papers.cool/arxiv/${id}`],
    ['SciRate', (id: string) => `https://scirate.com/arxiv/${id}`],
    ['Emergent Mind', (id: string) => `https://www.emergentmind.com/papers/${id}`],
    ['DOI', (id: string) => `https://doi.org/10.48550/arXiv.${id}`],
    [
      'encoded DOI',
      (id: string) => `https://dx.doi.org/10.48550%2FARXIV.${encodeURIComponent(id)}`,
    ],
    ['Semantic Scholar', (id: string) => `https://api.semanticscholar.org/arXiv:${id}`],
    [
      'a Scholar alert',
      (id: string, v: string) =>
        `http://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/${id}${v}&hl=en&sa=X`,
    ],
    [
      'a library proxy',
      (id: string) =>
        `https://login.example.edu/login?qurl=${encodeURIComponent(`https://arxiv.org/abs/${id}`)}`,
    ],
  ])('arXiv by %s', (_, link) => {
    fc.assert(
      fc.property(anArxivId, version, (id, v) => {
        expect(keysOf(idsFromLink(link(id, v)), '')[0]).toBe(`arxiv:${id}`);
      }),
    );
  });

  it.each([
    ['resolver', (value: string) => `https://doi.org/${value}`],
    ['old resolver', (value: string) => `http://dx.doi.org/${value.toUpperCase()}`],
    ['encoded', (value: string) => `https://doi.org/${encodeURIComponent(value)}`],
    ['ACM', (value: string) => `https://dl.acm.org/doi/abs/${value}`],
    ['ACM, PDF', (value: string) => `https://dl.acm.org/doi/pdf/${value}?download=true`],
    ['Springer', (value: string) => `https://link.springer.com/article/${value}#Sec1`],
    ['Springer, PDF', (value: string) => `https://link.springer.com/content/pdf/${value}.pdf`],
    ['Wiley', (value: string) => `https://onlinelibrary.wiley.com/doi/${value}/full`],
  ])('a DOI by %s', (_, link) => {
    fc.assert(
      fc.property(aDoi, (value) => {
        expect(keysOf(idsFromLink(link(value)), '')[0]).toBe(`doi:${value}`);
      }),
    );
  });

  it.each([
    ['https://openreview.net/forum?id=rJ4km2R5t7&noteId=x', 'openreview:rJ4km2R5t7'],
    ['https://openreview.net/pdf?id=rJ4km2R5t7', 'openreview:rJ4km2R5t7'],
    ['https://aclanthology.org/2021.naacl-main.208.pdf', 'acl:2021.naacl-main.208'],
    ['https://www.aclweb.org/anthology/P19-1001.pdf', 'acl:p19-1001'],
    ['https://www.aclweb.org/anthology/papers/P/P19/P19-1001/', 'acl:p19-1001'],
    ['https://pubmed.ncbi.nlm.nih.gov/31234567/', 'pmid:31234567'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/31234567', 'pmid:31234567'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/', 'pmcid:1234567'],
    [`https://www.semanticscholar.org/paper/A-Title/${'a'.repeat(40)}`, `s2:${'a'.repeat(40)}`],
    ['https://dblp.org/rec/conf/nips/VaswaniSPUJGKP17.html', 'dblp:conf/nips/VaswaniSPUJGKP17'],
    ['https://dblp.org/rec/journals/corr/abs-2406-14598', 'arxiv:2406.14598'],
    ['https://www.nature.com/articles/s41586-020-2448-9.pdf', 'doi:10.1038/s41586-020-2448-9'],
    [
      'https://www.biorxiv.org/content/10.1101/2020.01.02.123456v3.full.pdf+html',
      'doi:10.1101/2020.01.02.123456',
    ],
    [
      'https://www.medrxiv.org/content/10.64898/2026.07.01.735904v1',
      'doi:10.64898/2026.07.01.735904',
    ],
    ['https://proceedings.mlr.press/v97/abels19a/abels19a.pdf', 'pmlr:v97/abels19a'],
    ['https://www.ecva.net/papers/eccv_2024/papers_ECCV/papers/00123.pdf', 'ecva:eccv_2024/123'],
    [
      'https://www.ecva.net/papers/eccv_2024/papers_ECCV/html/123_ECCV_2024_paper.php',
      'ecva:eccv_2024/123',
    ],
    ['https://papers.ssrn.com/sol3/papers.cfm?abstract_id=123456', 'ssrn:123456'],
    ['https://doi.org/10.2139/ssrn.123456', 'doi:10.2139/ssrn.123456'],
    ['https://doi.org/10.18653/v1/P19-1001', 'doi:10.18653/v1/p19-1001'],
  ])('%s', (link, key) => {
    expect(keysOf(idsFromLink(link), '')).toContain(key);
  });

  it('ties a DOI to the id it carries', () => {
    expect(keysOf({ doi: '10.18653/v1/P19-1001' }, '')).toContain('acl:p19-1001');
    expect(keysOf({ doi: '10.2139/ssrn.123456' }, '')).toContain('ssrn:123456');
    expect(keysOf({ doi: '10.48550/arXiv.2406.14598', arxiv: '2406.14598v3' }, '')).toEqual([
      'arxiv:2406.14598',
    ]);
  });

  it.each([
    'https://arxiv.org/list/cs.CL/new',
    'https://arxiv.org/search/?query=2406.14598',
    'https://huggingface.co/meta-llama/Llama-3',
    'https://openreview.net/group?id=ICLR.cc/2024/Conference',
    'https://aclanthology.org/events/acl-2023/',
    'https://www.nature.com/articles',
    'https://example.com/abs/2406.14598',
    'https://notarxiv.org/abs/2406.14598',
    'https://arxiv.org.example.com/abs/2406.14598',
    'javascript:location="https://arxiv.org/abs/2406.14598"',
    'mailto:someone@arxiv.org',
    'data:text/html,https://arxiv.org/abs/2406.14598',
    '',
  ])('no identity in %s', (link) => {
    expect(idsFromLink(link)).toEqual({});
  });

  it('never throws on what a page puts into a link', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (link) => {
          idsFromLink(link);
          linkTarget(link);
          idsFromText(link);
        },
      ),
    );
  });
});

describe('normalisation', () => {
  it('is idempotent for every scheme', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SCHEMES),
        fc.oneof(anArxivId, aDoi, fc.string()),
        (scheme, value) => {
          const key = paperKey(scheme, value);
          if (key) expect(paperKey(scheme, key.slice(scheme.length + 1))).toBe(key);
        },
      ),
    );
  });

  it('is idempotent for titles', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const key = titleKey(title);
        if (key) expect(titleKey(key.slice('title:'.length))).toBe(key);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['10.1000/ABC.', '10.1000/abc'],
    ['(doi:10.1000/abc(1))', '10.1000/abc(1)'],
    ['https://doi.org/10.1000/abc?ref=x', '10.1000/abc'],
    ['10.21203/rs.3.rs-123456/v2', '10.21203/rs.3.rs-123456'],
    [
      '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2',
      '10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2',
    ],
    ['10.1000/', undefined],
    ['no doi', undefined],
  ])('DOI %s', (text, expected) => {
    expect(doi(text)).toBe(expected);
  });

  it.each([
    ['arXiv:2406.14598v2', '2406.14598'],
    ['math.AG/0601001v1', 'math/0601001'],
    ['2413.00001', undefined],
    ['24061.4598', undefined],
  ])('arXiv %s', (text, expected) => {
    expect(arxivId(text)).toBe(expected);
  });

  it.each([
    ['$\\alpha$-Stable L$_2$ Flows', 'α–stable  L₂ flows'],
    ['Eﬃcient “Search” in Graphs', 'efficient "search" in graphs'],
    ['G\\"odel\'s M{\\aa}ngd', 'Gödel’s Mångd'],
    ['On \\emph{Very} Deep Nets.', 'On Very Deep Nets'],
    ['Full-width ＡＢＣ １２３ title', 'Full‑width ABC 123 title'],
    ['نص   عربي، طويل جدا', 'نص عربي طويل جدا'],
  ])('%s is the title %s', (one, other) => {
    expect(titleKey(one)).toBe(titleKey(other));
  });

  it('keeps titles of every script apart', () => {
    expect(titleKey('深度学习综述')).not.toBe(titleKey('强化学习综述'));
    expect(titleKey('Обучение без учителя')).toBe('title:обучение без учителя');
    expect(titleKey('!?')).toBeUndefined();
    expect(keysOf({}, '!?')).toEqual(['title:!?']);
  });
});

describe('order', () => {
  it('is the same however keys arrive', () => {
    const key = fc
      .tuple(fc.constantFrom(...SCHEMES), fc.stringMatching(/^[a-z0-9]{1,5}$/))
      .map((parts) => parts.join(':'));
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const sorted = strongestFirst(keys);
        expect(strongestFirst(keys.toReversed())).toEqual(sorted);
        expect(sorted.toSorted(compareKeys)).toEqual(sorted);
        expect(sorted.findIndex((one) => keyScheme(one) === 'title')).toBe(
          sorted.some((one) => keyScheme(one) === 'title')
            ? sorted.filter((one) => keyScheme(one) !== 'title').length
            : -1,
        );
      }),
    );
  });
});
