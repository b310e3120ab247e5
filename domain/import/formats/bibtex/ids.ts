import { addressesIn, idsFromLink, idsFromText } from '@/domain/identity/identity-links';
import { arxivId, doi } from '@/domain/identity/paper-key';
import { readNotes } from '@/domain/import/database-notes';
import { idsInFields } from '@/domain/import/id-fields';
import { idsOfLine } from '@/domain/import/id-lines';
import { isArchive } from '@/domain/paper/venues';
import { fromVerbatimTex } from '@/domain/text/from-tex';
import type { BibFields } from './fields';

const isArxiv = (name: string): boolean => /^(?:arxiv(?:\.org)?)?$/i.test(name.trim());

/** A category before or behind a number of arXiv: `cs.LG/2401.00001`, `2401.00001 [cs]`. */
const CATEGORY = /^[a-z-]+(?:\.[a-z]{2})?\/(?=\d{4}\.\d{4,5})|\s*\[[\w. -]+\]$/gi;

/** A number of arXiv without its category; an old one has its class in a field of its own in biblatex. */
function arxivNumber(written: string, fields: BibFields): string {
  const number = written.replace(CATEGORY, '');
  const archive = fields.first('eprintclass', 'primaryclass')?.trim();
  return archive && /^\d{7}(?:v\d+)?$/.test(number) ? `${archive}/${number}` : number;
}

/** `eprint` with what says whose it is (https://www.ctan.org/pkg/biblatex, `eprinttype`). */
export function eprint(fields: BibFields): Record<string, string> {
  const written = fromVerbatimTex(fields.first('eprint', 'arxivid', 'arxiv') ?? '').trim();
  const kind = fields.first('eprinttype', 'archiveprefix', 'archive') ?? '';
  const value = isArxiv(kind) ? arxivNumber(written, fields) : written;
  const arxiv = arxivId(value) ?? idsFromText(value)['arxiv'];
  if (arxiv && (isArxiv(kind) || arxivId(value))) return { arxiv };
  if (/^pubmed|^pmid$/i.test(kind) && /^\d+$/.test(value)) return { pmid: value };
  if (/^hal$/i.test(kind)) return { hal: value };
  if (/^jstor$/i.test(kind) && /^\d+$/.test(value)) return { doi: `10.2307/${value}` };
  return { ...idsFromText(value), ...idsFromLink(value) };
}

/** Fields of remarks. They name the paper where they hold nothing but ids: `note = {arXiv preprint arXiv:2401.00001}`. */
const NOTES = ['note', 'addendum', 'annotation'];

/** The text of a value for the search of ids. */
const plain = (value: string): string =>
  value
    .replace(/\\(?:url|href|path)\b\s*/g, ' ')
    .replace(/\{?\\_\}?/g, '_')
    .replace(/\}\s*\{/g, ' ')
    .replace(/[{}]/g, '');

/** The preprint of an entry, where its one remark is nothing but its number: `note = {arXiv:2401.00001}`. */
function preprintIn(fields: BibFields): Record<string, string> {
  const [note = '', ...others] = fields.all('note').map(plain);
  const { arxiv, ...further } = (others.length === 0 && idsOfLine(note)) || {};
  return arxiv !== undefined && Object.keys(further).length === 0 ? { arxiv } : {};
}

/** Fields of a preprint that may be its number: `volume = {cs.AI/9401101}` of dblp, `number = {2401.00001}`. */
const NUMBERS = ['volume', 'number', 'pages', 'eid'];

/** The number of an entry whose journal or publisher is an archive. */
function numberId(fields: BibFields): Record<string, string> {
  const isPreprint = fields
    .all('journal', 'journaltitle', 'institution', 'publisher', 'organization')
    .some((name) => isArchive(plain(name).trim()));
  if (!isPreprint) return {};
  const arxiv = fields
    .all(...NUMBERS)
    .map((value) => plain(value).trim())
    .map((value) => arxivId(value) ?? arxivId(value.replace(CATEGORY, '')))
    .find(Boolean);
  return arxiv ? { arxiv } : {};
}

/** Addresses in remarks: an address of a paper is this one's where its entry is identified by it. */
const linksOfNotes = (fields: BibFields): string[] => {
  const notes = fields.all('note', 'addendum');
  const isOfIds = Object.keys(readNotes(notes.map(plain)).ids).length > 0;
  return notes
    .flatMap(linksIn)
    .filter((link) => isOfIds || Object.keys(idsFromLink(link)).length === 0);
};

/** Addresses anywhere in a value. */
const linksIn = (value: string): string[] =>
  value.includes('http')
    ? addressesIn(
        fromVerbatimTex(value.replace(/\\(?:url|href|path)\s*/g, ' ').replace(/[{}]/g, ' ')),
      )
    : [];

/** Fields of which each is an address. */
const ADDRESSES = [
  'url',
  'link',
  'bdsk-url-1',
  'bdsk-url-2',
  'adsurl',
  'biburl',
  'ee',
  'pdf',
  'arxivurl',
  'sourceurl',
];

/** Fields that are read for an id or an address, and for nothing else. */
export const IDENTIFYING = [
  ...ADDRESSES,
  'doi',
  'bdsk-doi',
  'pmid',
  'pmcid',
  'pmc',
  'howpublished',
  'eprint',
  'arxivid',
  'arxiv',
  'eprinttype',
  'eprintclass',
  'archiveprefix',
  'primaryclass',
];

/** Whether a value is an address alone: what else a journal's name holds is an address of the journal. */
const isAddress = (value: string): boolean => /^\s*https?:\/\/\S+$/i.test(value);

/** The addresses in a field that is made for one; some people write several, with a comma or a space between. */
const parted = (value: string): string[] =>
  value.split(/[\s,;]+(?=https?:\/\/)/i).map((address) => address.trim());

/** All addresses that an entry gives, its own first. */
export const linksOf = (fields: BibFields): string[] => [
  ...fields.all(...ADDRESSES).flatMap((value) => parted(fromVerbatimTex(value))),
  ...fields.all('howpublished').flatMap(linksIn),
  ...linksOfNotes(fields),
  ...fields.all('doi', 'eprint').flatMap(linksIn),
  ...fields.all('journal', 'journaltitle').filter(isAddress).flatMap(linksIn),
];

/** What an entry says of its identity, in whatever field its tool writes it; the fields that are made for ids count first. */
export function bibIds(fields: BibFields, key: string): Record<string, string | undefined> {
  const named = idsInFields('bibtex', (name) => fields.all(name).map(plain));
  const verbatim = (name: string): string | undefined =>
    fromVerbatimTex(fields.first(name) ?? '').trim() || undefined;
  const given = [verbatim('doi'), verbatim('bdsk-doi')]
    .map((value) => doi(value ?? ''))
    .find(Boolean);
  const pmc = verbatim('pmcid') ?? verbatim('pmc');
  const made = {
    ...preprintIn(fields),
    ...named,
    ...numberId(fields),
    ...eprint(fields),
    ...(given ? { doi: given } : {}),
    ...(verbatim('pmid') ? { pmid: verbatim('pmid') } : {}),
    ...(pmc ? { pmcid: pmc } : {}),
    ...(key.startsWith('DBLP:') ? { dblp: key.slice(5) } : {}),
  };
  return {
    // Told as not understood where nothing else names a DOI.
    doi: verbatim('doi'),
    ...readNotes(
      NOTES.flatMap((name) => fields.all(name).map(plain)),
      made,
    ).ids,
    ...made,
  };
}
