import { idsOfKeys } from '@/domain/identity/published';
import type { PaperKey } from '@/domain/paper/paper';

type Addresses = Record<string, (id: string) => string>;

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
    if (id !== undefined) return address(id);
  }
  return undefined;
}

/** The address of a paper's own page, told by its ids; `undefined` where none tells it. */
export const ownPageOf = (keys: readonly PaperKey[]): string | undefined => firstOf(PAGES, keys);

/** The address of a paper's PDF, told by its ids; `undefined` where none tells it. */
export const pdfOf = (keys: readonly PaperKey[]): string | undefined => firstOf(PDFS, keys);
