import { expect, test } from 'vitest';
import { isStrong, keysOf } from '@/domain/identity/paper-key';
import { idsFromLink } from '@/domain/identity/identity-links';
import { versionIn } from '@/domain/identity/versions';

/** Addresses as they are met, and the key of the paper that they name. */
test.each([
  // Files and parts of an article
  [
    'https://www.nature.com/articles/s41586-020-0001-1.epdf?sharing_token=abc',
    'doi:10.1038/s41586-020-0001-1',
  ],
  ['https://www.nature.com/articles/s41586-020-0001-1.ris', 'doi:10.1038/s41586-020-0001-1'],
  ['https://www.nature.com/articles/s41586-020-0001-1/figures/1', 'doi:10.1038/s41586-020-0001-1'],
  ['https://www.nature.com/articles/s41586-020-0001-1/metrics', 'doi:10.1038/s41586-020-0001-1'],
  ['https://www.nature.com/articles/d41586-020-00001-1', 'doi:10.1038/d41586-020-00001-1'],
  [
    'https://link.springer.com/article/10.1007/s00101-020-00001-1/fulltext.html',
    'doi:10.1007/s00101-020-00001-1',
  ],
  [
    'https://link.springer.com/content/epub/10.1007/978-3-030-00001-8.epub',
    'doi:10.1007/978-3-030-00001-8',
  ],
  [
    'https://onlinelibrary.wiley.com/doi/10.1111/xyz.12345/abstract;jsessionid=ABC.f01t01',
    'doi:10.1111/xyz.12345',
  ],
  [
    'https://pubs.acs.org/doi/suppl/10.1021/acs.xyz.0c00001/suppl_file/xy0c00001_si_001.pdf',
    'doi:10.1021/acs.xyz.0c00001',
  ],
  [
    'https://f1000research.com/articles/10.12688/f1000research.12345.2/doi',
    'doi:10.12688/f1000research.12345',
  ],
  ['https://dblp.org/rec/bib/conf/nips/DoeB20', 'dblp:conf/nips/DoeB20'],
  ['https://dblp.org/rec/bib1/journals/abc/DoeB20', 'dblp:journals/abc/DoeB20'],
  ['https://dblp.org/rec/rdf/conf/nips/DoeB20', 'dblp:conf/nips/DoeB20'],
  ['https://dblp.org/rec/conf/nips/DoeB20.html', 'dblp:conf/nips/DoeB20'],
  // Further addresses of servers and portals
  ['https://ui.adsabs.harvard.edu/abs/arXiv:2001.00001', 'arxiv:2001.00001'],
  ['https://ui.adsabs.harvard.edu/#abs/2020ApJ...900....1D/abstract', 'ads:2020ApJ...900....1D'],
  ['https://adsabs.harvard.edu/full/2020ApJ...900....1D', 'ads:2020ApJ...900....1D'],
  ['https://hal.inria.fr/hal-01234567', 'hal:hal-01234567'],
  ['https://hal-ens.archives-ouvertes.fr/hal-01234567v2', 'hal:hal-01234567'],
  ['https://hal.univ-example.fr/tel-01234567/document', 'hal:tel-01234567'],
  ['https://hal.example.com/about', undefined],
  ['https://peerj.com/preprints/1234v2/', 'doi:10.7287/peerj.preprints.1234'],
  ['https://openreview.net/revisions?id=AbCdEf123', 'openreview:AbCdEf123'],
  [
    'https://www.tandfonline.com/eprint/ABC/full?target=10.1080/xyz.2020.1',
    'doi:10.1080/xyz.2020.1',
  ],
  ['https://onlinelibrary.wiley.com/share/ABC?target=10.1111/xyz.12346', 'doi:10.1111/xyz.12346'],
  ['https://osf.io/preprints/socarxiv/abcde/download', 'doi:10.31235/osf.io/abcde'],
  ['https://psyarxiv.com/abcde/download?format=pdf', 'doi:10.31234/osf.io/abcde'],
  [
    'http://biorxiv.org/cgi/content/short/2020.01.01.000001v1?rss=1',
    'doi:10.1101/2020.01.01.000001',
  ],
  ['http://biorxiv.org/cgi/reprint/123456v1', 'doi:10.1101/123456'],
  ['https://www.qeios.com/read/ABC123.2', 'doi:10.32388/abc123'],
  ['https://eprint.iacr.org/archive/2020/123/1580000000.pdf', 'iacr:2020/123'],
  [
    'https://sciety.org/articles/activity/10.1101/2020.01.01.000002',
    'doi:10.1101/2020.01.01.000002',
  ],
  ['https://scite.ai/reports/10.1000/abc.1', 'doi:10.1000/abc.1'],
  ['https://api.crossref.org/works/10.1000/abc.1', 'doi:10.1000/abc.1'],
  [
    'https://idp.nature.com/authorize?response_type=cookie&redirect_uri=https%3A%2F%2Fwww.nature.com%2Farticles%2Fs41586-020-0001-1',
    'doi:10.1038/s41586-020-0001-1',
  ],
  [
    'https://www.sciencedirect.com/user/chooseorg?targetURL=%2Fscience%2Farticle%2Fpii%2FS0092867420300011',
    'pii:S0092867420300011',
  ],
  ['https://resolver.example.edu/openurl?rft_id=info:pmid/31942072', 'pmid:31942072'],
  // Publishers and preprint servers
  ['https://ia.cr/2020/123', 'iacr:2020/123'],
  ['https://dl.acm.org/citation.cfm?doid=1234567.7654321', 'doi:10.1145/1234567.7654321'],
  ['https://dl.acm.org/citation.cfm?id=1234567', undefined],
  [
    'https://papers.ssrn.com/sol3/Delivery.cfm/SSRN_ID1_code2.pdf?abstractid=1234567&mirid=1',
    'ssrn:1234567',
  ],
  ['https://peerj.com/articles/cs-103/', 'doi:10.7717/peerj-cs.103'],
  ['https://peerj.com/articles/4375.pdf', 'doi:10.7717/peerj.4375'],
  ['https://peerj.com/articles/cs-103/reviews/', undefined],
  [
    'https://drops.dagstuhl.de/opus/volltexte/2020/12345/pdf/LIPIcs-ICALP-2020-7.pdf',
    'doi:10.4230/lipics.icalp.2020.7',
  ],
  ['https://libkey.io/10.1000/xyz125', 'doi:10.1000/xyz125'],
  [
    'https://resolver.example.edu/openurl?rft_id=info%3Adoi%2F10.1000%2Fxyz126',
    'doi:10.1000/xyz126',
  ],
  ['https://resolver.example.edu/sfx?sid=a&id=doi:10.1000/xyz127', 'doi:10.1000/xyz127'],
  ['https://scholar.google.com/scholar_lookup?title=a&doi=10.1000/xyz128', 'doi:10.1000/xyz128'],
  ['https://review.example.org/list?doi=10.1000/xyz129', undefined],
  // Resolvers of DOIs, and DOIs in parameters
  ['http://doi.acm.org/10.1145/1234567.7654321', 'doi:10.1145/1234567.7654321'],
  ['http://doi.ieeecomputersociety.org/10.1109/XYZ.2009.1', 'doi:10.1109/xyz.2009.1'],
  ['http://doi.wiley.com/10.1002/xyz.20383', 'doi:10.1002/xyz.20383'],
  ['http://doi.apa.org/getdoi.cfm?doi=10.1037/xyz1', 'doi:10.1037/xyz1'],
  ['http://psycnet.apa.org/?fa=main.doiLanding&amp;doi=10.1037/xyz2', 'doi:10.1037/xyz2'],
  ['https://journal.example.org/content/download.php?doi=10.1000/xyz130', 'doi:10.1000/xyz130'],
  ['https://dx.plos.org/10.1371/journal.xyz.1', 'doi:10.1371/journal.xyz.1'],
  ['https://n2t.net/doi:10.1000/xyz131', 'doi:10.1000/xyz131'],
  ['https://mirror.example.org/10.1000/xyz132', 'doi:10.1000/xyz132'],
  ['https://example.org/see/10.1000/xyz133/reviews', undefined],
  [
    'https://projecteuclid.org/journals/annals/volume-1/issue-2/Tides/10.1214/aos/1234567890.full',
    'doi:10.1214/aos/1234567890',
  ],
  // Older addresses of sites
  ['https://www.aaai.org/ojs/index.php/AAAI/article/view/1234', 'aaai:1234'],
  ['https://www.nber.org/system/files/working_papers/w12345/w12345.pdf', 'doi:10.3386/w12345'],
  ['https://ieeexplore.ieee.org/ielx7/1/2/09012345.pdf', 'ieee:9012345'],
  ['https://inspirehep.net/api/arxiv/2001.00001', 'arxiv:2001.00001'],
  ['https://inspirehep.net/api/literature/1234567', 'inspire:1234567'],
  [
    'https://ui.adsabs.harvard.edu/link_gateway/2020arXiv200100001A/arxiv:2001.00001',
    'arxiv:2001.00001',
  ],
  [
    'https://ui.adsabs.harvard.edu/link_gateway/2020ApJ...900....1S/doi:10.1000/xyz134',
    'doi:10.1000/xyz134',
  ],
  ['https://arxiv.org/ftp/arxiv/papers/2001/2001.00001.pdf', 'arxiv:2001.00001'],
  ['https://aclanthology.info/papers/P18-1001/p18-1001', 'acl:p18-1001'],
  ['https://aclanthology.coli.uni-saarland.de/papers/P18-1002/p18-1002', 'acl:p18-1002'],
  [
    'https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9hcnhpdi5vcmcvYWJzLzIwMDEuMDAwMDE&ntb=1',
    'arxiv:2001.00001',
  ],
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
  ['https://www.jstor.org/stable/10.1086/200001?seq=1', 'doi:10.1086/200001'],
  ['https://hdl.handle.net/10.1000/xyz124', 'doi:10.1000/xyz124'],
  ['https://www.mdpi.com/2072-4292/13/4/123', 'doi:10.3390/rs13040123'],
  ['https://www.mdpi.com/1424-8220/11/12/11251/htm', 'doi:10.3390/s111211251'],
  ['https://www.mdpi.com/1422-0067/3/11/1137', undefined],
  ['https://www.mdpi.com/0000-0001/3/11/1137', undefined],
  [
    'https://acp.copernicus.org/articles/14/4349/2014/acp-14-4349-2014.html',
    'doi:10.5194/acp-14-4349-2014',
  ],
  [
    'https://egusphere.copernicus.org/preprints/2023/egusphere-2023-123/',
    'doi:10.5194/egusphere-2023-123',
  ],
  ['https://www.nature.com/articles/onc2011123', 'doi:10.1038/onc.2011.123'],
  ['https://www.nature.com/articles/nature20121', 'doi:10.1038/nature20121'],
  [
    'https://www.emerald.com/insight/content/doi/10.1108/AB-01-2020-0001/full/html',
    'doi:10.1108/ab-01-2020-0001',
  ],
  [
    'https://academic.oup.com/ab/advance-article/doi/10.1093/ab/abaa001/5999001',
    'doi:10.1093/ab/abaa001',
  ],
  [
    'https://ashpublications.org/blood/article/doi/10.1182/blood.2019000001/474001/A-Made-Up-Title',
    'doi:10.1182/blood.2019000001',
  ],
  [
    'https://example.biomedcentral.com/articles/10.1186/s13000-015-0001-8',
    'doi:10.1186/s13000-015-0001-8',
  ],
  ['https://journal.example.org/articles/10.5334/ah.ab/', 'doi:10.5334/ah.ab'],
  ['https://journal.example.org/cites/10.5334/ah.ab/', undefined],
  ['https://www.ajournal.example/article/S0002-9343(12)00001-X/fulltext', 'pii:S000293431200001X'],
  [
    'https://www.sciencedirect.com/science/article/abs/pii/0022460X72900018',
    'pii:0022460X72900018',
  ],
  ['https://www.nber.org/papers/w12345', 'doi:10.3386/w12345'],
  ['https://www.bmj.com/content/350/bmj.h001', 'doi:10.1136/bmj.h001'],
  ['https://www.aeaweb.org/articles?id=10.1257/jep.28.4.1', 'doi:10.1257/jep.28.4.1'],
  ['https://pubs.rsc.org/en/content/articlelanding/2012/ee/c1ee00001f', 'doi:10.1039/c1ee00001f'],
  [
    'https://journals.ametsoc.org/view/journals/atsc/72/8/jas-d-14-0001.1.xml',
    'doi:10.1175/jas-d-14-0001.1',
  ],
  [
    'https://preprints.scielo.org/index.php/scielo/preprint/view/1234',
    'doi:10.1590/scielopreprints.1234',
  ],
  ['https://www.hindawi.com/journals/abc/2015/210001/', 'doi:10.1155/2015/210001'],
  ['https://www.ncbi.nlm.nih.gov/pubmed/?term=11100001', 'pmid:11100001'],
  ['https://www.ncbi.nlm.nih.gov/pubmed/?term=tides', undefined],
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
  [['https://hal.science/hal-01234567v3/document'], 'v3'],
  [['hal-01234567v2'], 'v2'],
  [['https://aclanthology.org/P19-1001v2.pdf'], 'v2'],
  [['https://doi.org/10.7554/eLife.12345.001'], undefined],
  [['https://doi.org/10.7554/eLife.12345.2'], 'v2'],
  [['arXiv:math/0601001v3'], 'v3'],
  [['https://arxiv.org/abs/2401.00001', 'https://arxiv.org/pdf/2401.00001v2'], 'v2'],
  [['https://arxiv.org/abs/2401.00001'], undefined],
])('%s is version %s', (texts, version) => {
  expect(versionIn(texts)).toBe(version);
});
