import { arxivId, doi } from './paper-key';

/** What an address of one host says of a paper; `undefined` where it names none. */
type Read = (url: URL) => Record<string, string> | undefined;

const decodePath = (url: URL): string => {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return url.pathname;
  }
};

const id = (
  scheme: string,
  value: string | null | undefined,
): Record<string, string> | undefined => (value ? { [scheme]: value } : undefined);

/** The first group of a pattern over the path; several patterns for several layouts of addresses. */
const path =
  (scheme: string, ...patterns: RegExp[]): Read =>
  (url) => {
    const text = decodePath(url);
    return id(scheme, patterns.map((pattern) => pattern.exec(text)?.[1]).find(Boolean));
  };

const query =
  (scheme: string, name: string): Read =>
  (url) =>
    id(scheme, url.searchParams.get(name));

const ARXIV_ID = /(?:arxiv[:.])?((?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)/.source;

/** arXiv's id behind one of the words that sites put before it. */
const arxiv = (words: string): Read => {
  const pattern = new RegExp(`/(?:${words})/${ARXIV_ID}(?!\\w)`, 'i');
  return (url) => {
    const found = pattern.exec(decodePath(url))?.[1];
    return id('arxiv', found && arxivId(found));
  };
};

/** A DOI anywhere in the path, without what publishers put after it. */
const inPath: Read = (url) =>
  id(
    'doi',
    doi(
      decodePath(url)
        .replace(/\/(?:full|abstract|epdf|pdf|meta|html|references|citedby|figures|tab-.*)\/?$/, '')
        .replace(/(?:\.full)?\.pdf(?:\+html)?$/, ''),
    ),
  );

const openreview: Read = (url) =>
  /^\/(?:forum|pdf|attachment)\/?$/.test(url.pathname)
    ? id('openreview', url.searchParams.get('id'))
    : undefined;

const nature: Read = (url) => {
  const article = /^\/articles\/([\w.-]*\d[\w.-]*?)(?:\.pdf|_reference\.pdf)?\/?$/.exec(
    url.pathname,
  )?.[1];
  return id('doi', article && `10.1038/${article}`);
};

/** `papers.nips.cc/paper_files/paper/2023/hash/HASH-Abstract.html` and the older `/paper/1234-some-title`. */
const neurips: Read = (url) => {
  const match =
    /^\/(?:paper_files\/)?paper\/(?:(\d{4})\/(?:hash|file)\/([0-9a-f]{32})-|(\d{3,6})-)/.exec(
      url.pathname,
    );
  return id('neurips', match && (match[2] ? `${match[1]}/${match[2]}` : match[3]));
};

const ijcai: Read = (url) => {
  const match = /^\/proceedings\/(\d{4})\/0*(\d+)(?:\.pdf)?\/?$/.exec(url.pathname);
  return id('doi', match && `10.24963/ijcai.${match[1]}/${match[2]}`);
};

/** `…/eccv_2024/papers_ECCV/html/123_ECCV_2024_paper.php` and `…/papers/00123.pdf`. */
const ecva: Read = (url) => {
  const match = /\/(eccv_\d{4})\/papers_ECCV\/(?:html|papers)\/0*(\d+|\w+?_ECCV)(?:_|\.)/.exec(
    url.pathname,
  );
  return id('ecva', match && `${match[1]}/${match[2]}`);
};

const virtual: Read = (url) => {
  const match = /^\/virtual\/(\d{4})\/(?:poster|oral|spotlight)\/(\d+)/.exec(url.pathname);
  return id('virtual', match && `${url.hostname.replace(/^www\./, '')}/${match[1]}/${match[2]}`);
};

const dblp = path('dblp', /^\/rec\/(?:html\/|bibtex\/|xml\/)?(\w+(?:\/[\w-]+)+)/);
const semanticScholar: Read[] = [
  path('s2', /^\/(?:reader|paper)\/(?:[^/]+\/)?([0-9a-f]{40})/i, /^\/CorpusID:(\d+)/i),
  arxiv('arxiv|paper'),
  (url) => id('arxiv', arxivId(/^\/arXiv:(.+)$/i.exec(decodePath(url))?.[1] ?? '')),
];
const pmcid = path('pmcid', /\/articles\/(?:pmid\/)?PMC(\d+)/i);

/** Hosts whose addresses name a paper. A name covers its subdomains; other pages of the host yield nothing. */
const HOSTS: Record<string, Read[]> = {
  'arxiv.org': [arxiv('abs|pdf|html|ps|format|e-print|src|papers')],
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
  'openreview.net': [openreview],
  'aclanthology.org': [
    path(
      'acl',
      /^\/(?:papers\/\w\/\w\d+\/|anthology\/)?((?:\d{4}\.[\w-]+?\.\d+)|(?:[A-Z]\d{2}-\d{4,5}))(?:v\d+)?(?:\.pdf|\.bib)?\/?$/i,
    ),
  ],
  'aclweb.org': [
    path(
      'acl',
      /^\/anthology\/(?:(?:papers\/)?\w\/\w\d+\/)?((?:\d{4}\.[\w-]+?\.\d+)|(?:[A-Z]\d{2}-\d{4,5}))/i,
    ),
  ],
  'pubmed.ncbi.nlm.nih.gov': [path('pmid', /^\/(\d+)(?:\/|$)/)],
  'pmc.ncbi.nlm.nih.gov': [pmcid],
  'ncbi.nlm.nih.gov': [pmcid, path('pmid', /^\/(?:m\/)?pubmed\/(\d+)/)],
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
  'ojs.aaai.org': [path('aaai', /\/article\/(?:view|download)\/(\d+)/)],
  'hal.science': [path('hal', /^\/([a-z]+-\d+)/)],
  'archives-ouvertes.fr': [path('hal', /^\/([a-z]+-\d+)/)],
  'ssrn.com': [
    query('ssrn', 'abstract_id'),
    query('ssrn', 'abstractId'),
    path('ssrn', /^\/abstract=(\d+)/),
  ],
  'adsabs.harvard.edu': [
    arxiv('abs/arxiv|link_gateway/arxiv'),
    path('ads', /^\/abs\/(\d{4}[^/]+)/),
  ],
  'inspirehep.net': [path('inspire', /^\/(?:literature|record)\/(\d+)/)],
  'ieeexplore.ieee.org': [
    path('ieee', /\/(?:abstract\/)?document\/(\d+)/),
    query('ieee', 'arnumber'),
  ],
  'sciencedirect.com': [path('pii', /\/article\/(?:abs\/|am\/)?pii\/([SB]\w{15,17})/i)],
  'nature.com': [nature],
  'dl.acm.org': [inPath],
  'link.springer.com': [inPath],
  'biorxiv.org': [inPath],
  'medrxiv.org': [inPath],
  'onlinelibrary.wiley.com': [inPath],
  'tandfonline.com': [inPath],
  'journals.sagepub.com': [inPath],
  'science.org': [inPath],
  'pnas.org': [inPath],
  'journals.aps.org': [inPath],
  'aps.org': [inPath],
  'iopscience.iop.org': [inPath],
  'academic.oup.com': [inPath],
  'pubs.acs.org': [inPath],
  'pubs.aip.org': [inPath],
  'frontiersin.org': [inPath],
  'annualreviews.org': [inPath],
  'chemrxiv.org': [inPath],
  'royalsocietypublishing.org': [inPath],
  'zenodo.org': [
    inPath,
    (url) =>
      id('doi', /^\/records?\/(\d+)/.exec(url.pathname)?.[1]?.replace(/^/, '10.5281/zenodo.')),
  ],
  'journals.plos.org': [(url) => id('doi', doi(url.searchParams.get('id') ?? ''))],
};

function readersOf(host: string): Read[] {
  for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const readers = Object.hasOwn(HOSTS, name) ? HOSTS[name] : undefined;
    if (readers) return readers;
  }
  return [];
}

function idsFromUrl(url: URL): Record<string, string> {
  for (const read of readersOf(url.hostname.toLowerCase())) {
    const ids = read(url);
    if (ids) return ids;
  }
  return {};
}

/** Parameters that hold the target of an address which only leads on. */
const REDIRECT = ['url', 'q', 'u', 'target', 'redirect', 'qurl'];

/**
 * The identities that a link's absolute address names, by scheme; empty for any other link.
 * Redirects of mail, search and library proxy pages (`…?url=TARGET`) are followed once, in the address alone.
 */
export function idsFromLink(href: string): Record<string, string> {
  const url = httpUrl(href);
  if (!url) return {};
  const direct = idsFromUrl(url);
  if (Object.keys(direct).length > 0 || url.search === '') return direct;
  for (const name of REDIRECT) {
    const target = httpUrl(url.searchParams.get(name) ?? '');
    if (target) return idsFromUrl(target);
  }
  return {};
}

/** The address behind a redirecting link (Google Scholar alerts, Google's `/url`); the link itself when it does not redirect. */
export function linkTarget(href: string): string {
  if (!/scholar_url|\/url\?|redirect/.test(href)) return href;
  const url = httpUrl(href);
  if (!url) return href;
  const target = REDIRECT.map((name) => httpUrl(url.searchParams.get(name) ?? '')).find(Boolean);
  return target?.href ?? href;
}

/** An http(s) address, or `undefined` for anything else that a page may put into a link. */
export function httpUrl(href: string): URL | undefined {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  return new URL(href);
}

/** The identities that running text names: `arXiv:2406.14598`, `doi:10.1000/xyz`, `PMID: 123`. */
export function idsFromText(text: string): Record<string, string> {
  const arxivText = /\barxiv:\s*((?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)/i.exec(
    text,
  )?.[1];
  const doiText = /\b(?:doi:?\s*|doi\.org\/)(10\.\d{4,9}\/[^\s"<>]+)/i.exec(text)?.[1];
  return {
    ...id('arxiv', arxivText && arxivId(arxivText)),
    ...id('doi', doiText && doi(doiText)),
    ...id('pmid', /\bPMID:?\s*(\d{1,9})\b/.exec(text)?.[1]),
  };
}
