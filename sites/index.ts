import { aaai } from './aaai';
import { aclAnthology } from './acl-anthology';
import { acm } from './acm';
import { alphaxiv } from './alphaxiv';
import { arxiv } from './arxiv';
import { biorxiv } from './biorxiv';
import { cvf } from './cvf';
import { dblp } from './dblp';
import { ecva } from './ecva';
import { emergentmind } from './emergentmind';
import { github } from './github';
import { googleScholar } from './google-scholar';
import { hackerNews } from './hacker-news';
import { huggingFace } from './hugging-face';
import { ieee } from './ieee';
import { ijcai } from './ijcai';
import { inspire } from './inspire';
import { jmlr } from './jmlr';
import { isMatch } from './match';
import { nasaAds } from './nasa-ads';
import { nature } from './nature';
import { neurips } from './neurips';
import { openreview } from './openreview';
import { papersCool } from './papers-cool';
import { paperMatches } from './papers/pages';
import { pmlr } from './pmlr';
import { pubmed } from './pubmed';
import { reddit } from './reddit';
import { scholarInbox } from './scholar-inbox';
import { sciencedirect } from './sciencedirect';
import { scirate } from './scirate';
import { semanticScholar } from './semantic-scholar';
import type { Site } from './site';
import { springer } from './springer';
import { ssrn } from './ssrn';
import { virtualConference } from './virtual-conference';

/** Every site adapter. The digest detector is not among them: it runs only where a person asks. */
export const sites: readonly Site[] = [
  aaai,
  aclAnthology,
  acm,
  alphaxiv,
  arxiv,
  biorxiv,
  cvf,
  dblp,
  ecva,
  emergentmind,
  github,
  googleScholar,
  hackerNews,
  huggingFace,
  ieee,
  ijcai,
  inspire,
  jmlr,
  nasaAds,
  nature,
  neurips,
  openreview,
  papersCool,
  pmlr,
  pubmed,
  reddit,
  scholarInbox,
  sciencedirect,
  scirate,
  semanticScholar,
  springer,
  ssrn,
  virtualConference,
];

/** Match patterns of all adapters, and of papers' own pages, for the manifest. */
export const matches: string[] = [
  ...new Set([...sites.flatMap((site) => site.matches), ...paperMatches]),
];

/** The name that a person knows a site by; of one that no adapter has, its id. */
export const siteName = (id: string): string => sites.find((site) => site.id === id)?.name ?? id;

/** The adapter for an address, or `undefined` where none knows the page. */
export const siteFor = (url: URL): Site | undefined =>
  sites.find(
    (site) => site.matches.some((pattern) => isMatch(pattern, url)) && !site.excludes?.(url),
  );
