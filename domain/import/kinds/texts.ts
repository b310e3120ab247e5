/** A kind of text that holds papers and is not read here, with what to do instead. */
type Kind = readonly [pattern: RegExp, sentence: string];

const WEB_PAGE =
  'This is a web page, perhaps one that said why there was no file: open it in the browser and annotate it there.';

/** Marked and lined text, by how it begins. */
const TEXTS: readonly Kind[] = [
  [
    /<xml>\s*<records>|<record>\s*<database\b/i,
    'This is EndNote XML: export RIS or “EndNote Export” (.enw) there, then import that.',
  ],
  [
    /<PubmedArticle|<!DOCTYPE PubmedArticleSet/i,
    'This is PubMed’s XML: choose “PubMed” or “Citation manager” (.nbib) there, then import that.',
  ],
  [
    /^\d+\. \S.*\. (?:1[89]|20)\d\d\b[^]*^PMID: \d+|^1: \S[^]*?\bPMID: \d+(?:;|\.[ \t]*$)/m,
    'This is PubMed’s text for people: choose “PubMed” or “Citation manager” (.nbib) there, then import that.',
  ],
  [
    /^RT \S.*\r?\n(?:SR|ID|A1|T1|YR|JF|JO|OL) \S/m,
    'This is RefWorks’ tagged format: export RIS or BibTeX there, then import that.',
  ],
  [/^SrcDatabase-\S/, 'This is CNKI’s own format: export EndNote there, then import that.'],
  [
    /^Reference Type: .*\r?\nRecord Number: /m,
    'This is EndNote’s text for people: export RIS, BibTeX or “EndNote Export” (.enw) there, then import that.',
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
    /<rss[\s>]|<feed[\s>][^>]*\/Atom/i,
    'This is a feed: open the page that it belongs to and annotate it there.',
  ],
  [
    /<!DOCTYPE NETSCAPE-Bookmark-file/i,
    'These are a browser’s bookmarks: copy the links into a text file, one a line, then import that.',
  ],
  [
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|meta|title|script|div|table|p)[\s>]/i,
    WEB_PAGE,
  ],
  [/^(?:From: <Saved by|MIME-Version: )[^]{0,2000}?multipart\/related/, WEB_PAGE],
  [
    /^<\?xml/,
    'This is XML in a format that is not read: export BibTeX, RIS or CSV there, then import that.',
  ],
  [
    /\\(?:documentclass|bibitem|begin\{thebibliography\})|^\\bib\{/,
    'This is LaTeX text: import the .bib file that it uses.',
  ],
  [
    /^(?:---\s*\n)?(?:#.*\n|[ \t]*\r?\n)*cff-version:/,
    'This is a citation file of a code repository (CITATION.cff): copy its BibTeX from “Cite this repository” there, then import that.',
  ],
  [
    /^(?:%YAML.*\n)?(?:---[ \t]*\r?\n)?(?:#.*\n|[ \t]*\r?\n)*(?:(?:references|bibliography|papers):[ \t]*\r?\n\s*- |- (?:id|title|type|author|doi)s?: |[\w:./-]+:[ \t]*\r?\n[ \t]+(?:type|title|author|date|parent): )/,
    'This is YAML (of Pandoc, Typst or another program): export BibTeX, RIS or CSL JSON, then import that.',
  ],
];

/** Text that begins with a brace or bracket. */
const BRACED: readonly Kind[] = [
  [
    /^\{Reference Type\}: /,
    'This is NoteExpress’ format: export RIS or BibTeX there, then import that.',
  ],
  [
    /^\{\\rtf/,
    'This is a document with formats (RTF): save it as plain text (.txt), then import that.',
  ],
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
  [
    /^\{.*\}[ \t]*\r?\n\s*\{/,
    'These are lines of JSON (JSON Lines), of which Gloss does not know the names: export BibTeX, RIS, CSL JSON or CSV there, then import that.',
  ],
  [
    /^\{\s*"cells"\s*:|"nbformat"\s*:/,
    'This is a notebook (Jupyter), not a list of papers: import a list.',
  ],
];

const OURS = /^\{\s*"format"\s*:\s*"gloss"/;

/** What a text is that is none of the formats, as a sentence; `null` where that cannot be told. */
export function textKind(start: string): string | null {
  const text = start.replace(/^\uFEFF/, '').trimStart();
  if (OURS.test(text)) return null;
  const kinds = /^[[{]/.test(text) ? BRACED : TEXTS;
  return kinds.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
