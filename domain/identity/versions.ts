/**
 * Where preprint servers write the version into a DOI: the work's own DOI is the part before it. Each pattern's second
 * group is the version, where it is a number.
 */
const VERSIONED: readonly [prefix: RegExp, version: RegExp][] = [
  // bioRxiv, medRxiv, openRxiv
  [/^10\.(?:1101|64898)\//, /(?<=\d)(?:v(\d+)(?:[./].*)?|\.(?:full|abstract)(?:\.pdf)?)$/],
  // Research Square, Authorea, ESS Open Archive (now Authorea's), protocols.io
  [/^10\.(?:21203|22541|17504|36227)\//, /\/v(\d+)$/],
  [/^10\.1002\/essoar\./, /(?<=essoar\.\d{5,})\.(\d+)$/],
  // Preprints.org, TechRxiv, figshare, and who else uses figshare's software
  [
    /^10\.(?:20944\/preprints|36227\/techrxiv|6084\/m9\.figshare|26434\/chemrxiv|25384\/|26180\/|17028\/|31124\/)/,
    /\.v(\d+)$/,
  ],
  // ChemRxiv, Cambridge Open Engage
  [/^10\.(?:26434|33774)\//, /-v(\d+)$/],
  // Servers of the Open Science Framework: PsyArXiv, SocArXiv, …
  [/^10\.\d+\/(?:osf\.io|[a-z]+)\/[a-z0-9]{5,6}/, /(?<=\/[a-z0-9]{5,6})_v(\d+)$/],
  // eLife's reviewed preprints
  [/^10\.7554\/elife\./, /(?<=elife\.\d{5,})\.([1-9]\d?)(?:\.sa\d+)?$/],
  // F1000Research and the platforms that it runs; `.v1` in its first years
  [/^10\.12688\//, /(?<=\/[a-z0-9]+\.\d[\d-]*)\.v?(\d+)$/],
  [/^10\.(?:3310|35241|21956)\/[a-z0-9]+\.\d+/, /(?<=\.\d{4,})\.(\d+)$/],
  // Qeios
  [/^10\.32388\/[a-z0-9]{6}/, /(?<=[a-z0-9]{6})\.(\d+)$/],
  // ScienceOpen Preprints, Beilstein Archives
  [/^10\.(?:14293\/|3762\/bxiv\.)/, /\.v(\d+)$/],
  // PeerJ Preprints
  [/^10\.7287\/peerj\.preprints\./, /v(\d+)$/],
  // arXiv, where the version was written into its DOI by hand
  [/^10\.48550\/arxiv\./, /(?<=\d)v(\d+)$/],
];

/** A DOI (in lower case) without the version that it names, and that version; all versions are one paper. */
export function workOfDoi(doi: string): { doi: string; version?: number } {
  for (const [prefix, version] of VERSIONED) {
    if (!prefix.test(doi)) continue;
    const found = version.exec(doi);
    if (!found) continue;
    const work = doi.slice(0, found.index);
    return found[1] === undefined ? { doi: work } : { doi: work, version: Number(found[1]) };
  }
  return { doi };
}

/** The version that an arXiv id names, however it is dressed: 2 of `arXiv:2401.00001v2 [cs.CL]`. */
function arxivVersion(text: string): number | undefined {
  const found = /(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})v(\d{1,3})(?!\d)/i.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** The version behind a number of HAL's or the Anthology's: `hal-01234567v2`, `P19-1001v2`. */
const NUMBERED =
  /(?<![\w-])(?:hal-\d{6,9}|[A-Z]\d{2}-\d{4,5}|\d{4}\.[a-z][\w-]*\.\d+)v(\d{1,3})(?!\w)/i;

/** The version that an id, an address or a printed line names; `undefined` where it names none. */
function versionOf(text: string): number | undefined {
  const ofArxiv = arxivVersion(text);
  if (ofArxiv !== undefined) return ofArxiv;
  const numbered = NUMBERED.exec(text)?.[1];
  if (numbered !== undefined) return Number(numbered);
  const doi = /10\.\d{4,9}\/[^\s"<>?#]+/.exec(text.toLowerCase())?.[0];
  if (doi)
    return workOfDoi(doi.replace(/[.,;)]+$/, '').replace(/\/(?:full|abstract|pdf)$/, '')).version;
  const ofPreprint =
    /\/(?:preprints\/\w+\/[a-z0-9]{5,6}_v|reviewed-preprints\/\d+v|article\/rs-\d+\/v|manuscript\/[\d.]+\/v|articles\/\d+-\d+\/v)(\d+)/i.exec(
      text,
    )?.[1];
  return ofPreprint === undefined ? undefined : Number(ofPreprint);
}

/** The version of a preprint that ids, addresses or printed lines name: `v2` of `2406.14598v2`; of several the latest. */
export function versionIn(texts: readonly string[]): string | undefined {
  const numbers = texts.flatMap((text) => versionOf(text) ?? []);
  return numbers.length > 0 ? `v${Math.max(...numbers)}` : undefined;
}
