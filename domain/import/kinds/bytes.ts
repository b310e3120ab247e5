const TO_TEXT =
  'copy its references into a text file (.txt), as BibTeX or RIS or a link or id a line, then import that.';
const UNPACK = 'unpack it, then import the files that are in it.';

/** Kinds of files that are no text, by their first bytes, with what to do instead. */
const BINARY: readonly [magic: string, sentence: string][] = [
  [
    '%PDF',
    'This is a PDF file, not a list of papers: import a list, or open the paper’s page and save it there.',
  ],
  ['%!PS', 'This is a PostScript file, not a list of papers: import a list.'],
  [
    'SQLite format 3',
    'This is a database (of Zotero, EndNote, Calibre or another program): export BibTeX, RIS or CSV there, then import that.',
  ],
  [
    '\u00d0\u00cf\u0011\u00e0',
    'This is an old document of Word or Excel: save it as CSV, then import that.',
  ],
  [
    'bplist00',
    'This is a web page or a list of settings as a Mac keeps it: open the page in the browser and annotate it there.',
  ],
  ['7z\u00bc\u00af', `This is a packed file (7z): ${UNPACK}`],
  ['Rar!', `This is a packed file (rar): ${UNPACK}`],
  ['BZh', `This is a packed file (bzip2): ${UNPACK}`],
  ['\u00fd7zXZ', `This is a packed file (xz): ${UNPACK}`],
  ['\u0028\u00b5\u002f\u00fd', `This is a packed file (zstd): ${UNPACK}`],
  ['\u0089PNG', 'This is a picture, not a list of papers.'],
  ['\u00ff\u00d8\u00ff', 'This is a picture, not a list of papers.'],
  ['GIF8', 'This is a picture, not a list of papers.'],
];

const ZIP = 'PK\u0003\u0004';
/** A zip file with nothing in it. */
const EMPTY_ZIP = 'PK\u0005\u0006';

/** What a zip file is, by the names and the first words that show in it. */
const ZIPS: readonly [pattern: RegExp, sentence: string][] = [
  [
    /xl\/(?:workbook|worksheets|_rels)/,
    'This is a table of Excel: save it as CSV, then import that.',
  ],
  [
    /opendocument\.spreadsheet|Index\/Tables\//,
    'This is a table of LibreOffice or Numbers: save it as CSV, then import that.',
  ],
  [/word\/(?:document|styles|_rels)/, `This is a document of Word: ${TO_TEXT}`],
  [/opendocument\.text/, `This is a document of LibreOffice: ${TO_TEXT}`],
  [/ppt\/(?:presentation|slides|_rels)|opendocument\.presentation/, `These are slides: ${TO_TEXT}`],
  [/application\/epub/, 'This is a book (EPUB), not a list of papers.'],
];

/** Where a tape archive says what it is. */
const TAR = [257, 262] as const;

const latin = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Bytes of a file by which it is known. */
const START = 64 * 1024;

/** What a file of bytes is that are no text, as a sentence; `null` for anything else. */
export function binaryKind(start: Uint8Array): string | null {
  const first = latin(start.subarray(0, 16));
  if (first.startsWith(EMPTY_ZIP)) return 'This is a zip file with nothing in it.';
  if (first.startsWith(ZIP)) {
    const text = latin(start.subarray(0, START));
    return ZIPS.find(([pattern]) => pattern.test(text))?.[1] ?? `This is a zip file: ${UNPACK}`;
  }
  if (latin(start.subarray(...TAR)) === 'ustar') return `This is a packed file (tar): ${UNPACK}`;
  return BINARY.find(([magic]) => first.startsWith(magic))?.[1] ?? null;
}
