import { collapse } from '@/domain/text';
import { between, pattern } from '@/domain/text/phrases';
import { isStrong, keysOf } from '@/domain/identity/paper-key';
import { idsOfLine, joinedIds, presentIds } from './id-lines';

/*
 * Databases and tools write into notes too. The name of a line tells it together with the value behind it (a date, a
 * count, the number of a record): persons begin their lines with the same words.
 */

/** Whole lines that only a database or a tool writes. */
const RECORD = pattern(
  'iu',
  between(
    '^',
    String.raw`
    export date:?\s*\d.*, query date:?\s*\d.*, imported(?: on)?:?\s*\d.*,
    (?:total )?times cited(?: in [\w ]+)?:?\s*\d+, cited by\s*(?:\([^)]*\)\s*)?:?\s*\d+,
    cited references? count:?\s*\d+, number of references:?\s*\d+, \d+ citations(?: \(.*\))?,
    accession number:\s*\S*\d{4}.*, correspondence address:\s.*[;@].*,
    copyright - .*(?:copyright|licen[sc]e).*,
    (?:publisher )?copyright[\s:–-]*(?:©|\(c\)|\d{4}).*, publisher copyright:.*,
    copyright of .* is the property of .*,
    (?:(?:date|last) (?:revised|updated|created|completed|filed)|zuletzt aktualisiert) - \d{4}.*,
    language of original(?: document)?:\s*[\p{L}; ]+, funding details:.*[,\d].*,
    funding text \d+:.*, funding text:.*(?:support|fund|grant|thank).*,
    source:\s*(?:\S+ \d{4}\b.*|scopus|pubmed|medline|embase|web of science|crossref|psycinfo|cinahl),
    (?:document|publication) types?:\s*(?:(?:journal|academic|conference|case|clinical|proceedings|review)\s)?(?:article|review|letter|editorial|journal|paper|reports?|trial|book(?: chapter)?|meeting abstract),
    document feature - .*, subjectsterm\w* - .*, suppnotes - .*,
    unsp \S*\d\S*, date of (?:publication|electronic\w*).{0,20}\d.*,
    coden:?\s*[a-z0-9]{5\,6}, conference code:?\s*\d+, conference date:?\s*\d.*,
    (?:caplus|medline) an \S*\d.*, (?:manufacturers|tradenames|chemicals\/cas):\s.*, ppranking:?\s*\d*,
    accepted: \d{4}-.*, citation key:\s*\S+, tex\.[\w-]+:.*, zscc:.*, _eprint:.*, kerkocite\.\w+:.*,
    cairndomain:.*, [\w ]+_available:.*, [a-z]+-(?:date|title|place):.*, \S+ times cited:\d+ cited references count:\d+,
    container-title:.*
    `.replaceAll(String.raw`\,`, ','),
    String.raw`\s*$`,
  ),
);

/** The first line of a bibliography, whose lines end in semicolons. */
const REFERENCES = /^references:\s.*(?:\(\d{4}\)|;$)/i;

/** Lines that persons write as well: a database's where nothing else is in the note. */
const LIKELY = pattern(
  'iu',
  between(
    '^',
    String.raw`
    journal article, (?:article )?in press, just accepted, e?issn:?\s*\d{4}-?\d{3}[\dx].*, isbn:?\s*[\dx-]{10,17}.*,
    oclc:\s*[a-z]{0,3}\d+, ©.*, name - .*
    `,
    String.raw`\s*$`,
  ),
);

/** Lines that are a tool's in an entry with others of them; alone a person wrote them. */
const BESIDE =
  /^(?:publisher|place|funding details|correspondence address):\s|^(?:volume|issue|number|pages?):\s*[\d–-]+$/i;

/** Notes that are a record of MEDLINE, the Web of Science or CINAHL as a whole, whose lines have no names. */
const WHOLE_RECORD =
  /^\d{4}-\d{3}[\dx]\s*\n[^]*\njournal article\s*(?:\n|$)|^(?:[^\s,][^\n,]{1,60}, [^\n,]{1,40}\n)+journal article\s*(?:\n|$)|(?:^|\n)isi document delivery no|\b(?:journal subset: |nlm uid: \d)/i;

/** Ids by scheme, as an entry's fields give them. */
type Ids = Record<string, string | undefined>;

/** An entry's notes without what a database or a tool wrote into them. */
export interface ReadNotes {
  /** What a person wrote, a text for each note that has any. */
  own: string[];
  /** Ids that notes of nothing but ids name. */
  ids: Record<string, string>;
  /** Whether lines of a database were left out. */
  isCut: boolean;
}

const isOfDatabase = (line: string): boolean =>
  RECORD.test(line) ||
  (line.includes(';') && line.split(';').every((part) => RECORD.test(part.trim())));

/** The lines of a note that only a database writes are left out; a bibliography goes on while its lines end in semicolons. */
function withoutRecords(note: string): string[] {
  const kept: string[] = [];
  let isList = false;
  for (const line of note.split(/\r\n?|\n/)) {
    const said = collapse(line);
    const isReference: boolean = isList || REFERENCES.test(said);
    isList = isReference && said.endsWith(';');
    if (!isReference && !isOfDatabase(said)) kept.push(line);
  }
  return kept;
}

/** What a note has without the lines of databases. */
interface Parted {
  text: string;
  lines: { line: string; ids: Record<string, string> | null }[];
  isCut: boolean;
}

function parted(note: string): Parted {
  const kept = WHOLE_RECORD.test(note) ? [] : withoutRecords(note);
  const text = kept.join('\n').trim();
  const lines = kept.map((line) => line.trim()).filter(Boolean);
  return {
    text,
    lines: lines.map((line) => ({ line, ids: idsOfLine(line) })),
    isCut: text.length < note.trim().length,
  };
}

/** What arXiv's and Zotero's lines have, and a person's rarely: the category. */
const PRINTED = /^arxiv:\s*\S+ \[[\w.-]+\]$/i;

/** Whether an entry that has ids may take those of a line: numbers of PubMed, a printed line of arXiv, and ids that it has already. */
const mayJoin = (line: string, ids: Record<string, string>, made: readonly string[]): boolean =>
  made.length === 0 ||
  PRINTED.test(line) ||
  keysOf(ids, '')
    .filter(isStrong)
    .every((key) => /^pmc?id:/.test(key) || made.includes(key));

/**
 * Reads the notes of an entry: lines of databases are left out, and a note of nothing but ids tells which paper the
 * entry is. An id beside a person's words is that of another paper, and so is one alone in a note of an entry that its
 * own fields (`made`) identify already; such notes stay as they are.
 */
export function readNotes(notes: readonly string[], made: Ids = {}): ReadNotes {
  const keys = keysOf(presentIds(made), '').filter(isStrong);
  const all = notes.map(parted);
  const isOfTool = all.some((note) => note.isCut || note.lines.some(({ ids }) => ids !== null));
  const isPersons = ({ lines }: Parted): boolean =>
    !lines.every(({ line, ids }) =>
      ids ? mayJoin(line, ids, keys) : LIKELY.test(line) || (isOfTool && BESIDE.test(line)),
    );
  const rest = all.filter((note) => !isPersons(note));
  const named = rest.flatMap(({ lines }) => lines.flatMap(({ ids }) => (ids ? [ids] : [])));
  const ids = joinedIds(named);
  const isCut =
    all.some((note) => note.isCut) ||
    rest.some(({ lines }) => lines.some((line) => line.ids === null));
  const kept = ids ? all.filter(isPersons) : all.filter(({ text }) => text !== '');
  return { own: kept.map(({ text }) => text), ids: ids ?? {}, isCut };
}

/** How the preview names what was left out of the notes in a field. */
export const leftOutOf = (field: string, { isCut }: ReadNotes): string[] =>
  isCut ? [`${field} (lines of a database)`] : [];
