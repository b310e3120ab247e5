import { idsFromLink, idsFromText } from '@/domain/identity/identity-links';
import { isArchive } from '@/domain/paper/read-facts';

/**
 * How far a field tells which paper an entry is. Fields that are made for one id (`doi`, `pmid`, `eprint`) are not
 * here: their formats read them, and they count first.
 *
 * - `place`: says where the paper is found, in whatever words; an id in it is the paper's.
 * - `venue`: names where the paper appeared. The venue of a preprint is its archive with the id; any other id in a
 *   venue is that of proceedings, a series or a society.
 * - `note`: is written by a person or a database. A line that is nothing but ids names the paper; a sentence with an
 *   id in it tells of another one.
 */
type IdField = 'place' | 'venue' | 'note';

/** The fields of each format that may name a paper; an id in any other field is none of the entry's. */
const ID_FIELDS = {
  bibtex: {
    volume: 'place',
    howpublished: 'place',
    note: 'place',
    number: 'place',
    pages: 'place',
    eid: 'place',
    archiveprefix: 'place',
    addendum: 'place',
    pubstate: 'place',
    type: 'place',
    journal: 'venue',
    journaltitle: 'venue',
    booktitle: 'venue',
    series: 'venue',
    publisher: 'venue',
    annotation: 'note',
  },
  ris: {
    AN: 'place',
    M1: 'place',
    M3: 'place',
    C1: 'place',
    C2: 'place',
    C7: 'place',
    L3: 'place',
    U1: 'place',
    JO: 'venue',
    JF: 'venue',
    JA: 'venue',
    J2: 'venue',
    T2: 'venue',
    N1: 'note',
  },
  enw: {
    '%R': 'place',
    '%M': 'place',
    '%2': 'place',
    '%Y': 'place',
    '%U': 'place',
    '%J': 'venue',
    '%B': 'venue',
    '%Z': 'note',
  },
  csl: { number: 'place', archive_location: 'place', 'container-title': 'venue', note: 'note' },
  csv: { extra: 'note', venue: 'venue' },
} as const satisfies Record<string, Record<string, IdField>>;

const isPreprintVenue = (text: string): boolean =>
  isArchive(text) || /^(?:e-?print\b|abs\/|cryptology e-?print archive\b)/i.test(text);

/** Names of ids, what brackets hold, addresses, and every word with a digit: what a line of ids is made of. */
const OF_IDS =
  /\[[^\]]*\]|\([^)]*\)|https?:\S*|\S*\d\S*|\b(?:arxiv|e-?prints?|preprint|doi|pubmed|central|pmid|pmc(?:id)?|corpusid|cryptology|archive|report|hal|id|number)\b/gi;

/** Characters of a line of ids at the most. */
const LONGEST_LINE = 300;

const linesOfIds = (text: string): string[] =>
  text
    .split(/[\r\n;]+/)
    .filter((line) => line.length <= LONGEST_LINE && !/\p{L}/u.test(line.replace(OF_IDS, ' ')));

const READ: Record<IdField, (text: string) => Record<string, string>> = {
  place: (text) => ({ ...idsFromText(text), ...idsFromLink(text) }),
  venue: (text) => (isPreprintVenue(text) ? idsFromText(text) : {}),
  note: (text) =>
    Object.assign({}, ...linesOfIds(text).toReversed().map(READ.place)) as Record<string, string>,
};

/**
 * The ids by scheme that an entry's fields name, of several the first in the order of the table. `valuesOf` gives the
 * values of a field as text.
 */
export function idsInFields(
  format: keyof typeof ID_FIELDS,
  valuesOf: (field: string) => readonly (string | undefined)[],
): Record<string, string> {
  const ids: Record<string, string> = {};
  for (const [field, kind] of Object.entries<IdField>(ID_FIELDS[format]))
    for (const value of valuesOf(field))
      for (const [scheme, id] of Object.entries(READ[kind](value?.trim() ?? '')))
        ids[scheme] ??= id;
  return ids;
}
