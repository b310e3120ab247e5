import { arxivId } from '@/domain/identity/paper-key';
import { mdpi } from './mdpi';
import { acmNumber, dagstuhlFile, openUrl, peerj } from './numbers';
import {
  arxiv,
  copernicus,
  decodePath,
  doiIn,
  ecva,
  elife,
  id,
  ijcai,
  inPath,
  nature,
  neurips,
  numbered,
  openreview,
  osf,
  osfServer,
  path,
  pii,
  query,
  virtual,
  type Read,
} from './readers';

const dblp = path(
  'dblp',
  /^\/rec\/(?:(?:html|bibtex|bib[012]?|xml|rdf|ris|nt|ttl)\/)?(\w+(?:\/[\w-]+)+)/,
);
const semanticScholar: Read[] = [
  path('s2', /^\/(?:reader|paper)\/(?:[^/]+\/)?([0-9a-f]{40})/i, /^\/CorpusID:(\d+)/i),
  arxiv('arxiv|paper'),
  (url) => id('arxiv', arxivId(/^\/arXiv:(.+)$/i.exec(decodePath(url))?.[1] ?? '')),
];
/** A search for one number leads to the paper that has it. */
const pmidAsked: Read = (url) =>
  id('pmid', /^\d{6,9}$/.exec(url.searchParams.get('term') ?? '')?.[0]);
/** ADS leads from a paper's own number on to others, which tell more: `/link_gateway/2020arXiv…/doi:10.1000/a`. */
const ads: Read[] = [
  arxiv('abs|abs/arxiv|link_gateway/arxiv|link_gateway/[^/]+'),
  (url) => (url.pathname.startsWith('/link_gateway/') ? inPath(url) : undefined),
  path('ads', /^\/(?:abs|full|link_gateway)\/(\d{4}[^/]+)/),
  // Its addresses of 2015 to 2019: `/#abs/2020ApJ...900....1D/abstract`.
  (url) => id('ads', /^#abs\/(\d{4}[^/]+)/.exec(url.hash)?.[1]),
];
const hal = path('hal', /^\/([a-z]+-\d+)/);
const acl = path(
  'acl',
  /^\/(?:papers\/\w\/\w\d+\/|papers\/|anthology\/)?((?:\d{4}\.[\w-]+?\.\d+)|(?:[A-Z]\d{2}-\d{4,5}))(?:v\d+)?(?:\.pdf|\.bib|\/[\w.-]+)?\/?$/i,
);
const aaai = path('aaai', /\/article\/(?:view|download)\/(\d+)/);
const pmcid = path('pmcid', /\/(?:articles\/(?:pmid\/)?|(?:abstract|article)\/PMC\/)PMC(\d+)/i);
/** Papers of the first years have the day in their address, and in their DOI only since December 2019. */
const earlyRxiv = numbered(
  /\/(?:early\/[\d/]+|cgi\/(?:content\/\w+|reprint))\/((?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})/,
  '10.1101/',
);

/** Readers of hosts whose addresses name a paper. A name covers its subdomains; other pages of the host yield nothing. */
const HOSTS: Readonly<Record<string, Read[]>> = {
  'arxiv.org': [arxiv('abs|pdf|html|ps|format|e-print|src|papers|papers/\\d{4}')],
  'xxx.lanl.gov': [arxiv('abs|pdf|ps')],
  'alphaxiv.org': [arxiv('abs|pdf|html|overview|resources')],
  'ar5iv.org': [arxiv('abs|html|papers')],
  'arxiv-vanity.com': [arxiv('papers')],
  'huggingface.co': [arxiv('papers')],
  'hf.co': [arxiv('papers')],
  'scirate.com': [arxiv('arxiv')],
  'papers.cool': [arxiv('arxiv'), path('openreview', /^\/venue\/([\w-]+)@OpenReview$/i)],
  'emergentmind.com': [arxiv('papers')],
  'takara.ai': [arxiv('p')],
  'doi.org': [inPath],
  'hdl.handle.net': [inPath],
  'openreview.net': [openreview],
  'aclanthology.org': [acl],
  'aclanthology.info': [acl],
  'aclanthology.coli.uni-saarland.de': [acl],
  'aclweb.org': [
    path(
      'acl',
      /^\/anthology\/(?:(?:papers\/)?\w\/\w\d+\/)?((?:\d{4}\.[\w-]+?\.\d+)|(?:[A-Z]\d{2}-\d{4,5}))/i,
    ),
  ],
  'pubmed.ncbi.nlm.nih.gov': [path('pmid', /^\/(\d+)(?:\/|$)/), pmidAsked],
  'pmc.ncbi.nlm.nih.gov': [pmcid],
  'ncbi.nlm.nih.gov': [pmcid, path('pmid', /^\/(?:m\/)?pubmed\/(\d+)/), pmidAsked],
  'europepmc.org': [pmcid, path('pmid', /\/(?:abstract|article)\/med\/(\d+)/i)],
  'semanticscholar.org': semanticScholar,
  'dblp.org': [dblp],
  'dblp.uni-trier.de': [dblp],
  'dblp.dagstuhl.de': [dblp],
  'proceedings.mlr.press': [
    path('pmlr', /^\/(v\d+\/[\w-]+)\.html$/, /^\/(v\d+\/[\w-]+)\/[\w-]+\.pdf$/),
  ],
  'nips.cc': [neurips, virtual],
  'neurips.cc': [neurips, virtual],
  'iclr.cc': [virtual],
  'icml.cc': [virtual],
  'mlsys.org': [virtual],
  'cvpr.thecvf.com': [virtual],
  'iccv.thecvf.com': [virtual],
  'eccv.ecva.net': [virtual],
  'jmlr.org': [path('jmlr', /^\/(?:papers\/)?(?:volume|v)(\d+\/[\w-]+?)(?:\.html|\/[\w-]+\.pdf)$/)],
  'openaccess.thecvf.com': [
    path('cvf', /\/(?:html|papers)\/(?:.*\/)?([^/]+_paper)\.(?:html|pdf)$/),
  ],
  'ecva.net': [ecva],
  'ijcai.org': [ijcai],
  'aaai.org': [aaai],
  'ia.cr': [path('iacr', /^\/(\d{4}\/\d{3,5})(?:\.pdf)?\/?$/)],
  'eprint.iacr.org': [path('iacr', /^\/(?:archive\/)?(\d{4}\/\d{3,5})(?:\.pdf)?(?:\/|$)/)],
  'quantum-journal.org': [numbered(/^\/papers\/(q-\d{4}-\d\d-\d\d-\d+)/, '10.22331/')],
  'scipost.org': [numbered(/^\/(?:submissions\/)?(SciPost[A-Za-z]*\.\d[\w.]*)/, '10.21468/')],
  'jstor.org': [numbered(/^\/stable\/(?:pdf\/)?(\d+)(?![\d.])/, '10.2307/'), inPath],
  'hal.science': [hal],
  'archives-ouvertes.fr': [hal],
  'ssrn.com': [
    query('ssrn', 'abstract_id'),
    query('ssrn', 'abstractId'),
    query('ssrn', 'abstractid'),
    path('ssrn', /^\/abstract=(\d+)/),
  ],
  'adsabs.harvard.edu': ads,
  'scixplorer.org': ads,
  'inspirehep.net': [
    path('inspire', /^\/(?:api\/)?(?:literature|record)\/(\d+)/),
    arxiv('api/(?:arxiv|eprint)'),
    inPath,
  ],
  'ieeexplore.ieee.org': [
    path('ieee', /\/(?:abstract\/)?document\/(\d+)/),
    query('ieee', 'arnumber'),
    path('ieee', /^\/(?:ielx?\d+|iel\d+)\/[^]*\/0*(\d{5,})\.pdf$/),
  ],
  'sciencedirect.com': [pii],
  'cell.com': [pii, query('pii', 'pii')],
  'thelancet.com': [pii, query('pii', 'pii')],
  'elsevier.com': [pii],
  'elifesciences.org': [elife, inPath],
  'projecteuclid.org': [inPath],
  'osf.io': [osf, inPath],
  'psyarxiv.com': [osfServer('psyarxiv')],
  'socarxiv.org': [osfServer('socarxiv')],
  'researchsquare.com': [numbered(/^\/article\/(rs-\d+)/, '10.21203/rs.3.'), inPath],
  'preprints.org': [numbered(/^\/manuscript\/(\d{6}\.\d{4})/, '10.20944/preprints'), inPath],
  'zenodo.org': [numbered(/^\/records?\/(\d+)/, '10.5281/zenodo.'), inPath],
  // The file of a paper has the end of its DOI for a name.
  'drops.dagstuhl.de': [
    inPath,
    dagstuhlFile,
    numbered(/\/((?:LIPIcs|OASIcs|DagRep|DagMan|TGDK|LITES)\.[\w.-]+?)\.pdf$/i, '10.4230/'),
  ],
  'techrxiv.org': [inPath],
  'authorea.com': [inPath],
  'essopenarchive.org': [inPath],
  'f1000research.com': [inPath],
  'journals.plos.org': [doiIn('id'), inPath],
  'nature.com': [nature],
  'dl.acm.org': [inPath, acmNumber],
  'link.springer.com': [inPath],
  'peerj.com': [peerj, numbered(/^\/preprints\/(\d+)/, '10.7287/peerj.preprints.'), inPath],
  'qeios.com': [numbered(/^\/read\/([A-Z0-9]{6})(?:[./]|$)/i, '10.32388/'), inPath],
  'sciety.org': [inPath],
  'scite.ai': [inPath],
  'api.crossref.org': [inPath],
  'libkey.io': [inPath],
  'biorxiv.org': [inPath, earlyRxiv],
  'medrxiv.org': [inPath, earlyRxiv],
  // An author's free link has the DOI in a parameter.
  'onlinelibrary.wiley.com': [inPath, doiIn('target')],
  'tandfonline.com': [inPath, doiIn('target')],
  'journals.sagepub.com': [inPath],
  'science.org': [inPath],
  'pnas.org': [inPath],
  'journals.aps.org': [inPath],
  'aps.org': [inPath],
  'iopscience.iop.org': [inPath],
  'academic.oup.com': [inPath],
  'pubs.acs.org': [doiIn('doi'), inPath],
  'pubs.aip.org': [inPath],
  'frontiersin.org': [inPath],
  'annualreviews.org': [inPath],
  'chemrxiv.org': [inPath],
  'royalsocietypublishing.org': [inPath],
  'biomedcentral.com': [inPath],
  'springeropen.com': [inPath],
  'microbiologyresearch.org': [inPath],
  'thieme-connect.com': [inPath],
  'thieme-connect.de': [inPath],
  'aeaweb.org': [doiIn('id'), inPath],
  'copernicus.org': [copernicus],
  'mdpi.com': [mdpi],
  'hindawi.com': [
    numbered(/^\/journals\/[\w.]+\/(20[012]\d\/\d{6,7})(?:\/|$)/, '10.1155/'),
    inPath,
  ],
  'nber.org': [
    numbered(
      /^\/(?:papers|system\/files\/working_papers\/w\d+)\/(w\d{4,6})(?:\.pdf)?\/?$/,
      '10.3386/',
    ),
  ],
  'bmj.com': [numbered(/^\/content\/\d+\/(bmj[.-][\w.-]*\d)/, '10.1136/'), inPath],
  'pubs.rsc.org': [
    numbered(
      /\/content\/article(?:landing|html|pdf)\/\d{4}\/\w+\/([a-d]\d[a-z]{2}\d{5}[a-z\d])$/i,
      '10.1039/',
    ),
  ],
  'journals.ametsoc.org': [numbered(/\/([a-z]+-d-\d\d-\d{4}\.\d)\.xml$/, '10.1175/'), inPath],
  'preprints.scielo.org': [numbered(/\/preprint\/view\/(\d+)/, '10.1590/scielopreprints.')],
};

/** The readers of a host's addresses, or of its parent domain's; none for unknown hosts. */
export function readersOf(host: string): readonly Read[] {
  for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const readers = Object.hasOwn(HOSTS, name) ? HOSTS[name] : undefined;
    if (readers) return readers;
  }
  return [];
}

/** Publishers with unknown hosts write a DOI after this word, or at the end of an article's address. */
const BEHIND_DOI =
  /\/doi\/(?:[a-z]+\/){0,2}10\.\d{4,9}\/|\/(?:articles?|abstract|fulltext)\/10\.\d{4,9}\/[^/]+\/?$/i;
/** A resolver of DOIs, by a publisher or anybody: its name says so, or its path is one. */
const IS_RESOLVER = /^(?:dx\.)?doi\.|^dx\./i;
const IS_DOI = /^\/(?:doi:|ark:)?10\.\d{4,9}\//i;
/** Elsevier's journals have many hosts, and one way to write the number of an article. */
const OF_ELSEVIER = /\/article\/S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX]\//i;

/** HAL's portals are its institutions' own: `hal.inria.fr/hal-01234567`. */
const OF_HAL = /^hal[.-].*\.[a-z]+$/i;

/** The identities that an address itself names, by scheme. */
export function idsOfUrl(url: URL): Record<string, string> {
  const readers = readersOf(url.hostname.toLowerCase());
  for (const read of readers) {
    const ids = read(url);
    if (ids) return ids;
  }
  if (readers.length > 0) return {};
  const text = decodePath(url);
  if (OF_ELSEVIER.test(text)) return pii(url) ?? {};
  if (OF_HAL.test(url.hostname)) return hal(url) ?? {};
  const isNamed = IS_DOI.test(text) || IS_RESOLVER.test(url.hostname) || BEHIND_DOI.test(text);
  return (isNamed ? inPath(url) : undefined) ?? openUrl(url) ?? {};
}
