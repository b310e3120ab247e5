import { describe, expect, test } from 'vitest';
import { doi } from '@/domain/identity/paper-key';
import type { ImportFormatId } from '@/domain/import/formats';
import { parseQuery } from '@/domain/query/parse';
import { findByReading } from '@/domain/query/reference';
import { read } from '../export/library';
import { contextOf, paperAt } from '../query/papers';

/** The ids of each paper of a file. */
async function idsIn(format: ImportFormatId, file: string): Promise<string[][]> {
  const { library, rejected } = await read(format, file);
  expect(rejected).toEqual([]);
  return library.papers.map(({ keys }) => keys.filter((key) => !key.startsWith('title:')));
}

describe('DOIs in a column of a table', () => {
  test.each([
    ['DOI Link', 'https://dx.doi.org/10.1000/As.5', 'doi:10.1000/as.5'],
    ['Digital Object Identifier', 'http://doi.org/10.1000%2Fas.6', 'doi:10.1000/as.6'],
    ['Doi', 'DOI: 10.1000/as.7.', 'doi:10.1000/as.7'],
    ['doi', 'info:doi/10.1000/as.8', 'doi:10.1000/as.8'],
    ['doi', 'urn:doi:10.1000/as.9', 'doi:10.1000/as.9'],
    ['DOI', 'https://doi-org.ezproxy.example.edu/10.1000/as.10', 'doi:10.1000/as.10'],
  ])('%s: %s', async (column, cell, key) => {
    const file = `No,Title,${column}\r\n1,Tides on the small moons,${cell}\r\n`;
    expect(await idsIn('csv', file)).toEqual([[key]]);
  });
});

test('a DOI of Elsevier’s that is the number of an article stands for both', async () => {
  const file = '@misc{a, title = {Tides on small moons}, doi = {10.1016/S0140-6736(13)60001-X}}';
  expect(await idsIn('bibtex', file)).toEqual([
    ['doi:10.1016/s0140-6736(13)60001-x', 'pii:S014067361360001X'],
  ]);
});

describe('DOIs that BibTeX has escaped', () => {
  test.each([
    ['doi = {10.1145/0021-9991(82)90091-2}', 'doi:10.1145/0021-9991(82)90091-2'],
    [
      String.raw`doi = "10.1002/(SICI)1097-0258(19980815/30)17:15/16\textless{}1661::AID-SIM968\textgreater{}3.0.CO;2-2"`,
      'doi:10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2',
    ],
    [
      String.raw`url = {https://doi.org/10.1007/978-3-540-24741-8\_7}`,
      'doi:10.1007/978-3-540-24741-8_7',
    ],
    [
      String.raw`doi = {https://doi.org/10.1007/978-3-030-01234-2{\textunderscore}3}`,
      'doi:10.1007/978-3-030-01234-2_3',
    ],
    [String.raw`url = {http://dx.doi.org/10.1000/x\%28y\%29}`, 'doi:10.1000/x(y)'],
    [String.raw`doi = {\url{10.1000/a\_b}}`, 'doi:10.1000/a_b'],
    [String.raw`doi = {10.1000/a$\_$b}`, 'doi:10.1000/a_b'],
  ])('%s', async (field, key) => {
    expect(await idsIn('bibtex', `@misc{a, title = {Tides on small moons}, ${field}}`)).toEqual([
      [key],
    ]);
  });
});

describe('versions of a preprint are one paper', () => {
  test.each([
    ['Research Square', '10.21203/rs.3.rs-1234567/v1', '10.21203/rs.3.rs-1234567/v2'],
    ['bioRxiv', '10.1101/2020.01.01.123456v1', '10.1101/2020.01.01.123456v3.full'],
    ['openRxiv', '10.64898/2025.12.01.123456v1', '10.64898/2025.12.01.123456'],
    ['Preprints.org', '10.20944/preprints202001.0001.v1', '10.20944/preprints202001.0001.v2'],
    ['ChemRxiv', '10.26434/chemrxiv-2021-abcde-v2', '10.26434/chemrxiv-2021-abcde'],
    ['ChemRxiv before', '10.26434/chemrxiv.12345678.v1', '10.26434/chemrxiv.12345678.v4'],
    ['SocArXiv', '10.31235/osf.io/abcde_v3', '10.31235/osf.io/abcde'],
    ['Wellcome', '10.12688/wellcomeopenres.12345.2', '10.12688/wellcomeopenres.12345.1'],
    ['arXiv', '10.48550/arXiv.2401.00001v2', '10.48550/arXiv.2401.00001'],
    ['PeerJ', '10.7287/peerj.preprints.1234v2', '10.7287/peerj.preprints.1234v1'],
    [
      'TechRxiv now',
      '10.36227/techrxiv.171234567.12345678/v1',
      '10.36227/techrxiv.171234567.12345678/v2',
    ],
    ['ESS', '10.22541/essoar.123456789.12345678/v1', '10.22541/essoar.123456789.12345678/v3'],
    ['ScienceOpen', '10.14293/PR2199.000123.v1', '10.14293/PR2199.000123.v2'],
    ['Beilstein', '10.3762/bxiv.2020.12.v1', '10.3762/bxiv.2020.12.v2'],
    ['Cambridge', '10.33774/coe-2020-abcde-v2', '10.33774/coe-2020-abcde'],
  ])('%s', (_, one, other) => {
    expect(doi(one)).toBe(doi(other));
  });

  test.each([
    ['data on Zenodo', '10.5281/zenodo.1234567', '10.5281/zenodo.1234568'],
    ['a journal’s numbers', '10.1371/journal.pone.0012345', '10.1371/journal.pone.0012346'],
    ['a journal of the press of bioRxiv', '10.1101/gr.277123.122', '10.1101/gr.277123.123'],
    ['a chapter', '10.1007/978-3-030-58452-8_13', '10.1007/978-3-030-58452-8_1'],
    [
      'a journal with a full stop',
      '10.1088/1475-7516/2020/01/v01',
      '10.1088/1475-7516/2020/01/v02',
    ],
  ])('%s: two papers', (_, one, other) => {
    expect(doi(one)).not.toBe(doi(other));
  });
});

describe('addresses behind proxies, filters and translators', () => {
  test.each([
    [
      'https://www-sciencedirect-com.proxy.library.example.edu/science/article/pii/S0092867420308206',
      'pii:S0092867420308206',
    ],
    [
      'https://login.ezproxy.example.edu/login?url=https://pubs.acs.org/doi/10.1021/acs.example.1c00001',
      'doi:10.1021/acs.example.1c00001',
    ],
    ['https://pubmed-ncbi-nlm-nih-gov.libproxy.example.ac.uk/31942072/', 'pmid:31942072'],
    [
      'http://0-link.springer.com.library.example.edu/article/10.1007/s00000-020-0001-1',
      'doi:10.1007/s00000-020-0001-1',
    ],
    [
      'https://onlinelibrary-wiley-com.eu1.proxy.openathens.net/doi/full/10.1002/abc.1234',
      'doi:10.1002/abc.1234',
    ],
    ['https://ieeexplore.ieee.org.eproxy.example.edu.cn/document/9000002', 'ieee:9000002'],
    [
      'https://go.openathens.net/redirector/example.edu?url=https%3A%2F%2Fwww.nature.com%2Farticles%2Fs41586-020-0001-2',
      'doi:10.1038/s41586-020-0001-2',
    ],
    ['https://arxiv-org.translate.goog/abs/2401.00012?_x_tr_sl=en&_x_tr_tl=de', 'arxiv:2401.00012'],
    [
      'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdoi.org%2F10.1000%2Fabd&data=05',
      'doi:10.1000/abd',
    ],
    [
      'https://web.archive.org/web/20240101000000/https://arxiv.org/abs/2401.00013',
      'arxiv:2401.00013',
    ],
    [
      'https://www.google.com/url?sa=t&url=https%3A%2F%2Faclanthology.org%2F2023.acl-long.1%2F&usg=x',
      'acl:2023.acl-long.1',
    ],
    [
      'https://scholar.google.com/scholar_url?url=https://journals.aps.org/prd/abstract/10.1103/PhysRevD.100.123456&hl=en',
      'doi:10.1103/physrevd.100.123456',
    ],
  ])('%s', async (address, key) => {
    expect((await idsIn('links', address)).flat()).toContain(key);
  });
});

describe('a pasted id finds its paper', () => {
  test.each([
    ['10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    ['doi:10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    ['<https://doi.org/10.1000/abc>', 'doi:10.1000/abc'],
    ['https://www.nature.com/articles/s41586-020-0001-1', 'doi:10.1038/s41586-020-0001-1'],
    ['PMID: 31942072', 'pmid:31942072'],
    ['PMC7654321', 'pmcid:7654321'],
    ['https://pubmed.ncbi.nlm.nih.gov/31942072/?from_term=x', 'pmid:31942072'],
    ['https://arxiv.org/pdf/2001.00001v3.pdf#page=2', 'arxiv:2001.00001'],
    ['2001.00001', 'arxiv:2001.00001'],
    ['arXiv:2001.00001 [cs.CL]', 'arxiv:2001.00001'],
    ['cs/0112017', 'arxiv:cs/0112017'],
    ['arxiv.org/abs/2001.00001', 'arxiv:2001.00001'],
    ['https://openreview.net/forum?id=abcDEF123&noteId=x', 'openreview:abcDEF123'],
    ['https://arxiv-org.ezproxy.example.edu/abs/2001.00001', 'arxiv:2001.00001'],
    [
      'https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full',
      'doi:10.1101/2020.01.01.123456',
    ],
  ])('%s', (text, key) => {
    const parsed = parseQuery(text);
    if (!parsed.ok) throw new Error(parsed.fault.fault);
    const kept = ['title:another one', key].map((id) => ({
      ...paperAt(1),
      id,
      keys: [id],
      isListed: true,
    }));
    expect(findByReading(parsed.query, kept, contextOf(kept))).toEqual([key]);
  });
});
