import type { Chunks } from './chunks';
import { readBibtex } from './formats/bibtex';
import { readClipper } from './formats/clipper';
import { readCsl } from './formats/csl';
import { readCsv } from './formats/csv';
import type { TableChoice } from './formats/csv-table';
import { readEnw } from './formats/enw';
import { readHypothesis } from './formats/hypothesis';
import { readLinks } from './formats/links';
import { readNbib } from './formats/nbib';
import { readPaperMemory } from './formats/paper-memory';
import { readRis } from './formats/ris';
import { readWos } from './formats/wos';
import { readWebAnnotation } from './formats/web-annotation';
import { readGloss } from './gloss';
import type { Incoming } from './incoming';
import { naming } from './kinds/naming';
import { textKind } from './kinds/texts';

export interface ReadOptions {
  /** When papers count as met that have no time of their own; milliseconds since 1970. */
  now: number;
  /** How a person chose to read a table. */
  table?: TableChoice | undefined;
}

export type Reader = (chunks: Chunks, options: ReadOptions) => AsyncIterable<Incoming>;

/** Readers by the id of their format, in the order in which they are offered. Each names a file of another kind. */
export const IMPORT_FORMATS = {
  gloss: naming((chunks) => readGloss(chunks), { loose: true }),
  papermemory: naming((chunks, { now }) => readPaperMemory(chunks, now)),
  hypothesis: naming((chunks, { now }) => readHypothesis(chunks, now)),
  clipper: naming((chunks, { now }) => readClipper(chunks, now), { loose: true }),
  w3c: naming((chunks, { now }) => readWebAnnotation(chunks, now)),
  bibtex: naming((chunks, { now }) => readBibtex(chunks, now)),
  ris: naming((chunks, { now }) => readRis(chunks, now)),
  nbib: naming((chunks, { now }) => readNbib(chunks, now)),
  enw: naming((chunks, { now }) => readEnw(chunks, now)),
  wos: naming((chunks, { now }) => readWos(chunks, now)),
  csl: naming((chunks, { now }) => readCsl(chunks, now), { loose: true }),
  csv: naming((chunks, { now, table }) => readCsv(chunks, now, table)),
  links: naming((chunks, { now }) => readLinks(chunks, now), { loose: true }),
} satisfies Record<string, Reader>;

export type ImportFormatId = keyof typeof IMPORT_FORMATS;

/** Formats of JSON, which is UTF-8 (RFC 8259); files of all others may be older than that. */
const MODERN: readonly ImportFormatId[] = [
  'gloss',
  'papermemory',
  'hypothesis',
  'clipper',
  'w3c',
  'csl',
];

/** How a format's bytes may be read. */
export const bytesAs = (format: ImportFormatId): { mayBeOld: boolean } => ({
  mayBeOld: !MODERN.includes(format),
});

/** How files of lines and entries begin, wherever their names say something else. */
const BEGINNINGS: readonly [format: ImportFormatId, ending: string, pattern: RegExp][] = [
  ['bibtex', 'bib', /^(?:%.*\n|\s*)@\s*[a-z]+\s*[{(]/i],
  ['ris', 'ris', /^TY {1,2}- /m],
  ['nbib', 'nbib', /^(?:PMID- ?\d|OWN {1,2}- \S)/m],
  ['enw', 'enw', /^%(?:0|[AT]) \S/m],
  ['wos', 'ciw', /^(?:FN (?:Clarivate|Thomson|ISI)|PT [A-Z]\r?$)/m],
];

/** An entry of BibTeX anywhere in a text. */
const HAS_ENTRY = /^[ \t]*@[ \t]*[a-z]+[ \t]*[{(]/im;
/** One in a text that nothing else says is BibTeX: it has a key, or ends its line. */
const HAS_WHOLE_ENTRY = /^[ \t]*@[ \t]*[a-z]+[ \t]*[{(][ \t]*(?:[^\s,{}()=]+[ \t]*,|$)/im;

/** How JSON begins that may hold papers: `[1] Example, A.` is a line of references. */
const JSON_START = /^\{\s*(?:["}]|$)|^\[\s*(?:[{"\]]|$)/;

/** The format that a text begins as; the one that its name says counts first, and is believed where nothing tells. */
function formatOfLines(ending: string | undefined, text: string): ImportFormatId | undefined {
  const named = BEGINNINGS.find(([, own]) => own === ending);
  if (named?.[2].test(text)) return named[0];
  const found = BEGINNINGS.find(([, , pattern]) => pattern.test(text));
  // A file of BibTeX may begin with words: they are comments until the first entry.
  if (named?.[0] === 'bibtex' && HAS_ENTRY.test(text)) return 'bibtex';
  const isPasted = HAS_WHOLE_ENTRY.test(text) && textKind(text) === null;
  return found?.[0] ?? (isPasted ? 'bibtex' : named?.[0]);
}

/** Which format a file has, by its name and how it begins. */
export function detectFormat(name: string, start: string): ImportFormatId {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase();
  const text = start.replace(/^\uFEFF/, '').trimStart();
  const isJson = ending === 'json' || ending === 'jsonld';
  if (isJson || JSON_START.test(text)) return jsonFormat(text);
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const isTable = /^(?:csv|tsv)$/.test(ending ?? '') || /^sep=.$|^PT\tAU\t/i.test(head.trim());
  if (isTable) return 'csv';
  const format = formatOfLines(ending, text);
  return format ?? (/(?:^|[,;\t])"?title"?(?:[,;\t]|$)/i.test(head) ? 'csv' : 'links');
}

function jsonFormat(text: string): ImportFormatId {
  if (/^\{\s*"format"\s*:\s*"gloss"/.test(text)) return 'gloss';
  if (/anno\.jsonld|"AnnotationCollection"|"AnnotationPage"/.test(text)) return 'w3c';
  if (/"export_userid"|"client_version"|^\{\s*"annotations"/.test(text)) return 'hypothesis';
  if (/"__dataVersion"|"pdfLink"|"addDate"/.test(text)) return 'papermemory';
  if (text.startsWith('[') && /"highlights"\s*:\s*\[/.test(text)) return 'clipper';
  if (/"date-parts"|"type"\s*:\s*"(?:article|paper|book|chapter|report|thesis)/.test(text))
    return 'csl';
  return text.startsWith('[') ? 'csl' : 'gloss';
}
