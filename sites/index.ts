import { arxiv } from './arxiv';
import { huggingFace } from './hugging-face';
import { isMatch } from './match';
import type { Site } from './site';

/** Every site adapter. The digest detector is not among them: it runs only where a person asks. */
export const sites: readonly Site[] = [arxiv, huggingFace];

/** Match patterns of all adapters, for the manifest. */
export const matches: string[] = [...new Set(sites.flatMap((site) => site.matches))];

/** The adapter for an address, or `undefined` where none knows the page. */
export const siteFor = (url: URL): Site | undefined =>
  sites.find(
    (site) => site.matches.some((pattern) => isMatch(pattern, url)) && !site.excludes?.(url),
  );
