import { arxivId, doi } from '@/domain/identity/paper-key';

/** What an address of one host says of a paper; `undefined` where it names none. */
export type Read = (url: URL) => Record<string, string> | undefined;

/** The decoded path of an address, or the path as written where it does not decode. */
export const decodePath = (url: URL): string => {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return url.pathname;
  }
};

/** An identity of one scheme, or nothing without a value. */
export const id = (
  scheme: string,
  value: string | null | undefined,
): Record<string, string> | undefined => (value ? { [scheme]: value } : undefined);

/** The first group of a pattern over the path; several patterns for several layouts of addresses. */
export const path =
  (scheme: string, ...patterns: RegExp[]): Read =>
  (url) => {
    const text = decodePath(url);
    return id(scheme, patterns.map((pattern) => pattern.exec(text)?.[1]).find(Boolean));
  };

/** The value of one parameter in the query of an address. */
export const query =
  (scheme: string, name: string): Read =>
  (url) =>
    id(scheme, url.searchParams.get(name));

const ARXIV_ID = /(?:arxiv[:.])?((?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)/.source;

/** arXiv's id behind one of the words that sites put before it. */
export const arxiv = (words: string): Read => {
  const pattern = new RegExp(`/(?:${words})/${ARXIV_ID}(?!\\w)`, 'i');
  return (url) => {
    const found = pattern.exec(decodePath(url))?.[1];
    return id('arxiv', found && arxivId(found));
  };
};

/** What publishers put after a DOI in a path. */
const AFTER_DOI =
  /(?:\/(?:full|fulltext(?:\.html)?|abstract|epdf|pdf|epub|doi|meta|metrics|html|references|citedby|figures|tables|tab-.*|asset\/.*|suppl_file\/.*))+\/?$/;
/** The session of a visitor, which servers wrote into addresses. */
const SESSION = /;jsessionid=.*$/i;
/** The journals that Silverchair hosts put an article's number after its DOI, and a piece of its title after that. */
const SILVERCHAIR = /(\/(?:advance-)?article[\w-]*\/doi\/10\.\d{4,9}\/.+)\/\d{5,9}(?:\/[^/]*)?$/;

/** A DOI anywhere in the path, without what publishers put after it. */
export const inPath: Read = (url) =>
  id(
    'doi',
    doi(
      decodePath(url)
        .replace(SESSION, '')
        .replace(AFTER_DOI, '')
        .replace(/\/$/, '')
        .replace(SILVERCHAIR, '$1')
        .replace(/(?:\.full)?\.pdf(?:\+html)?$|\.(?:full|short|abstract|epub)$/, ''),
    ),
  );

/** The forum or PDF of a paper on OpenReview: `/forum?id=…`. */
export const openreview: Read = (url) =>
  /^\/(?:forum|pdf|attachment|revisions)\/?$/.test(url.pathname)
    ? id('openreview', url.searchParams.get('id'))
    : undefined;

/** Ids of the journals that had the year in theirs until 2019, which addresses write without full stops: `onc2011282`. */
const OF_A_YEAR = /^(?!nature|ncomms|srep)([a-z]+)(20[01]\d)(\d{1,4})$/;

/** An article's file, or a page of a part of it, has the end of the DOI too: `/articles/s41586-020-2649-2.epdf`. */
const NATURE =
  /^\/articles\/([\w.-]*\d[\w.-]*?)(?:_reference)?(?:\.(?:e?pdf|ris|html?))?(?:\/(?:figures|tables|metrics|email)(?:\/.*)?)?\/?$/;

/** A Nature article, whose DOI ends in the last part of its path: `/articles/s41586-020-2649-2`. */
export const nature: Read = (url) => {
  const article = NATURE.exec(url.pathname)?.[1];
  return id('doi', article && `10.1038/${article.replace(OF_A_YEAR, '$1.$2.$3')}`);
};

/** A journal of Copernicus, whose volume, first page and year make the DOI: `acp.copernicus.org/articles/14/4349/2014/`. */
export const copernicus: Read = (url) => {
  const preprint = /^\/preprints\/(?:.*\/)?([a-z]+-\d{4}-\d+)(?:\/|\.pdf|$)/.exec(
    url.pathname,
  )?.[1];
  if (preprint) return id('doi', `10.5194/${preprint}`);
  const [, volume, page, year] =
    /^\/articles\/(\d+)\/(\d+)\/(\d{4})(?:\/|$)/.exec(url.pathname) ?? [];
  const [journal = ''] = url.hostname.split('.');
  return id('doi', year && `10.5194/${journal}-${volume}-${page}-${year}`);
};

/** Elsevier's number of an article, with or without its punctuation: `S0092-8674(20)30820-6`. */
export const pii: Read = (url) =>
  id(
    'pii',
    /(?:\/pii\/|\/(?:article|fulltext|pdf|abstract)s?\/(?:PII)?)([SB][\dX()-]{16,21}|[SB]\w{16,19}|\d{7}[\dX]{9}(?=\/|$))/i.exec(
      decodePath(url),
    )?.[1],
  );

/** An eLife article or reviewed preprint, whose number ends its DOI: `/articles/12345`. */
export const elife: Read = (url) => {
  const article = /^\/(?:articles|reviewed-preprints)\/(\d{5,6})/.exec(url.pathname)?.[1];
  return id('doi', article && `10.7554/elife.${article}`);
};

/** Prefixes of the preprint servers that the Open Science Framework hosts (https://osf.io/preprints/discover). */
const OSF: Readonly<Record<string, string>> = {
  osf: '31219',
  agrixiv: '31220',
  arabixiv: '31221',
  metaarxiv: '31222',
  eartharxiv: '31223',
  engrxiv: '31224',
  focusarchive: '31225',
  frenxiv: '31226',
  inarxiv: '31227',
  lawarxiv: '31228',
  lissa: '31229',
  marxiv: '31230',
  mindrxiv: '31231',
  nutrixiv: '31232',
  paleorxiv: '31233',
  psyarxiv: '31234',
  socarxiv: '31235',
  sportrxiv: '31236',
  thesiscommons: '31237',
  africarxiv: '31730',
  edarxiv: '35542',
  mediarxiv: '33767',
  biohackrxiv: '37044',
  bodoarxiv: '34055',
};

/** A preprint on the Open Science Framework: `/preprints/psyarxiv/abcde`, without the version. */
export const osf: Read = (url) => {
  const [, server = 'osf', work] =
    /^\/preprints\/(?:(\w+)\/)?([a-z0-9]{5,6}(?:_v\d+)?)(?:\/download)?\/?$/.exec(url.pathname) ??
    [];
  const prefix = Object.hasOwn(OSF, server) ? OSF[server] : undefined;
  return id('doi', work && prefix && `10.${prefix}/osf.io/${work.replace(/_v\d+$/, '')}`);
};

/** A server of the Open Science Framework at an address of its own: `psyarxiv.com/abcde`. */
export const osfServer =
  (name: string): Read =>
  (url) => {
    const work = /^\/(?:preprints\/)?([a-z0-9]{5,6})(?:_v\d+)?(?:\/download)?\/?$/.exec(
      url.pathname,
    )?.[1];
    return id('doi', work && `10.${OSF[name]}/osf.io/${work}`);
  };

/** A DOI that follows from the number in an address. */
export const numbered =
  (pattern: RegExp, prefix: string): Read =>
  (url) => {
    const number = pattern.exec(url.pathname)?.[1];
    return id('doi', number && `${prefix}${number.toLowerCase()}`);
  };

/** A DOI in one of an address's parameters: `article?id=10.1371/…`. */
export const doiIn =
  (...names: string[]): Read =>
  (url) =>
    id('doi', names.map((name) => doi(url.searchParams.get(name) ?? '')).find(Boolean));

/** `papers.nips.cc/paper_files/paper/2023/hash/HASH-Abstract.html` and the older `/paper/1234-some-title`. */
export const neurips: Read = (url) => {
  const match =
    /^\/(?:paper_files\/)?paper\/(?:(\d{4})\/(?:hash|file)\/([0-9a-f]{32})-|(\d{3,6})-)/.exec(
      url.pathname,
    );
  return id('neurips', match && (match[2] ? `${match[1]}/${match[2]}` : match[3]));
};

/** A paper in the proceedings of IJCAI, whose year and number make its DOI: `/proceedings/2024/123`. */
export const ijcai: Read = (url) => {
  const match = /^\/proceedings\/(\d{4})\/0*(\d+)(?:\.pdf)?\/?$/.exec(url.pathname);
  return id('doi', match && `10.24963/ijcai.${match[1]}/${match[2]}`);
};

/** `…/eccv_2024/papers_ECCV/html/123_ECCV_2024_paper.php` and `…/papers/00123.pdf`. */
export const ecva: Read = (url) => {
  const match = /\/(eccv_\d{4})\/papers_ECCV\/(?:html|papers)\/0*(\d+|\w+?_ECCV)(?:_|\.)/.exec(
    url.pathname,
  );
  return id('ecva', match && `${match[1]}/${match[2]}`);
};

/** A poster, oral or spotlight on the virtual site of a conference: `/virtual/2024/poster/12345`. */
export const virtual: Read = (url) => {
  const match = /^\/virtual\/(\d{4})\/(?:poster|oral|spotlight)\/(\d+)/.exec(url.pathname);
  return id('virtual', match && `${url.hostname.replace(/^www\./, '')}/${match[1]}/${match[2]}`);
};
