import { idsFromLink, idsFromText } from '@/domain/identity/identity-links';
import { isArchive } from '@/domain/paper/venues';
import { idsOfLine, idsWithin } from './id-lines';

/**
 * How far a field tells which paper an entry is. Fields that are made for one id (`doi`, `pmid`, `eprint`) are not
 * here: their formats read them, and they count first.
 *
 * - `place`: says where the paper is found, in whatever words; an id in it is the paper's.
 * - `label`: says what the entry is; an id among its words is that of the paper which it answers or reviews.
 * - `journal`: names where the paper appeared. The journal of a preprint is its archive with the id, and some people
 *   write nothing but the paper's id or address there; any other id in it is that of a society.
 * - `proceedings`: names a book of papers, or a series. An id in it is the book's, but for that of an archive.
 *
 * Notes are read by `database-notes.ts`.
 */
type IdField = 'place' | 'label' | 'journal' | 'proceedings';

/** The fields of each format that may name a paper; an id in any other field is none of the entry's. */
const ID_FIELDS = {
  bibtex: {
    volume: 'place',
    howpublished: 'place',
    number: 'place',
    pages: 'place',
    eid: 'place',
    archiveprefix: 'place',
    pubstate: 'place',
    type: 'label',
    journal: 'journal',
    journaltitle: 'journal',
    booktitle: 'proceedings',
    series: 'proceedings',
    publisher: 'proceedings',
  },
  ris: {
    AN: 'place',
    M1: 'place',
    M3: 'label',
    C2: 'place',
    C7: 'place',
    L3: 'place',
    JO: 'journal',
    JF: 'journal',
    JA: 'journal',
    J2: 'journal',
    T2: 'proceedings',
  },
  enw: {
    '%R': 'place',
    '%M': 'place',
    '%2': 'place',
    '%Y': 'place',
    '%U': 'place',
    '%J': 'journal',
    '%B': 'proceedings',
  },
  csl: {
    number: 'place',
    archive_location: 'place',
    'container-title': 'proceedings',
  },
  csv: { venue: 'proceedings' },
} as const satisfies Record<string, Record<string, IdField>>;

const isPreprintVenue = (text: string): boolean =>
  isArchive(text) ||
  /^(?:e-?print\b|abs\/|cryptology e-?print archive\b|https?:\/\/(?:dx\.)?doi\.org\/10\.48550\/)/i.test(
    text,
  );

const isLineOfIds = (text: string): boolean => !/[\r\n;]/.test(text) && idsOfLine(text) !== null;

const READ: Record<IdField, (text: string) => Record<string, string>> = {
  place: (text) => ({ ...idsFromText(text), ...idsFromLink(text) }),
  label: (text) => (isLineOfIds(text) ? idsWithin(text) : {}),
  journal: (text) => (isPreprintVenue(text) || isLineOfIds(text) ? idsWithin(text) : {}),
  proceedings: (text) => (isPreprintVenue(text) ? idsWithin(text) : {}),
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
