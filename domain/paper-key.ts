import type { PaperKey } from './paper';
import { fold, stripTex } from './text';

/** Schemes from the strongest evidence of identity to the weakest; a title is the last resort. */
export const SCHEMES = [
  'arxiv',
  'doi',
  'openreview',
  'acl',
  'pmid',
  'pmcid',
  's2',
  'pmlr',
  'cvf',
  'dblp',
  'hal',
  'ssrn',
  'ads',
  'inspire',
  'ieee',
  'title',
] as const;
export type Scheme = (typeof SCHEMES)[number];

const RANK = new Map<string, number>(SCHEMES.map((scheme, rank) => [scheme, rank]));

/** New style `2406.14598` (4 or 5 digits, https://info.arxiv.org/help/arxiv_identifier.html), old style `cs/0112017`, `math.AG/0601001`. */
const ARXIV =
  /^(?:arxiv\s*:\s*)?(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?\/\d{7})(v\d+)?$/i;
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/i;

/** An arXiv id without its version, or `undefined`. The subject class of old ids (`math.AG/…`) is dropped: arXiv treats both as one. */
export function arxivId(text: string): string | undefined {
  const match = ARXIV.exec(text.trim());
  return match?.[1]?.toLowerCase().replace(/\.[a-z]{2}\//, '/');
}

/**
 * A DOI in lower case without resolver, prefix words and trailing punctuation, or `undefined`
 * (syntax: https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html; DOIs are case-insensitive).
 * bioRxiv's version suffixes (`10.1101/…v2`) are dropped.
 */
export function doi(text: string): string | undefined {
  const match = /10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]+/.exec(decode(text.trim()));
  if (!match) return undefined;
  let value = match[0]
    .toLowerCase()
    .replace(/[?#].*$/, '')
    .replace(/[.,;:'”’\]}>]+$/u, '');
  while (value.endsWith(')') && count(value, ')') > count(value, '('))
    value = value.slice(0, -1).replace(/[.,;:]+$/, '');
  if (/^10\.(?:1101|64898)\//.test(value))
    value = value
      .replace(/v\d+(?:\.(?:full|abstract|supplementary-material).*|\/.*)?$/, '')
      .replace(/\.(?:full|abstract)(?:\.pdf)?$/, '');
  return value;
}

const count = (text: string, character: string): number => text.split(character).length - 1;

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** A title reduced to its letters and digits, words apart by one space: what two listings of one paper share. */
export const normaliseTitle = (title: string): string =>
  fold(stripTex(title))
    .replace(/['’`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const titleKey = (title: string): PaperKey | undefined => {
  const normal = normaliseTitle(title).slice(0, 300);
  return normal ? `title:${normal}` : undefined;
};

/** Whether a title says enough to stand for its paper: four words, or eight characters of a script without spaces. */
export const isTellingTitle = (title: string): boolean => {
  const normal = title.startsWith('title:') ? title.slice('title:'.length) : normaliseTitle(title);
  return normal.split(' ').length >= 4 || (normal.match(CJK)?.length ?? 0) >= 8;
};

const normalisers: Partial<Record<string, (value: string) => string | undefined>> = {
  arxiv: arxivId,
  doi,
  pmid: (value) => /^\d{1,9}$/.exec(value.trim())?.[0],
  pmcid: (value) => /(?:PMC)?(\d{3,9})/i.exec(value.trim())?.[1],
  acl: (value) =>
    /^[\w.-]+$/
      .exec(value.trim())?.[0]
      ?.toLowerCase()
      .replace(/\.(?:pdf|bib)$/, ''),
  openreview: (value) => /^[\w-]{6,}$/.exec(value.trim())?.[0],
  s2: (value) => /^(?:[0-9a-f]{40}|\d{3,12})$/i.exec(value.trim())?.[0]?.toLowerCase(),
  hal: (value) => /^[a-z]+-\d+/i.exec(value.trim())?.[0]?.toLowerCase(),
};

/** The key of one identity, or `undefined` where the value is none of its scheme. */
export function paperKey(scheme: string, value: string): PaperKey | undefined {
  if (!RANK.has(scheme) || scheme === 'title') return undefined;
  const normalise = normalisers[scheme];
  const id = normalise ? normalise(value) : value.trim().replace(/\s+/g, '');
  return id && id.length <= 200 ? `${scheme}:${id}` : undefined;
}

/**
 * All keys that a paper's identities and title give, strongest first. A DOI that arXiv registered is the
 * arXiv key too. Falls back to the raw title when it has neither letters nor digits.
 */
export function keysOf(ids: Record<string, string>, title: string): PaperKey[] {
  const keys = new Set<PaperKey>();
  for (const [scheme, value] of Object.entries(ids)) {
    const key = paperKey(scheme, value);
    if (!key) continue;
    const registered = scheme === 'doi' ? ARXIV_DOI.exec(key.slice('doi:'.length))?.[1] : undefined;
    const arxiv = registered ? paperKey('arxiv', registered) : undefined;
    keys.add(arxiv ?? key);
  }
  const byTitle = titleKey(title);
  if (byTitle) keys.add(byTitle);
  return strongestFirst([...keys]);
}

export const keyScheme = (key: PaperKey): string => key.slice(0, Math.max(0, key.indexOf(':')));

const rank = (key: PaperKey): number => RANK.get(keyScheme(key)) ?? SCHEMES.length;

/** Order of keys: by the strength of their scheme, then by their text; the same on every machine. */
export const compareKeys = (a: PaperKey, b: PaperKey): number =>
  rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);

export const strongestFirst = (keys: readonly PaperKey[]): PaperKey[] =>
  [...new Set(keys)].toSorted(compareKeys);

/** Whether a key is more than a title. */
export const isStrong = (key: PaperKey): boolean => keyScheme(key) !== 'title';

/**
 * Whether two sets of keys may be one paper. A shared strong key says yes. A shared title says yes only when
 * it is telling and no scheme names two different papers (a preprint and its retitled twin, two "Introduction"s).
 */
export function mayJoin(a: readonly PaperKey[], b: readonly PaperKey[]): boolean {
  const other = new Set(b);
  const shared = a.filter((key) => other.has(key));
  if (shared.some(isStrong)) return true;
  if (!shared.some(isTellingTitle)) return false;
  return !a.some(
    (key) =>
      isStrong(key) && b.some((twin) => isStrong(twin) && keyScheme(twin) === keyScheme(key)),
  );
}
