import { doi } from '@/domain/identity/paper-key';
import { decodePath, id, type Read } from './readers';

/** ACM's addresses before 2019, whose number ends the DOI: `/citation.cfm?doid=3292500.3330701`. */
export const acmNumber: Read = (url) => {
  const number = url.pathname === '/citation.cfm' ? url.searchParams.get('doid') : null;
  return id(
    'doi',
    /^(?:10\.1145\/)?((?:\d{5,}\.)?\d{5,})$/.exec(number ?? '')?.[1]?.replace(/^/, '10.1145/'),
  );
};

/** An article of PeerJ, or of its journals with a name of their own: `/articles/4375`, `/articles/cs-103`. */
export const peerj: Read = (url) => {
  const [, journal = '', number] =
    /^\/articles\/(?:(cs|pchem|ochem|ichem|achem|matsci)-)?(\d+)(?:\.pdf)?\/?$/.exec(
      url.pathname,
    ) ?? [];
  return id('doi', number && `10.7717/peerj${journal && `-${journal}`}.${number}`);
};

/** Dagstuhl's files before 2023, named as the DOI ends but for its full stops: `LIPIcs-ICALP-2020-7.pdf`. */
export const dagstuhlFile: Read = (url) => {
  const [, series, volume, year, number] =
    /\/(LIPIcs|OASIcs)-([A-Za-z]+)-(\d{4})-(\d+)\.pdf$/.exec(decodePath(url)) ?? [];
  return id('doi', number && `10.4230/${series}.${volume}.${year}.${number}`);
};

/** Names of parameters that hold a DOI, whatever their host is. */
const DOI_PARAMETERS = ['doi', 'DOI', 'amp;doi'];
/** Addresses that lead to the paper: a review or a search has the DOI of one too. */
const LEADS_TO_PAPER =
  /scholar_lookup|getdoi|doi_?landing|\/(?:download|article|abstract|full_?text|view|content|landing)/i;

/**
 * What an OpenURL asks a library for (ANSI/NISO Z39.88): `rft_id=info:doi/10.1000/a`, `info:pmid/1`, in version 0.1 `id=doi:10.1000/a`;
 * and what publishers name `doi`, also where an ampersand was written as in HTML: `getdoi.cfm?doi=10.1037/a`.
 */
export const openUrl: Read = (url) => {
  const values = [...url.searchParams.getAll('rft_id'), ...url.searchParams.getAll('id')];
  const asked = values.find((value) => /^(?:info:doi\/|doi:)10\.\d{4,9}\//i.test(value));
  const pmid = values.map((value) => /^(?:info:)?pmid[/:](\d+)$/i.exec(value)?.[1]).find(Boolean);
  if (asked === undefined && pmid !== undefined) return { pmid };
  const isOfPaper = LEADS_TO_PAPER.test(url.pathname + url.search);
  const named = (isOfPaper ? DOI_PARAMETERS : [])
    .map((name) => url.searchParams.get(name))
    .find(
      (value) => value !== null && /^(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\//i.test(value),
    );
  return id('doi', doi(asked ?? named ?? ''));
};
