import { expect, test } from 'vitest';
import { isStrong, keysOf } from '@/domain/identity/paper-key';
import { idsFromLink } from '@/domain/identity/identity-links';
import { versionIn } from '@/domain/identity/versions';

/** Addresses as they are met, and the key of the paper that they name. */
test.each([
  // Publishers and preprint servers
  ['https://eprint.iacr.org/2020/123.pdf', 'iacr:2020/123'],
  ['https://eprint.iacr.org/2023/1456', 'iacr:2023/1456'],
  ['https://eprint.iacr.org/complete/', undefined],
  [
    'https://www.biorxiv.org/content/biorxiv/early/2020/02/02/2020.02.02.930001.full.pdf',
    'doi:10.1101/2020.02.02.930001',
  ],
  ['https://www.biorxiv.org/content/early/2016/01/01/036103', 'doi:10.1101/036103'],
  ['https://quantum-journal.org/papers/q-2020-01-01-123/', 'doi:10.22331/q-2020-01-01-123'],
  ['https://scipost.org/SciPostPhys.8.1.001', 'doi:10.21468/scipostphys.8.1.001'],
  ['https://www.jstor.org/stable/2345678', 'doi:10.2307/2345678'],
  ['https://hdl.handle.net/10.1000/xyz124', 'doi:10.1000/xyz124'],
  ['https://europepmc.org/abstract/PMC/PMC7012348', 'pmcid:7012348'],
  [
    'https://drops.dagstuhl.de/entities/document/10.4230/LIPIcs.ICALP.2023.17',
    'doi:10.4230/lipics.icalp.2023.17',
  ],
  [
    'https://drops.dagstuhl.de/storage/00lipics/lipics-vol261-icalp2023/LIPIcs.ICALP.2023.17/LIPIcs.ICALP.2023.17.pdf',
    'doi:10.4230/lipics.icalp.2023.17',
  ],
  ['https://drops.dagstuhl.de/opus/volltexte/2023/18069/', undefined],
  ['https://www.cell.com/cell/fulltext/S0092-8674(20)30154-5', 'pii:S0092867420301545'],
  ['https://www.cell.com/neuron/pdf/S0896-6273(19)30379-0.pdf', 'pii:S0896627319303790'],
  ['https://www.cell.com/action/showPdf?pii=S2211-1247%2821%2900123-4', 'pii:S2211124721001234'],
  ['https://elifesciences.org/articles/54321', 'doi:10.7554/elife.54321'],
  ['https://elifesciences.org/reviewed-preprints/87654v2', 'doi:10.7554/elife.87654'],
  ['https://elifesciences.org/articles/54321.pdf', 'doi:10.7554/elife.54321'],
  ['https://osf.io/preprints/psyarxiv/ab3cd_v2', 'doi:10.31234/osf.io/ab3cd'],
  ['https://osf.io/preprints/socarxiv/xy9zw', 'doi:10.31235/osf.io/xy9zw'],
  ['https://psyarxiv.com/ab3cd/', 'doi:10.31234/osf.io/ab3cd'],
  [
    'https://www.techrxiv.org/doi/full/10.36227/techrxiv.170000001.12345678/v1',
    'doi:10.36227/techrxiv.170000001.12345678',
  ],
  ['https://www.techrxiv.org/users/1/articles/2-a-title', undefined],
  ['https://doi.org/10.36227/techrxiv.12345678.v3', 'doi:10.36227/techrxiv.12345678'],
  [
    'https://www.authorea.com/doi/full/10.22541/au.170000001.12345678/v2',
    'doi:10.22541/au.170000001.12345678',
  ],
  ['https://doi.org/10.22541/au.160000001.12345678/v1', 'doi:10.22541/au.160000001.12345678'],
  [
    'https://advance.sagepub.com/doi/full/10.31124/advance.12345678.v1',
    'doi:10.31124/advance.12345678',
  ],
  ['https://f1000research.com/articles/12-345/v2', undefined],
  ['https://doi.org/10.12688/f1000research.12345.2', 'doi:10.12688/f1000research.12345'],
  ['https://wellcomeopenresearch.org/articles/8-12', undefined],
  ['https://www.researchsquare.com/article/rs-1234567/v1', 'doi:10.21203/rs.3.rs-1234567'],
  ['https://www.researchsquare.com/article/rs-7654321/latest.pdf', 'doi:10.21203/rs.3.rs-7654321'],
  ['https://doi.org/10.21203/rs.3.rs-1234567/v3', 'doi:10.21203/rs.3.rs-1234567'],
  ['https://zenodo.org/records/1234567', 'doi:10.5281/zenodo.1234567'],
  ['https://zenodo.org/record/7654321#.Yabc', 'doi:10.5281/zenodo.7654321'],
  ['https://zenodo.org/doi/10.5281/zenodo.1234567', 'doi:10.5281/zenodo.1234567'],
  [
    'https://www.biorxiv.org/content/10.1101/2024.01.02.574000v3.full.pdf+html',
    'doi:10.1101/2024.01.02.574000',
  ],
  ['https://www.preprints.org/manuscript/202401.0123/v1', 'doi:10.20944/preprints202401.0123'],
  // Proxies of libraries
  [
    'https://www-sciencedirect-com.ezproxy.example.edu/science/article/pii/S0020025521000012',
    'pii:S0020025521000012',
  ],
  ['https://arxiv-org.proxy.lib.example.ac.uk/abs/2401.00001v2', 'arxiv:2401.00001'],
  [
    'https://dl.acm.org.ezp.lib.example.edu/doi/10.1145/3292500.3330701',
    'doi:10.1145/3292500.3330701',
  ],
  [
    'https://ezproxy.example.edu/login?url=https://doi.org/10.1145/3292500.3330701',
    'doi:10.1145/3292500.3330701',
  ],
  [
    'https://login.proxy.example.edu/login?qurl=https%3A%2F%2Farxiv.org%2Fpdf%2F2401.00001',
    'arxiv:2401.00001',
  ],
  [
    'https://link-springer-com.myaccess.library.example.ca/article/10.1007/s10994-020-05910-7',
    'doi:10.1007/s10994-020-05910-7',
  ],
  // Links that mail and search wrap
  [
    'https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2401.00001&hl=en&sa=X&d=1&ei=x',
    'arxiv:2401.00001',
  ],
  [
    'https://nam04.safelinks.protection.outlook.com/?url=https%3A%2F%2Farxiv.org%2Fabs%2F2401.00001&data=05%7C02&reserved=0',
    'arxiv:2401.00001',
  ],
  [
    'https://www.google.com/url?q=https://doi.org/10.1000/xyz123&sa=D&source=docs',
    'doi:10.1000/xyz123',
  ],
  ['https://urldefense.com/v3/__https://arxiv.org/abs/2401.00001__;!!abc!def$', 'arxiv:2401.00001'],
  [
    'https://urldefense.com/v3/__https://press.example.org/doi/10.1000/182.5__;!!abc!def_g$',
    'doi:10.1000/182.5',
  ],
  [
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__arxiv.org_abs_2401.00001&d=DwMF',
    'arxiv:2401.00001',
  ],
  [
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fdoi.org%2F10.1000%2Fxyz123&h=AT0',
    'doi:10.1000/xyz123',
  ],
  [
    'https://duckduckgo.com/l/?uddg=https%3A%2F%2Farxiv.org%2Fabs%2F2401.00001&rut=1',
    'arxiv:2401.00001',
  ],
  [
    'https://web.archive.org/web/20240101000000/https://arxiv.org/abs/2401.00001',
    'arxiv:2401.00001',
  ],
  [
    'https://translate.google.com/translate?sl=en&tl=de&u=https://arxiv.org/abs/2401.00001',
    'arxiv:2401.00001',
  ],
  ['https://arxiv-org.translate.goog/abs/2401.00001?_x_tr_sl=en&_x_tr_tl=de', 'arxiv:2401.00001'],
  [
    'https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Farxiv.org%2Fabs%2F2401.00001&locale=en',
    'arxiv:2401.00001',
  ],
  [
    'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2farxiv.org%2fabs%2f2401.00001&c=E,1,x&typo=1',
    'arxiv:2401.00001',
  ],
  [
    'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Farxiv%2Eorg%2Fabs%2F2401%2E00001&urlhash=x',
    'arxiv:2401.00001',
  ],
  ['https://www.reddit.com/link?url=none', undefined],
])('%s names %s', (link, key) => {
  const ids = keysOf(idsFromLink(link), '').filter(isStrong);
  if (key === undefined) expect(ids).toEqual([]);
  else expect(ids).toContain(key);
});

test.each([
  [['https://www.biorxiv.org/content/10.1101/2024.01.02.574000v3'], 'v3'],
  [['https://osf.io/preprints/psyarxiv/ab3cd_v2'], 'v2'],
  [['https://elifesciences.org/reviewed-preprints/87654v2'], 'v2'],
  [['https://doi.org/10.36227/techrxiv.12345678.v3'], 'v3'],
  [['https://www.authorea.com/doi/full/10.22541/au.170000001.12345678/v2'], 'v2'],
  [['https://doi.org/10.12688/f1000research.12345.2'], 'v2'],
  [['https://f1000research.com/articles/12-345/v2'], 'v2'],
  [['https://www.researchsquare.com/article/rs-1234567/v4'], 'v4'],
  [['https://www.preprints.org/manuscript/202401.0123/v1'], 'v1'],
  [['arXiv:math/0601001v3'], 'v3'],
  [['https://arxiv.org/abs/2401.00001', 'https://arxiv.org/pdf/2401.00001v2'], 'v2'],
  [['https://arxiv.org/abs/2401.00001'], undefined],
])('%s is version %s', (texts, version) => {
  expect(versionIn(texts)).toBe(version);
});
