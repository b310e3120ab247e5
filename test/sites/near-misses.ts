/** Addresses that look like a listing of a site and are none: at least two for each. */
export const NEAR_MISSES: Record<string, string[]> = {
  'acl-anthology': [
    'https://aclanthology.org/2021.naacl-main.208/',
    'https://aclanthology.org/faq/abstracts/',
    'https://aclanthology.org/',
  ],
  alphaxiv: [
    'https://www.alphaxiv.org/abs/2406.14598',
    'https://www.alphaxiv.org/overview/2406.14598',
    'https://www.alphaxiv.org/about',
  ],
  arxiv: [
    'https://arxiv.org/abs/2406.14598',
    'https://arxiv.org/search/advanced',
    'https://arxiv.org/listing/cs.CL/new',
    'https://info.arxiv.org/list/cs.CL/new',
    'https://arxiv.org.example.com/list/cs.CL/new',
  ],
  biorxiv: [
    'https://www.biorxiv.org/content/10.64898/2026.07.01.735904v1',
    'https://www.biorxiv.org/about-biorxiv',
    'https://www.medrxiv.org/content/early/2020/01/02/2020.01.01.20000001',
  ],
  cvf: [
    'https://openaccess.thecvf.com/menu',
    'https://openaccess.thecvf.com/content/CVPR2023/html/Some_Paper_CVPR_2023_paper.html',
    'https://openaccess.thecvf.com/',
  ],
  dblp: ['https://dblp.org/rec/conf/nips/VaswaniSPUJGKP17.html', 'https://dblp.org/faq/index.html'],
  'google-scholar': [
    'https://scholar.google.com/',
    'https://scholar.google.com/citations?view_op=view_citation&user=xyz&citation_for_view=xyz:1',
    'https://scholar.google.com/citations?view_op=metrics_intro&hl=en',
  ],
  'hacker-news': [
    'https://news.ycombinator.com/item?id=1',
    'https://news.ycombinator.com/user?id=pg',
    'https://news.ycombinator.com/newsguidelines.html',
  ],
  'hugging-face': [
    'https://huggingface.co/papers/2407.21783',
    'https://huggingface.co/models',
    'https://huggingface.co/papers/2407.21783/upvoters',
    'https://huggingface.co/blog/papers',
  ],
  openreview: [
    'https://openreview.net/forum?id=aB3dE5fG7h',
    'https://openreview.net/pdf?id=aB3dE5fG7h',
    'https://openreview.net/about',
  ],
  pubmed: [
    'https://pubmed.ncbi.nlm.nih.gov/31234567/',
    'https://pubmed.ncbi.nlm.nih.gov/',
    'https://pubmed.ncbi.nlm.nih.gov/help/',
    'https://pubmed.ncbi.nlm.nih.gov/advanced/',
  ],
  'semantic-scholar': [
    `https://www.semanticscholar.org/paper/A-Title/${'a'.repeat(40)}`,
    'https://www.semanticscholar.org/product/api',
    'https://www.semanticscholar.org/',
  ],
};
