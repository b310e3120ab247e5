import { isSame } from '@/domain/same';

/**
 * What pages and files state of a paper beside its title, authors and abstract. `test/domain/export/no-place.ts` lists
 * the formats that have no place for one of them; a new fact does not compile until it is there.
 */
export const FACTS = [
  /** When it appeared, ISO 8601, as exact as it was stated: `2024`, `2024-06`, `2024-06-20`. */
  'published',
  /** Journal, conference or series, as it was stated. */
  'venue',
  'volume',
  'issue',
  'pages',
  /** The version of a preprint that was met: `v2`. */
  'version',
  /** Address of the paper's code. */
  'code',
  /** Address of its PDF. */
  'pdf',
] as const;
export type FactName = (typeof FACTS)[number];

/** Facts as an entry or a file states them. */
export type Stated = Partial<Record<FactName, string | undefined>>;

/** A fact, and who stated it: the id of a site's adapter, `digest`, or the id of a file format. */
export interface Fact {
  value: string;
  source: string;
}

export type Facts = Partial<Record<FactName, Fact | undefined>>;

/** Addresses of code repositories. */
export const CODE_HOST =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/[^/?#]+\/[^/?#]+/i;

/** Sources that say where and when a paper appeared by having published it, or by keeping records of that. */
const PUBLISHERS = new Set(
  (
    'aaai acl-anthology acm biorxiv cvf ecva ieee ijcai jmlr nature neurips pmlr sciencedirect springer ssrn ' +
    'dblp inspire nasa-ads pubmed virtual-conference papers crossref'
  ).split(' '),
);
/** Files: what a person collected. */
const FILES = new Set('bibtex ris csl csv papermemory w3c zotero nbib endnote wos'.split(' '));
/** Sites that state what they gathered elsewhere. */
const INDEXES = new Set('openreview semantic-scholar google-scholar'.split(' '));
/** Preprint lists: the date is that of the preprint, the venue what its authors wrote. */
const PREPRINTS = new Set(
  'arxiv alphaxiv emergentmind hugging-face papers-cool scirate'.split(' '),
);

/** How far a source is believed; more is better. */
function trust(source: string): number {
  if (PUBLISHERS.has(source)) return 4;
  if (FILES.has(source)) return 3;
  if (INDEXES.has(source)) return 2;
  return PREPRINTS.has(source) ? 1 : 0;
}

/** What decides between two values of a fact, the greater counts: a later version, the better source, the fuller value. */
const rankOf = (name: FactName, { value, source }: Fact): (number | string)[] => [
  name === 'version' ? Number(/\d+/.exec(value)?.[0] ?? 0) : 0,
  trust(source),
  value.length,
  value,
  source,
];

function isBetter(name: FactName, a: Fact, b: Fact): boolean {
  const other = rankOf(name, b);
  for (const [at, own] of rankOf(name, a).entries()) {
    const against = other[at] ?? 0;
    if (own !== against) return own > against;
  }
  return false;
}

/** Names of facts in one order; those that a newer version wrote come last. */
const namesIn = (...all: readonly Facts[]): FactName[] => {
  const names = new Set(all.flatMap((facts) => Object.keys(facts) as FactName[]));
  const own = FACTS.filter((name) => names.delete(name));
  return [...own, ...[...names].toSorted()];
};

/** A fact by its name, which a file may have chosen: `constructor` is none that every object has. */
const factOf = (facts: Facts, name: FactName): Fact | undefined =>
  Object.hasOwn(facts, name) ? facts[name] : undefined;

/** The better of each fact of two records: commutative, associative, idempotent. */
export function mergeFacts(a: Facts, b: Facts): Facts {
  const merged: Facts = {};
  for (const name of namesIn(a, b)) {
    const [one, other] = [factOf(a, name), factOf(b, name)];
    const fact = one && other ? (isBetter(name, one, other) ? one : other) : (one ?? other);
    if (fact) merged[name] = fact;
  }
  return merged;
}

/** Facts of one record of a paper with those that were changed in the whole since the records made it (`made`). */
export const editFacts = (part: Facts, made: Facts, whole: Facts): Facts =>
  Object.fromEntries(
    namesIn(part, whole).flatMap((name) => {
      const [before, now] = [factOf(made, name), factOf(whole, name)];
      const fact = isSame(before, now) ? factOf(part, name) : now;
      return fact ? [[name, fact]] : [];
    }),
  );

/** The values of facts in one line, for a person. */
export const factsText = (facts: Facts): string =>
  FACTS.flatMap((name) => facts[name]?.value ?? []).join(' · ');

/**
 * Month and year that an id tells. arXiv: https://info.arxiv.org/help/arxiv_identifier.html; ACL: the year, or its last
 * two digits, also in the DOIs that hold an ACL id (https://aclanthology.org/info/ids/).
 */
export function dateOfIds(ids: Readonly<Record<string, string | undefined>>): string | undefined {
  const [, years, month] = /(?:^|\/)(\d{2})(0[1-9]|1[0-2])/.exec(ids['arxiv'] ?? '') ?? [];
  if (years) return `${century(Number(years), 90)}-${month}`;
  const acl = ids['acl'] ?? /^10\.(?:18653|3115)\/v1\/(.+)$/i.exec(ids['doi'] ?? '')?.[1];
  const [, whole, short] = /^(\d{4})\.|^[a-z](\d{2})-/i.exec(acl ?? '') ?? [];
  return whole ?? (short && String(century(Number(short), 50)));
}

const century = (years: number, turn: number): number =>
  years > turn ? 1900 + years : 2000 + years;

/** A year that a paper may be of. */
export const YEAR = /(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)/;

/** The year of a date. */
export const yearOf = (date: string | undefined): number | undefined => {
  const year = YEAR.exec(date ?? '')?.[0];
  return year === undefined ? undefined : Number(year);
};
