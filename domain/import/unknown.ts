import { Unreadable } from './unreadable';

/** Kinds of files that hold papers and are not read here, by their first bytes, with what to do instead. */
const BINARY: readonly [magic: string, sentence: string][] = [
  [
    '%PDF',
    'This is a PDF file, not a list of papers: import a list, or open the paper’s page and save it there.',
  ],
  [
    'PK\u0003\u0004',
    'This is a zip file (or a document of Office, which is one): unpack it, or save it as CSV, then import the files.',
  ],
  [
    'SQLite format 3',
    'This is a database (of Zotero, Calibre or another program): export BibTeX, RIS or CSV there, then import that.',
  ],
  [
    '\u00d0\u00cf\u0011\u00e0',
    'This is an old document of Word or Excel: save it as CSV, then import that.',
  ],
  [
    '7z\u00bc\u00af',
    'This is a packed file (7z): unpack it, then import the files that are in it.',
  ],
  ['Rar!', 'This is a packed file (rar): unpack it, then import the files that are in it.'],
  ['\u0089PNG', 'This is a picture, not a list of papers.'],
  ['\u00ff\u00d8\u00ff', 'This is a picture, not a list of papers.'],
];

/** What a file of bytes is that are no text, as a sentence; `null` for anything else. */
export function binaryKind(start: Uint8Array): string | null {
  const text = String.fromCharCode(...start.subarray(0, 16));
  return BINARY.find(([magic]) => text.startsWith(magic))?.[1] ?? null;
}

/** Text formats that are not read here, by how they begin. */
const TEXT: readonly [pattern: RegExp, sentence: string][] = [
  [
    /<xml>\s*<records>|<record>\s*<database\b/i,
    'This is EndNote XML: export RIS or “EndNote Export” (.enw) there, then import that.',
  ],
  [
    /<PubmedArticle|<!DOCTYPE PubmedArticleSet/i,
    'This is PubMed’s XML: choose “PubMed” or “Citation manager” (.nbib) there, then import that.',
  ],
  [
    /^RT \S.*\r?\n(?:SR|ID|A1|T1|YR|JF|JO|OL) \S/m,
    'This is RefWorks’ tagged format: export RIS or BibTeX there, then import that.',
  ],
  [
    /^[ \t]*<\d+>\r?\n(?:.*\r?\n){0,30}?(?:Unique Identifier|Accession Number|Authors?|Title)\s*$/m,
    'This is Ovid’s text of citations: export RIS or “Reprint/Medlars” there, then import that.',
  ],
  [
    /<rdf:RDF/i,
    'This is RDF (of Zotero or another program): export BibTeX, RIS or CSL JSON there, then import that.',
  ],
  [
    /<modsCollection|<mods[\s>]/i,
    'This is MODS XML: export BibTeX or RIS there, then import that.',
  ],
  [/<opml[\s>]/i, 'This is a list of feeds (OPML), not of papers.'],
  [
    /<!DOCTYPE NETSCAPE-Bookmark-file/i,
    'These are a browser’s bookmarks: copy the links into a text file, one a line, then import that.',
  ],
  [
    /^\s*<(?:!doctype html|html)[\s>]/i,
    'This is a web page: open it in the browser and annotate it there.',
  ],
  [
    /^\s*<\?xml/,
    'This is XML in a format that is not read: export BibTeX, RIS or CSV there, then import that.',
  ],
  [
    /\\(?:documentclass|bibitem|begin\{thebibliography\})/,
    'This is LaTeX text: import the .bib file that it uses.',
  ],
];

/** What a text is that is none of the formats, as a sentence; `null` where that cannot be told. */
export const textKind = (start: string): string | null =>
  TEXT.find(([pattern]) => pattern.test(start))?.[1] ?? null;

/** Kinds of JSON that are not read here, by what their items have. */
const JSON_KINDS: readonly [pattern: RegExp, sentence: string][] = [
  [
    /"more_authors"\s*:/,
    'This is Gloss’s JSON for scripts, which does not come back: import Gloss JSON or another format.',
  ],
  [
    /"itemType"\s*:/,
    'This is JSON of Zotero’s own: export CSL JSON, BibTeX or RIS there, then import that.',
  ],
  [
    /"pubtype"\s*:/,
    'This is JSON of Paperpile’s own: export BibTeX or RIS there, then import that.',
  ],
  [
    /"message-type"\s*:|"message"\s*:\s*\{\s*"|"https:\/\/openalex\.org\/W\d|"paperId"\s*:/,
    'This is the answer of a database for programs: ask it for BibTeX, RIS or CSL JSON, then import that.',
  ],
];

/** A file's text as it is; fails (`Unreadable`) at its beginning where that is JSON which is not read here. */
export async function* knownJson(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string> {
  let isFirst = true;
  for await (const chunk of chunks) {
    const start = isFirst ? chunk.slice(0, 5_000) : '';
    isFirst = false;
    const kind = JSON_KINDS.find(([pattern]) => pattern.test(start))?.[1];
    if (kind !== undefined && !/^\s*\{\s*"format"\s*:\s*"gloss"/.test(start))
      throw new Unreadable(kind);
    yield chunk;
  }
}
