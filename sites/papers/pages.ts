import { isMatch } from '@/sites/match';
import type { Site } from '@/sites/site';
import { readPaper } from './read';

/** Where papers of one site have pages of their own. */
interface PaperPages {
  /** The id of the site's adapter, where it has one. */
  id: string;
  name: string;
  /** Match patterns, as narrow as the paths of the articles allow. */
  matches: readonly string[];
  /** What the path of an article is, where a pattern cannot say it. */
  path?: RegExp;
  /** The places of title and abstract, where known; else the page's own metadata finds them. */
  title?: string;
  abstract?: string;
}

const on = (hosts: readonly string[], paths: readonly string[]): string[] =>
  hosts.flatMap((host) => paths.map((path) => `https://${host}${path}`));

const ARXIV = ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'];
const BIORXIV = ['www.biorxiv.org', 'www.medrxiv.org'];

const PAGES: readonly PaperPages[] = [
  {
    id: 'arxiv',
    name: 'arXiv',
    matches: ARXIV.map((host) => `*://${host}/abs/*`),
    title: 'h1.title',
    abstract: 'blockquote.abstract',
  },
  {
    id: 'hugging-face',
    name: 'Hugging Face',
    matches: ['https://huggingface.co/papers/*'],
    path: /^\/papers\/\d{4}\.\d{4,5}(?:v\d+)?\/?$/,
  },
  {
    id: 'openreview',
    name: 'OpenReview',
    matches: ['https://openreview.net/forum?*'],
    path: /^\/forum\/?$/,
    title: '.forum-title h2, .note_content_title a, .note_content_title',
  },
  {
    id: 'acl-anthology',
    name: 'ACL Anthology',
    matches: ['https://aclanthology.org/*-*'],
    path: /^\/(?:\d{4}\.[\w-]+\.\d+|[A-Z]\d{2}-\d{4,5})\/?$/,
    title: '#title',
    abstract: '.acl-abstract span',
  },
  {
    id: 'biorxiv',
    name: 'bioRxiv',
    matches: on(BIORXIV, ['/content/10.*', '/content/early/*']),
    path: /^\/content\/(?:10\.\d+\/[\w.]+?v\d+|early\/\d{4}\/\d\d\/\d\d\/[\w.]+?)(?:\.full|\.abstract|\.full-text)?\/?$/,
    title: '#page-title',
  },
  {
    id: 'pubmed',
    name: 'PubMed',
    matches: ['https://pubmed.ncbi.nlm.nih.gov/*'],
    path: /^\/\d+\/?$/,
    title: 'h1.heading-title',
    abstract: '#abstract .abstract-content',
  },
  {
    id: 'alphaxiv',
    name: 'alphaXiv',
    matches: on(['www.alphaxiv.org', 'alphaxiv.org'], ['/abs/*', '/overview/*']),
    path: /^\/(?:abs|overview)\/\d{4}\.\d{4,5}(?:v\d+)?\/?$/,
  },
  {
    id: 'semantic-scholar',
    name: 'Semantic Scholar',
    matches: ['https://www.semanticscholar.org/paper/*'],
    path: /\/[0-9a-f]{40}\/?$/,
    title: '[data-test-id="paper-detail-title"]',
  },
  {
    id: 'pmlr',
    name: 'PMLR',
    matches: on(['proceedings.mlr.press'], ['/v*/*.html', '/r*/*.html']),
    abstract: '#abstract',
  },
  {
    id: 'cvf',
    name: 'CVF Open Access',
    matches: on(['openaccess.thecvf.com'], ['/content*/html/*.html']),
    title: '#papertitle',
    abstract: '#abstract',
  },
  {
    id: 'neurips',
    name: 'NeurIPS Proceedings',
    matches: on(
      ['proceedings.neurips.cc', 'papers.nips.cc', 'papers.neurips.cc'],
      ['/paper/*/hash/*.html', '/paper_files/paper/*/hash/*.html'],
    ),
  },
  {
    id: 'jmlr',
    name: 'JMLR',
    matches: on(['jmlr.org', 'www.jmlr.org'], ['/papers/v*/*.html']),
    path: /^\/papers\/v\d+\/[\w-]+\.html$/,
  },
  {
    id: 'nature',
    name: 'Nature',
    matches: on(['www.nature.com'], ['/articles/*']),
    path: /^\/articles\/[\w.-]+$/,
  },
  {
    id: 'springer',
    name: 'Springer',
    matches: on(['link.springer.com'], ['/article/10.*', '/chapter/10.*']),
  },
  {
    id: 'acm',
    name: 'ACM Digital Library',
    matches: on(['dl.acm.org'], ['/doi/10.*', '/doi/abs/10.*', '/doi/full/10.*']),
  },
  {
    id: 'ieee',
    name: 'IEEE Xplore',
    matches: [
      'https://ieeexplore.ieee.org/document/*',
      'https://ieeexplore.ieee.org/abstract/document/*',
    ],
  },
  {
    id: 'sciencedirect',
    name: 'ScienceDirect',
    matches: on(
      ['www.sciencedirect.com'],
      ['/science/article/pii/*', '/science/article/abs/pii/*'],
    ),
  },
];

/** Match patterns of all pages of single papers, for the manifest. */
export const paperMatches: string[] = [...new Set(PAGES.flatMap(({ matches }) => matches))];

/**
 * What reads the page of a single paper at an address: a list of one entry, so that the paper has the same
 * mark, note, tags and highlights as where it is listed. `undefined` for other addresses.
 */
export function paperPageFor(url: URL): Site | undefined {
  const found = PAGES.find(
    ({ matches, path }) =>
      matches.some((pattern) => isMatch(pattern, url)) && (path?.test(url.pathname) ?? true),
  );
  if (!found) return undefined;
  const { id, name, matches, title, abstract } = found;
  return {
    id,
    name,
    matches,
    isPaper: true,
    entries: (page) => {
      const entry = readPaper(page, url, { title, abstract });
      return entry ? [entry] : [];
    },
  };
}
