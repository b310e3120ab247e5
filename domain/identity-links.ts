import { arxivId, doi } from './paper-key';

type Read = (url: URL) => Record<string, string> | undefined;

const pathId =
  (scheme: string, pattern: RegExp): Read =>
  (url) => {
    const id = pattern.exec(decodePath(url))?.[1];
    return id ? { [scheme]: id } : undefined;
  };

const decodePath = (url: URL): string => {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return url.pathname;
  }
};

const arxivPath: Read = (url) => {
  const match =
    /\/(?:abs|pdf|html|ps|format|papers?|e-print|overview|resources|arxiv)\/(?:arxiv[:.])?((?:[a-z-]+(?:\.[a-z]{2})?\/)?[\d.]+(?:v\d+)?)/i.exec(
      decodePath(url),
    );
  const id = match?.[1] ? arxivId(match[1].replace(/\.$/, '')) : undefined;
  return id ? { arxiv: id } : undefined;
};

const anyDoi: Read = (url) => {
  const id = doi(
    decodePath(url)
      .replace(/\/(?:pdf|full|abstract|epdf|meta|html)\/?$/, '')
      .replace(/\.(?:full\.)?pdf$/, ''),
  );
  return id ? { doi: id } : undefined;
};

const openreview: Read = (url) => {
  const id = /^\/(?:forum|pdf|attachment|references\/pdf)\b/.test(url.pathname)
    ? url.searchParams.get('id')
    : null;
  return id ? { openreview: id } : undefined;
};

/** Hosts whose addresses name a paper. A name covers its subdomains; what a host's other pages are yields nothing. */
const HOSTS: Record<string, Read[]> = {
  'arxiv.org': [arxivPath],
  'alphaxiv.org': [arxivPath],
  'ar5iv.org': [arxivPath],
  'huggingface.co': [arxivPath],
  'papers.cool': [arxivPath],
  'scirate.com': [
    (url) => arxivPath(new URL(`https://arxiv.org/abs${url.pathname.replace(/^\/arxiv/, '')}`)),
  ],
  'emergentmind.com': [arxivPath],
  'doi.org': [anyDoi],
  'openreview.net': [openreview],
  'aclanthology.org': [
    pathId('acl', /^\/((?:\d{4}\.[\w-]+\.\d+)|(?:[A-Z]\d{2}-\d{4,5}))(?:v\d)?(?:\.pdf)?\/?$/i),
  ],
  'aclweb.org': [pathId('acl', /^\/anthology\/(?:papers\/\w\/\w\d+\/)?([A-Z]\d{2}-\d{4,5})/i)],
  'pubmed.ncbi.nlm.nih.gov': [pathId('pmid', /^\/(\d+)\/?/)],
  'pmc.ncbi.nlm.nih.gov': [pathId('pmcid', /\/articles\/PMC(\d+)/i)],
  'ncbi.nlm.nih.gov': [pathId('pmcid', /\/articles\/PMC(\d+)/i), pathId('pmid', /\/pubmed\/(\d+)/)],
  'semanticscholar.org': [pathId('s2', /\/paper\/(?:[^/]+\/)?([0-9a-f]{40})/i)],
  'dblp.org': [pathId('dblp', /^\/rec\/(?:html\/|bibtex\/)?([\w-]+\/[\w-]+\/[\w-]+)/)],
  'dblp.uni-trier.de': [pathId('dblp', /^\/rec\/(?:html\/|bibtex\/)?([\w-]+\/[\w-]+\/[\w-]+)/)],
  'proceedings.mlr.press': [pathId('pmlr', /^\/(v\d+\/[\w-]+?)(?:\.html|\/|\.pdf)/)],
  'openaccess.thecvf.com': [pathId('cvf', /\/(?:html|papers)\/(\w+_paper)\.(?:html|pdf)$/)],
  'hal.science': [pathId('hal', /\/([a-z]+-\d+)/)],
  'papers.ssrn.com': [
    (url) => {
      const id = url.searchParams.get('abstract_id');
      return id ? { ssrn: id } : undefined;
    },
  ],
  'ui.adsabs.harvard.edu': [pathId('ads', /^\/abs\/([^/]+)/)],
  'inspirehep.net': [pathId('inspire', /^\/literature\/(\d+)/)],
  'ieeexplore.ieee.org': [pathId('ieee', /^\/(?:abstract\/)?document\/(\d+)/)],
  'nature.com': [
    (url) => {
      const id = /^\/articles\/([\w.-]+?)(?:\.pdf)?$/.exec(url.pathname)?.[1];
      return id && /\d/.test(id) ? { doi: `10.1038/${id}` } : undefined;
    },
  ],
  'dl.acm.org': [anyDoi],
  'link.springer.com': [anyDoi],
  'biorxiv.org': [anyDoi],
  'medrxiv.org': [anyDoi],
  'onlinelibrary.wiley.com': [anyDoi],
  'tandfonline.com': [anyDoi],
  'science.org': [anyDoi],
  'pnas.org': [anyDoi],
  'journals.aps.org': [anyDoi],
  'iopscience.iop.org': [anyDoi],
  'academic.oup.com': [anyDoi],
  'pubs.acs.org': [anyDoi],
};

/** Addresses that only lead on: where the target stands in them. */
const REDIRECT = ['url', 'q', 'u', 'target', 'redirect'];

function readersOf(host: string): Read[] {
  for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    if (Object.hasOwn(HOSTS, name)) return HOSTS[name] ?? [];
  }
  return [];
}

/**
 * The identities that a link's absolute address names, by scheme; empty for any other link.
 * Redirects of mail and search pages (`…?url=TARGET`) are followed once, in the address alone.
 */
export function idsFromLink(href: string): Record<string, string> {
  const url = httpUrl(href);
  if (!url) return {};
  const direct = idsFromUrl(url);
  if (Object.keys(direct).length > 0) return direct;
  for (const name of REDIRECT) {
    const target = httpUrl(url.searchParams.get(name) ?? '');
    if (target) return idsFromUrl(target);
  }
  return {};
}

/** The page behind a redirecting link; the link itself when it does not redirect. */
export function linkTarget(href: string): string {
  const url = httpUrl(href);
  const target =
    url && /scholar_url|\/url$|redirect/.test(url.pathname)
      ? httpUrl(url.searchParams.get('url') ?? url.searchParams.get('q') ?? '')
      : undefined;
  return target?.href ?? href;
}

function idsFromUrl(url: URL): Record<string, string> {
  for (const read of readersOf(url.hostname.toLowerCase())) {
    const ids = read(url);
    if (ids) return ids;
  }
  return {};
}

/** An http(s) address, or `undefined` for anything else that a page may put into a link. */
export function httpUrl(href: string): URL | undefined {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  return new URL(href);
}

/** The identities that running text names: `arXiv:2406.14598`, `doi:10.1000/xyz`. */
export function idsFromText(text: string): Record<string, string> {
  const arxiv = /\barxiv:\s*((?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)/i.exec(
    text,
  )?.[1];
  const named = /\b(?:doi:?\s*|doi\.org\/)(10\.\d{4,9}\/[^\s"<>]+)/i.exec(text)?.[1];
  const arxivValue = arxiv && arxivId(arxiv);
  const doiValue = named && doi(named);
  return { ...(arxivValue ? { arxiv: arxivValue } : {}), ...(doiValue ? { doi: doiValue } : {}) };
}
