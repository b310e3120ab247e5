import { idsOfKeys } from '@/domain/identity/published';
import type { PaperKey } from '@/domain/paper/paper';

type Addresses = Record<string, (id: string) => string | undefined>;

/** Where the Computer Vision Foundation has a paper, by the conference and year in its name; workshops have folders that it does not tell. */
function cvfPage(id: string): string | undefined {
  const [, conference = '', year = ''] = /_([A-Z]+[^W\W\d_])_(\d{4})_paper$/.exec(id) ?? [];
  if (conference === '') return undefined;
  const isSmall = Number(year) <= (conference === 'CVPR' ? 2018 : 2015);
  const folder =
    Number(year) > 2020
      ? `content/${conference}${year}`
      : `content_${isSmall ? conference.toLowerCase() : conference}_${year}`;
  return `https://openaccess.thecvf.com/${folder}/html/${id}.html`;
}

/** NeurIPS names a track in the addresses of its papers since 2022; numbers of years before 2020 tell no address. */
function neuripsPage(id: string): string | undefined {
  const [, year = '', hash] = /^(\d{4})\/([\da-f]{32})$/.exec(id) ?? [];
  const track = Number(year) >= 2022 ? '-Conference' : '';
  return (
    hash && `https://papers.nips.cc/paper_files/paper/${year}/hash/${hash}-Abstract${track}.html`
  );
}

/** The page of a paper by an id of a scheme, the one to prefer first. */
const PAGES: Addresses = {
  arxiv: (id) => `https://arxiv.org/abs/${id}`,
  doi: (id) => `https://doi.org/${id}`,
  openreview: (id) => `https://openreview.net/forum?id=${id}`,
  acl: (id) => `https://aclanthology.org/${id}/`,
  pmid: (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`,
  pmcid: (id) => `https://pmc.ncbi.nlm.nih.gov/articles/PMC${id}/`,
  s2: (id) =>
    /^\d+$/.test(id)
      ? `https://api.semanticscholar.org/CorpusID:${id}`
      : `https://www.semanticscholar.org/paper/${id}`,
  pmlr: (id) => `https://proceedings.mlr.press/${id}.html`,
  dblp: (id) => `https://dblp.org/rec/${id}`,
  hal: (id) => `https://hal.science/${id}`,
  iacr: (id) => `https://eprint.iacr.org/${id}`,
  ssrn: (id) => `https://ssrn.com/abstract=${id}`,
  ads: (id) => `https://ui.adsabs.harvard.edu/abs/${encodeURIComponent(id)}`,
  inspire: (id) => `https://inspirehep.net/literature/${id}`,
  ieee: (id) => `https://ieeexplore.ieee.org/document/${id}`,
  pii: (id) => `https://www.sciencedirect.com/science/article/pii/${id}`,
  neurips: neuripsPage,
  jmlr: (id) => `https://jmlr.org/papers/v${id}.html`,
  cvf: cvfPage,
  aaai: (id) => `https://ojs.aaai.org/index.php/AAAI/article/view/${id}`,
};

/** The PDF of a paper, at sites that have one under each id. */
const PDFS: Addresses = {
  arxiv: (id) => `https://arxiv.org/pdf/${id}`,
  acl: (id) => `https://aclanthology.org/${id}.pdf`,
  openreview: (id) => `https://openreview.net/pdf?id=${id}`,
};

function firstOf(addresses: Addresses, keys: readonly PaperKey[]): string | undefined {
  const ids = idsOfKeys(keys);
  for (const [scheme, address] of Object.entries(addresses)) {
    const id = ids[scheme];
    const found = id === undefined ? undefined : address(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The address of a paper's own page, told by its ids; `undefined` where none tells it. */
export const ownPageOf = (keys: readonly PaperKey[]): string | undefined => firstOf(PAGES, keys);

/** The address of a paper's PDF, told by its ids; `undefined` where none tells it. */
export const pdfOf = (keys: readonly PaperKey[]): string | undefined => firstOf(PDFS, keys);
