import { idsOfUrl } from './addresses/hosts';
import { httpUrl, mayLeadOn, unwrapped } from './addresses/wrapped';
import { arxivId, DOI_IN_TEXT, doi } from './paper-key';

const hasIds = (url: URL): boolean => {
  for (const _ in idsOfUrl(url)) return true;
  return false;
};

/**
 * The identities that a link's absolute address names, by scheme; empty for any other link. What only leads on
 * (redirects of mail and search, proxies of libraries) is followed, in the address alone.
 */
export function idsFromLink(href: string): Record<string, string> {
  const url = httpUrl(href);
  return url ? idsOfUrl(unwrapped(url, hasIds)) : {};
}

/** The address behind a link that only leads on (Google Scholar's alerts, Outlook's safe links, a library's proxy); the link itself where it does not. */
export function linkTarget(href: string): string {
  if (!mayLeadOn(href)) return href;
  const url = httpUrl(href);
  if (!url) return href;
  const target = unwrapped(url, hasIds);
  return target === url ? href : target.href;
}

const id = (scheme: string, value: string | undefined): Record<string, string> =>
  value ? { [scheme]: value } : {};

const ARXIV_TEXT =
  /\b(?:arxiv[\s:]*(?:e-?prints?|preprint|id)?[\s:,]*(?:arxiv\s*:\s*)?|(?:corr\s+)?abs\/)((?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)(?!\d)/i;
/** A DOI after its name or address, or by itself where nothing else runs into it. */
const DOI_TEXT = new RegExp(
  String.raw`(?:\bdoi[:\s/]*|doi\.org\/|(?<![\w./-]))(${DOI_IN_TEXT.source})`,
  'i',
);

/** An address in running text; that of an old DOI may hold `<` and `>`. */
const ADDRESS = /https?:\/\/(?:[^\s<>"]|<\d{1,6}:[^\s"<>]{1,30}>\d)+/gi;

/** The addresses in running text, with what follows them without a space. */
export const addressesIn = (text: string): string[] =>
  text.includes('://') ? (text.match(ADDRESS) ?? []) : [];

/** The identities that running text names: `arXiv:2406.14598v2 [cs.CL]`, `doi:10.1000/xyz`, `PMID: 123`, `PMC1234567`. */
export function idsFromText(text: string): Record<string, string> {
  const arxivText = ARXIV_TEXT.exec(text)?.[1];
  const doiText = DOI_TEXT.exec(text)?.[1];
  return {
    ...id('arxiv', arxivText && arxivId(arxivText)),
    ...id('doi', doiText && doi(doiText)),
    ...id('pmid', /\bPMID:?\s*(\d{1,9})\b|\b(\d{5,9})\[pmid\]/i.exec(text)?.slice(1).find(Boolean)),
    ...id('pmcid', /\bPMC(?:ID:?\s*(?:PMC)?)?\s*(\d{5,9})\b/i.exec(text)?.[1]),
    ...id(
      'iacr',
      /\b(?:cryptology|iacr) e-?print(?: archive)?[\s,:]*(?:paper|report)?\s*(\d{4}\/\d{3,5})\b/i.exec(
        text,
      )?.[1],
    ),
    ...id('hal', /\b(hal-\d{6,9})(?:v\d+)?\b/i.exec(text)?.[1]),
    ...id('s2', /\bCorpusID:\s*(\d{3,12})\b/i.exec(text)?.[1]),
  };
}

export { httpUrl } from './addresses/wrapped';
