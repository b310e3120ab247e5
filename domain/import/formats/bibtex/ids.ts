import { idsFromLink, idsFromText } from '@/domain/identity/identity-links';
import { arxivId, doi } from '@/domain/identity/paper-key';
import { idsInFields } from '@/domain/import/id-fields';
import { fromVerbatimTex } from '@/domain/text/from-tex';
import type { BibFields } from './fields';

const isArxiv = (name: string): boolean => /^(?:arxiv(?:\.org)?)?$/i.test(name.trim());

/** `eprint` with what says whose it is (https://www.ctan.org/pkg/biblatex, `eprinttype`). */
function eprint(fields: BibFields): Record<string, string> {
  const value = fromVerbatimTex(fields.first('eprint', 'arxivid', 'arxiv') ?? '').trim();
  const kind = fields.first('eprinttype', 'archiveprefix', 'archive') ?? '';
  const arxiv = arxivId(value) ?? idsFromText(value)['arxiv'];
  if (arxiv && (isArxiv(kind) || arxivId(value))) return { arxiv };
  if (/^pubmed|^pmid$/i.test(kind) && /^\d+$/.test(value)) return { pmid: value };
  if (/^hal$/i.test(kind)) return { hal: value };
  return { ...idsFromText(value), ...idsFromLink(value) };
}

/** Addresses anywhere in a value. */
const linksIn = (value: string): string[] =>
  value.includes('http')
    ? (fromVerbatimTex(value.replace(/\\(?:url|href|path)\s*/g, ' ').replace(/[{}]/g, ' ')).match(
        /https?:\/\/[^\s<>"]+/g,
      ) ?? [])
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
const addressesIn = (value: string): string[] =>
  value.split(/[\s,;]+(?=https?:\/\/)/i).map((address) => address.trim());

/** All addresses that an entry gives, its own first. */
export const linksOf = (fields: BibFields): string[] => [
  ...fields.all(...ADDRESSES).flatMap((value) => addressesIn(fromVerbatimTex(value))),
  ...fields.all('howpublished', 'note', 'doi', 'eprint').flatMap(linksIn),
  ...fields.all('journal', 'journaltitle').filter(isAddress).flatMap(linksIn),
];

/** What an entry says of its identity, in whatever field its tool writes it; the fields that are made for ids count first. */
export function bibIds(fields: BibFields, key: string): Record<string, string | undefined> {
  const named = idsInFields('bibtex', (name) =>
    fields.all(name).map((value) => value.replace(/\{?\\_\}?/g, '_').replace(/[{}]/g, '')),
  );
  const verbatim = (name: string): string | undefined =>
    fromVerbatimTex(fields.first(name) ?? '').trim() || undefined;
  const given = [verbatim('doi'), verbatim('bdsk-doi')]
    .map((value) => doi(value ?? ''))
    .find(Boolean);
  const pmc = verbatim('pmcid') ?? verbatim('pmc');
  return {
    ...named,
    ...eprint(fields),
    ...(given ? { doi: given } : {}),
    ...(verbatim('pmid') ? { pmid: verbatim('pmid') } : {}),
    ...(pmc ? { pmcid: pmc } : {}),
    ...(key.startsWith('DBLP:') ? { dblp: key.slice(5) } : {}),
  };
}
