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
  aaai: [
    'https://ojs.aaai.org/index.php/AAAI/article/view/27001',
    'https://ojs.aaai.org/index.php/AAAI/about',
  ],
  acm: ['https://dl.acm.org/doi/10.1145/3292500.3330701', 'https://dl.acm.org/journals'],
  ecva: [
    'https://www.ecva.net/papers/eccv_2024/papers_ECCV/html/12_ECCV_2024_paper.php',
    'https://www.ecva.net/',
  ],
  emergentmind: [
    'https://www.emergentmind.com/papers/2601.00041',
    'https://www.emergentmind.com/pricing',
  ],
  github: [
    'https://github.com/kepano/defuddle/issues/56',
    'https://github.com/topics/awesome-list',
    'https://github.com/kepano/defuddle/pull/1',
    'https://github.com/kepano',
  ],
  ieee: [
    'https://ieeexplore.ieee.org/document/1000001/',
    'https://ieeexplore.ieee.org/Xplore/home.jsp',
  ],
  ijcai: [
    'https://www.ijcai.org/proceedings/2024/1',
    'https://www.ijcai.org/proceedings/2024/0001.pdf',
  ],
  inspire: ['https://inspirehep.net/literature/1000001', 'https://inspirehep.net/jobs'],
  jmlr: ['https://jmlr.org/papers/v21/20-001.html', 'https://jmlr.org/editorial-board.html'],
  'nasa-ads': [
    'https://ui.adsabs.harvard.edu/abs/2019ApJ...882L..12A/abstract',
    'https://ui.adsabs.harvard.edu/user/settings',
  ],
  nature: [
    'https://www.nature.com/articles/s41586-020-2448-9',
    'https://www.nature.com/nature/for-authors',
  ],
  neurips: [
    'https://papers.nips.cc/paper_files/paper/2023/hash/00000000000000000000000000000001-Abstract-Conference.html',
    'https://papers.nips.cc/',
  ],
  'papers-cool': [
    'https://papers.cool/arxiv/2406.14598',
    'https://papers.cool/venue/aB3dE5fG7h@OpenReview',
  ],
  pmlr: ['https://proceedings.mlr.press/v97/abels19a.html', 'https://proceedings.mlr.press/'],
  reddit: [
    'https://www.reddit.com/r/MachineLearning/comments/1/soup/',
    'https://www.reddit.com/r/MachineLearning/wiki/index',
    'https://www.reddit.com/',
  ],
  'scholar-inbox': ['https://www.scholar-inbox.com/about', 'https://www.scholar-inbox.com/login'],
  sciencedirect: [
    'https://www.sciencedirect.com/science/article/pii/S0921818199000594',
    'https://www.sciencedirect.com/browse/journals-and-books',
  ],
  scirate: ['https://scirate.com/arxiv/2406.14598', 'https://scirate.com/about'],
  springer: [
    'https://link.springer.com/article/10.1007/s00001-024-00001-1',
    'https://link.springer.com/journal/1',
  ],
  ssrn: [
    'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4000001',
    'https://papers.ssrn.com/sol3/DisplayJournalBrowse.cfm',
  ],
  'virtual-conference': [
    'https://iclr.cc/virtual/2024/poster/19001',
    'https://iclr.cc/Conferences/2024',
    'https://neurips.cc/virtual/2024/index.html',
  ],
};
