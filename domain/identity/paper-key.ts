import { familyName } from './authors';
import type { PaperKey } from '@/domain/paper/paper';
import { collapse, fold, stripTex, texSigns } from '@/domain/text';
import { workOfDoi } from './versions';
import { arxivId } from './arxiv-id';

export { arxivId } from './arxiv-id';

/** The shape of a paper's key: a scheme, a colon, and a value. */
export const PAPER_KEY = /^[a-z0-9]+:./;

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
  'neurips',
  'jmlr',
  'cvf',
  'ecva',
  'aaai',
  'dblp',
  'hal',
  'iacr',
  'ssrn',
  'ads',
  'inspire',
  'ieee',
  'pii',
  'virtual',
  'byline',
  'title',
] as const;
export type KeyScheme = (typeof SCHEMES)[number];

const RANK = new Map<string, number>(SCHEMES.map((scheme, rank) => [scheme, rank]));

/** DOIs in running text, within bounds that keep the search fast on any text; the SICI of old DOIs may hold `<` and `>` (`021<0599:TAOHTT>2.0.CO;2`). */
export const DOI_IN_TEXT =
  /10\.\d{4,9}(?:\.\d{1,9}){0,4}\/(?:\(sici\)[^\s"]{1,500}|(?:[^\s"<>]|<\d{1,6}:[^\s"<>]{1,30}>\d){1,500})/i;

/**
 * A DOI in lower case without resolver, prefix words and trailing punctuation, or `undefined`
 * (syntax: https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html; DOIs are case-insensitive).
 * Versions of preprints (`10.1101/…v2`) are dropped (`versions.ts` reads them).
 */
export function doi(text: string): string | undefined {
  const found = DOI_IN_TEXT.exec(decode(text.trim()))?.[0];
  if (!found) return undefined;
  let value = trimPunctuation(found.toLowerCase().replace(/[?#].*$/, ''));
  value = trimPunctuation(workOfDoi(value).doi);
  return /\/./.test(value) ? value : undefined;
}

const BRACKETS: readonly [open: string, close: string][] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
];

/** Without what a sentence puts after a DOI; a closing bracket stays where the DOI opened it. */
function trimPunctuation(doiText: string): string {
  let value = doiText;
  for (let before = ''; before !== value; ) {
    before = value;
    value = value.replace(/[.,;:'”’»…*\\]+$/u, '');
    for (const [open, close] of BRACKETS)
      if (value.endsWith(close) && count(value, close) > count(value, open))
        value = value.slice(0, -1);
  }
  return value;
}

const count = (text: string, character: string): number => text.split(character).length - 1;

/** The signs of a DOI that addresses and markup write otherwise. */
function decode(text: string): string {
  const plain = text.replace(/&(lt|gt|amp);/g, (_, name: 'lt' | 'gt' | 'amp') => REFERENCES[name]);
  if (!plain.includes('%')) return plain;
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

const REFERENCES = { lt: '<', gt: '>', amp: '&' } as const;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

const GREEK: ReadonlyMap<string, string> = new Map(
  `α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu
   ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega`
    .match(/\S+ \w+/g)
    ?.map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

/** A Greek letter by itself is a symbol, and TeX spells symbols out; Greek words are left. */
const spellSymbols = (text: string): string =>
  text.replace(
    /(?<!\p{Script=Greek})[α-ω](?!\p{Script=Greek})/gu,
    (letter) => GREEK.get(letter) ?? letter,
  );

/** A title reduced to its letters and digits, words apart by one space: what two listings of one paper share. */
export const normaliseTitle = (title: string): string =>
  spellSymbols(fold(stripTex(texSigns(title))))
    .replace(/['’‘`´ʼ]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The weakest key, for papers that nothing else names; `undefined` for a title without letters and digits. */
export const titleKey = (title: string): PaperKey | undefined => {
  const normal = normaliseTitle(title).slice(0, 300).trim();
  return normal ? `title:${normal}` : undefined;
};

/**
 * Whether a title, or a title key, says enough to stand for its paper: four words, or eight characters of
 * a script that sets no spaces.
 */
export const isTellingTitle = (title: string): boolean => {
  if (title.startsWith('byline:')) return true;
  const normal = title.startsWith('title:') ? title.slice('title:'.length) : normaliseTitle(title);
  return normal.split(' ').length >= 4 || (normal.match(CJK)?.length ?? 0) >= 8;
};

/**
 * The keys that identify their paper: a title that says too little ("Introduction") is left out, unless
 * there is nothing else.
 */
export const identifying = (keys: readonly PaperKey[]): PaperKey[] => {
  const telling = keys.filter((key) => isStrong(key) || isTellingTitle(key));
  return telling.length > 0 ? telling : [...keys];
};

/** Titles that one author may give to several papers. */
const FRONT_MATTER =
  /^(?:(?:guest )?editorial|preface|foreword|introduction|erratum|corrigendum|correction|reply|comment|response|abstracts?|contents|index|obituary|in memoriam|book review|letter)s?$/;

/**
 * The key of a title that says too little by itself, together with the family name of the first author:
 * `byline:deep sets / zaheer`. `undefined` where there is no author, for titles that say enough, and for those
 * that one author may use twice ("Preface").
 */
export function bylineKey(title: string, author: string | undefined): PaperKey | undefined {
  const normal = normaliseTitle(title);
  const name = author === undefined ? '' : familyName(author);
  if (normal === '' || name === '' || isTellingTitle(title) || FRONT_MATTER.test(normal))
    return undefined;
  return `byline:${normal} / ${name}`;
}

type Normalise = (value: string) => string | undefined;

/** The first group of a pattern over the trimmed value, in lower case. */
const pick =
  (pattern: RegExp): Normalise =>
  (value) =>
    pattern.exec(value.trim())?.[1]?.toLowerCase();

/** Ids whose case matters. */
const pickExact =
  (pattern: RegExp): Normalise =>
  (value) =>
    pattern.exec(value.trim())?.[1];

const normalisers: Record<string, Normalise> = {
  arxiv: arxivId,
  doi,
  openreview: pickExact(/^([\w-]{6,})$/),
  acl: pick(/^(\d{4}\.[\w-]+?\.\d+|[a-z]\d{2}-\d{4,5})(?:v\d+)?(?:\.(?:pdf|bib|xml))?\/?$/i),
  // Programs that take a column for numbers write `31942072.0`.
  pmid: pick(/^(?:(?:pmid|pub ?med(?: id)?):?\s*)?0*([1-9]\d{0,8})(?:\.0)?$/i),
  pmcid: pick(/^(?:PMC)?0*([1-9]\d{2,8})(?:\.\d+)?$/i),
  s2: pick(/^(?:corpusid:)?([0-9a-f]{40}|\d{3,12})$/i),
  pii: (value) =>
    /^(?:[SB][\dX]{16,17}|B[\dX]{19}|\d{7}[\dX]{9})$/i
      .exec(value.replace(/[\s()-]/g, ''))?.[0]
      .toUpperCase(),
  hal: pick(/^([a-z]+-\d+)(?:v\d+)?$/i),
  iacr: pick(/^(\d{4}\/\d{3,5})$/),
  // Its addresses of 2013 to 2020 name a format first, which is not of the id.
  dblp: pickExact(
    /^(?:(?:bib[012]?|rdf|ris|nt|ttl)\/)?(\w+(?:\/[\w-]+)+?)(?:\.(?:html|xml|bib))?$/,
  ),
};

const plain = pickExact(/^([^\s]+)$/);

/** The key of one identity, or `undefined` where the value is none of its scheme. */
export function paperKey(scheme: string, value: string): PaperKey | undefined {
  if (!RANK.has(scheme) || scheme === 'title' || scheme === 'byline') return undefined;
  const id = (normalisers[scheme] ?? plain)(value);
  return id && id.length <= 200 ? `${scheme}:${id}` : undefined;
}

/** Keys that hold another scheme's id, and what they are a copy of or stand for. */
const DERIVED: readonly [pattern: RegExp, scheme: string][] = [
  [/^doi:10\.48550\/arxiv\.(.+)$/, 'arxiv'],
  [/^doi:10\.18653\/v1\/(.+)$/, 'acl'],
  [/^doi:10\.2139\/ssrn\.(\d+)$/, 'ssrn'],
  // DOIs that are an article's number of Elsevier's
  [
    /^doi:10\.1016\/(\d{4}-\d{3}[\dx]\(\d\d\)\d{5}-[\dx]|s\d{4}-\d{3}[\dx]\(\d\d\)\d{5}-[\dx])$/,
    'pii',
  ],
  [/^doi:10\.1609\/\w+\.v\d+i\d+\.(\d+)$/, 'aaai'],
  [/^dblp:journals\/corr\/abs-(\d{4}-\d{4,5})$/, 'arxiv'],
  // Bibcodes: https://ui.adsabs.harvard.edu/help/actions/bibcode
  [/^ads:\d{4}arXiv(\d{4}\.?\d{4,5})[A-Z]$/, 'arxiv'],
];

/** The key itself, or several where it names an id of another scheme; the DOI and DBLP twins of an arXiv id are that id. */
function withDerived(key: PaperKey): PaperKey[] {
  for (const [pattern, scheme] of DERIVED) {
    const value = pattern.exec(key)?.[1];
    if (!value) continue;
    const isArxiv = scheme === 'arxiv';
    // dblp and ADS write the number of an arXiv id without its full stop.
    const id = isArxiv ? value.replace(/^(\d{4})-?(?=\d{4,5}$)/, '$1.') : value;
    const derived = paperKey(scheme, id);
    if (derived) return isArxiv ? [derived] : [derived, key];
  }
  return [key];
}

/** Identities together with those that they hold: arXiv's DOI names the arXiv id, the Anthology's DOI its own. */
export function withDerivedIds(ids: Readonly<Record<string, string>>): Record<string, string> {
  const all: Record<string, string> = { ...ids };
  for (const [scheme, value] of Object.entries(ids))
    for (const key of withDerived(paperKey(scheme, value) ?? ''))
      if (key) all[keyScheme(key)] ??= key.slice(key.indexOf(':') + 1);
  return all;
}

/**
 * All keys that a paper's identities and title give, strongest first: at least one. A DOI that arXiv
 * registered is the arXiv key, so that it never conflicts with the paper's own DOI.
 */
export function keysOf(ids: Readonly<Record<string, string>>, title: string): PaperKey[] {
  const keys = Object.entries(ids).flatMap(([scheme, value]) => {
    const key = paperKey(scheme, value);
    return key ? withDerived(key) : [];
  });
  const byTitle = titleKey(title);
  if (byTitle) keys.push(byTitle);
  // A title of signs alone (and no id) still is this paper and no other.
  return strongestFirst(keys.length > 0 ? keys : [`title:${collapse(title).slice(0, 300)}`]);
}

/** `arxiv` of `arxiv:2406.14598`. */
export const keyScheme = (key: PaperKey): string => key.slice(0, Math.max(0, key.indexOf(':')));

const rank = (key: PaperKey): number => RANK.get(keyScheme(key)) ?? SCHEMES.length;

/** Order of keys: by the strength of their scheme, then by their text; the same on every machine. */
export const compareKeys = (a: PaperKey, b: PaperKey): number =>
  rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);

/** The distinct keys, the most trustworthy identity first. */
export const strongestFirst = (keys: readonly PaperKey[]): PaperKey[] =>
  [...new Set(keys)].toSorted(compareKeys);

/** Whether a key is an identity that somebody gave, more than a title and who wrote it. */
export const isStrong = (key: PaperKey): boolean => !/^(?:title|byline):/.test(key);

/** What two keys must have in common to contradict each other; Semantic Scholar names one paper by a hash and by a number. */
const kind = (key: PaperKey): string =>
  keyScheme(key) === 's2' && key.length < 40 ? 's2 corpus' : keyScheme(key);

/**
 * Whether two sets of keys may be one paper. A shared strong key says yes. A shared title says yes only when
 * it is telling and no scheme names two different papers (a preprint and its retitled twin, two "Introduction"s).
 */
export function mayJoin(a: readonly PaperKey[], b: readonly PaperKey[]): boolean {
  const other = new Set(b);
  const shared = a.filter((key) => other.has(key));
  if (shared.some(isStrong)) return true;
  if (!shared.some(isTellingTitle)) return false;
  const kinds = new Set(a.filter(isStrong).map(kind));
  return !b.some((key) => isStrong(key) && kinds.has(kind(key)));
}
