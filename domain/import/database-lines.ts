import { collapse } from '@/domain/text';
import { between, pattern } from '@/domain/text/phrases';

/*
 * Databases and tools write into notes too. A line is theirs where its name and its whole value have a machine's form
 * (a date, a count, the number of a record): persons begin their lines with the same words and go on otherwise.
 */

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
/** A date as databases write it: `3 May 2021`, `2021-05-03T10:00:00Z`, `May 3, 2021`, `20210503`. */
const DATE = String.raw`(?:\d{1,2}(?:\s${MONTH}\s|[./-](?:\d{1,2}|${MONTH})[./-])\d{2,4}|${MONTH}\s(?:\d{1,2},?\s)?\d{4}|(?:19|20)\d\d(?:[/-]?\d\d(?:[/-]?\d\d)?|\s${MONTH}(?:\s\d{1,2})?)?)(?:[t\s]\d\d?:\d\d(?::\d\d)?\S*)?`;
const SERVICES =
  'crossref|semantic scholar|scopus|google scholar|inspire|ads|nasa|dimensions|web of science';

/** Whole lines that only a database or a tool writes. */
const RECORD = pattern(
  'iu',
  between(
    '^',
    String.raw`
    (?:export|query) date:?\s*${DATE}, imported(?: on)?:?\s*${DATE},
    (?:total )?times cited(?: in [\w ]+)?:?\s*\d+, cited by\s*(?:\([^)]*\)\s*)?:?\s*\d+,
    cited references? count:?\s*\d+, number of references:?\s*\d+,
    \d+ citations \((?:${SERVICES})[^()]*\)(?: \[[\d-]+\])?,
    accession number:\s*\S*\d{4}\S*(?:[\s;].*\b(?:author & affiliation|email address|affiliations?|source info|issue info|thesaurus term|subject term|publication type):.*)?,
    .*\b(?:affiliations?|source info):\s.*;\s(?:source info|thesaurus term|subject term|number of pages|document type):\s.*,
    (?:<p>)?asreview_(?:(?:not_)?(?:relevant|seen)|irrelevant|prior)(?:</p>)?, (?:<p>)?the following values have no corresponding zotero field:.*,
    correspondence address:\s[^;]+;.*(?:;|@).*, correspondence address:\s[^,;]{1,40},\s(?:\p{L}\.[\s-]?)+;.*,
    copyright - (?:©|\(c\)|copyright|\d{4}).*,
    copyright - information provided in collaboration with .*,
    copyright - .*\b(?:licensed under|published under|permission of (?:the )?copyright|copyright (?:owner|holder)).*,
    copyright[\s:–-]*(?:©|\(c\)|copyright)(?:[^:?!]|https?:)*\d{4}(?:[^:?!]|https?:)*, publisher copyright:.*,
    copyright of .* is the property of .*,
    (?:(?:date|last) (?:revised|updated|created|completed|filed)|zuletzt aktualisiert) - ${DATE}(?:\s(?:availability|publisher's url|last updated|subjectsterm\w*|number of \w+|document feature) - .*)?,
    language of original(?: document)?:\s*[\p{L}; ]+,
    funding details:\s[^,;?!]{4,}(?:,\s[^,;?!]{2,40}){0,3},\s[\w/. -]*\d{3}[^?!]*,
    funding text\s\d+:.*,
    funding text:\s(?:the|this|we|an?|open|financ|support|funding)\b.*\b(?:support|fund|grant|thank|acknowledg).*,
    source:\s*(?:\S+ \d{4}|scopus|pubmed|medline|embase|web of science|crossref|psycinfo|cinahl),
    (?:document|publication) types?:\s*(?:(?:journal|academic|conference|case|clinical|proceedings|review)\s)?(?:article|review|letter|editorial|journal|paper|reports?|trial|book(?: chapter)?|meeting abstract),
    document feature - .*, subjectsterm\w* - .*, suppnotes - .*,
    unsp \S*\d\S*, date of (?:publication|electronic(?: publication)?)[\s:.-]*${DATE}\.?,
    coden:?\s*[a-z0-9]{5,6}, conference code:?\s*\d+,
    conference date:?\s*${DATE}(?:\s*(?:through|to|[–-])\s*${DATE})?,
    (?:caplus|medline) an \d.*, (?:tradenames|chemicals\/cas):\s.*, ppranking:?\s*\d*,
    accepted: \d{4}-\d\d-\d\dt\S+, citation key:\s*\S+, tex\.[\w-]+:.*, zscc:\s*(?:nocitationdata\w*|[\d.]+)\S*, _eprint:\s*\S+,
    kerkocite\.\w+:.*, cairndomain:.*, \w+_available:\s*(?:yes|no|true|false|\d+)?,
    (?:original|submitted|event|accessed|available)-date:\s*[\d/-]+(?:t\S+)?,
    (?:original|reviewed|volume|part|collection|container)-title:.*, (?:event|publisher|original-publisher|archive)-place:.*,
    \S+ times cited:\d+ cited references count:\d+,
    coden - [a-z0-9]{4,6}, number of (?:references|pages) - \d+, pages - [\d–-]+, place of publication - [\p{L} .-]{2,30},
    (?:identifier|location|isbn|issn) - [\d\-x/]+, ui - \d{6,9}
    `,
    String.raw`\s*$`,
  ),
);

/** How many pages and figures, and where: what authors write beside their preprint on arXiv. */
const REMARK = between(
  '',
  String.raw`
  (?:v\d:\s)?(?:(?:latex\w*|revtex\S*|main text|total)[\s:;,]*)?(?:\d+\+?|one|two|three|four|five|six|seven|eight|nine|ten)\s?(?:\w+ )?(?:pages?|pp\b\.?|figures|figs?\b|tables)(?! (?:is|are|in|of|that|were)\b),
  (?:.*\D)?\d+ pages?\W+(?:and |including |with )?\d+ (?:figure|fig|table).*,
  (?:(?:this|the) (?:paper|work|article|manuscript) (?:has been |was |is )?)?(?:accepted|submitted|published|presented) (?:to|at|by|in|for|as)\b,
  to (?:appear|be (?:published|presented|submitted)) (?:in|at|to|as)\b, camera.ready,
  code (?:is |and \w+ (?:are )?)?(?:publicly |freely )?(?:available|released|at)\b, project page, withdrawn by,
  \p{L}{3,9}[ -]?'?(?:20)?\d\d\b
  `,
  '',
);

/** A line as Zotero keeps it: `Comment: 10 pages, 5 figures`. */
const OF_ARXIV = new RegExp(String.raw`^(?:<[^<>]*>)*\s*comments?:\s(?!.*\?)${REMARK}`, 'iu');

/** Whether a line of an arXiv paper's note is its authors' remark there; `figure 3` alone may be anybody's. */
export const isRemark = (line: string): boolean => OF_ARXIV.test(line);

/** The first line of a bibliography as Scopus writes it: initials and a year, or a year, a comma, and a semicolon at the end. */
const REFERENCES =
  /^[Rr]eferences:\s(?:[^;()]{1,60},\s\p{Lu}(?:[.\s-]{0,2}\p{Lu}){0,3}\.?,.*(?:\(\d{4}\)|;$)|.*\(\d{4}\).*,.*;$|\(\d{4}\)\s.*;$)/u;
/** A further line of one: it has a year too. */
const REFERENCE = /\b(?:1[5-9]|20)\d\d\b.*;$|,.*\(\d{4}\)|\(\d{4}\).*,|,\s,|^[^;]*,[^;]*;$/;

/** Lines that persons write as well: a database's where nothing else is in the note. */
export const LIKELY = pattern(
  'iu',
  between(
    '^',
    String.raw`
    journal article, (?:article )?in press, just accepted,
    e?issn:?\s*\d{4}-?\d{3}[\dx](?:[\s;\(]+(?:\d{4}-?\d{3}[\dx]|e?issn|print|online|electronic|linking)[\):]*)*,
    isbn:?\s*[\dx-]{10,17}(?:[\s;]+[\dx-]{10,17})*, oclc:\s*[a-z]{0,3}\d+, ©\s*\d{4}\b.*
    `,
    String.raw`\s*$`,
  ),
);

/** Lines that are a tool's in an entry with others of them; alone a person wrote them. */
export const BESIDE =
  /^(?:publisher|place|funding details|correspondence address|manufacturers):\s|^name - |^\d+ citations$|^(?:volume|issue|number|pages?):\s*[\d–-]+$/i;

/** Paragraphs that are a record of the Web of Science or CINAHL, or of MEDLINE, whose lines have no names. */
const WHOLE_RECORD =
  /^\d{4}-\d{3}[\dx]\s*\n[^]*\njournal article\s*(?:\n|$)|^(?:[^\s,][^\n,]{1,60}, [^\n,]{1,40}\n)+journal article\s*(?:\n|$)|^isi document delivery no|\b(?:journal subset: |nlm uid: \d)/i;

/** The record of MEDLINE without its journal's number: authors, a language, a kind, a country, and where it appeared. */
const MEDLINE =
  /^(?:[^\s,][^\n,]{1,60}, [^\n,]{1,40}\n)+[a-z]{3}\n(?:[^\n]{1,80}\n){0,8}[^\n]*\b(?:19|20)\d\d\b/;

/** Where the paper appeared, the last line of MEDLINE's record: `J Tides. 2020 Jan;1(2):3-4.` */
const CITATION = /^\p{L}[^\n]*\. (?:19|20)\d\d\b[^\n]*[.;:)]/u;
/** The last lines of a record of the Web of Science: counts, a publisher, a city, and a number of the journal. */
const COUNT = /^\d+$/;
const ISSN = /^\d{4}-\d{3}[\dx]$/i;

/** The lines of a paragraph behind the database's record that it begins with. */
function behindRecord(lines: readonly string[]): readonly string[] {
  const cited = lines.findIndex((line) => CITATION.test(line));
  if (cited >= 0) return lines.slice(cited + 1);
  const counted = lines.findLastIndex((line) => COUNT.test(line));
  return counted < 0 ? [] : lines.slice(counted + 3).filter((line) => !ISSN.test(line));
}

/** Zotero's list of what it had no field for, a line each: `auth-address: Tidetown`. */
const UNKNOWN_VALUES = /^(?:<p>)?the following values have no corresponding zotero field:/i;

const isRecordLine = (line: string): boolean =>
  RECORD.test(line) ||
  (line.includes(';') && line.split(';').every((part) => RECORD.test(part.trim()))) ||
  // Scopus, where its lines were joined.
  line
    .split(/\s(?=export date:|source:|article in press$)/i)
    .every((part, at) => RECORD.test(part) || (at > 0 && /^article in press$/i.test(part)));

/** The lines of a paragraph that a person may have written. */
function ownOf(paragraph: readonly string[]): readonly string[] {
  const said = paragraph.map(collapse);
  const text = said.join('\n');
  if (WHOLE_RECORD.test(text) || MEDLINE.test(text)) return behindRecord(said);
  const isOfZotero = UNKNOWN_VALUES.test(text);
  let isList = false;
  let hasMore = false;
  return paragraph.filter((_, at) => {
    const line = said[at] ?? '';
    if (isOfZotero && /^[a-z]+(?:-[a-z]+)*: /.test(line)) return false;
    isList = REFERENCES.test(line) || (hasMore && REFERENCE.test(line));
    hasMore = isList && line.endsWith(';');
    return !isList && !isRecordLine(line);
  });
}

/** The lines of a note without those that only a database writes; what is written above or below a record stays. */
export function withoutRecords(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let paragraph: string[] = [];
  for (const line of lines) {
    if (line.trim() !== '') paragraph.push(line);
    else {
      kept.push(...ownOf(paragraph), line);
      paragraph = [];
    }
  }
  return [...kept, ...ownOf(paragraph)];
}
