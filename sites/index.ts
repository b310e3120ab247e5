import { aclAnthology } from './acl-anthology';
import { alphaxiv } from './alphaxiv';
import { arxiv } from './arxiv';
import { biorxiv } from './biorxiv';
import { cvf } from './cvf';
import { dblp } from './dblp';
import { googleScholar } from './google-scholar';
import { hackerNews } from './hacker-news';
import { huggingFace } from './hugging-face';
import { openreview } from './openreview';
import { pubmed } from './pubmed';
import { semanticScholar } from './semantic-scholar';
import { isMatch } from './match';
import type { Site } from './site';

/** Every site adapter. The digest detector is not among them: it runs only where a person asks. */
export const sites: readonly Site[] = [
  aclAnthology,
  alphaxiv,
  arxiv,
  biorxiv,
  cvf,
  dblp,
  googleScholar,
  hackerNews,
  huggingFace,
  openreview,
  pubmed,
  semanticScholar,
];

/** Match patterns of all adapters, for the manifest. */
export const matches: string[] = [...new Set(sites.flatMap((site) => site.matches))];

/** The adapter for an address, or `undefined` where none knows the page. */
export const siteFor = (url: URL): Site | undefined =>
  sites.find(
    (site) => site.matches.some((pattern) => isMatch(pattern, url)) && !site.excludes?.(url),
  );
