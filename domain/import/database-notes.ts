import { collapse } from '@/domain/text';
import { between, pattern } from '@/domain/text/phrases';
import { isStrong, keysOf } from '@/domain/identity/paper-key';
import { idsOfLine, joinedIds, presentIds } from './id-lines';
import { fromRayyan } from './rayyan';

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
    container-title:.*, coden - [a-z0-9]{5\,6}, number of (?:references|pages) - \d+, pages - [\d–-]+,
    place of publication - .*, (?:identifier|location|isbn|issn) - [\d\-x/]+, ui - \d{6\,9}
    `.replaceAll(String.raw`\,`, ','),
    String.raw`\s*$`,
  ),
);

/** What authors wrote beside their preprint on arXiv, as Zotero keeps it: `Comment: 10 pages, 5 figures`. */
const OF_ARXIV =
  /^(?:<[^<>]*>)*\s*comments?:\s.*(?:\bpages?\b|\bpp\b|\bfig(?:ure)?s?\b|\btables?\b|accepted|to appear|published|submitted|appendi|presented|camera.ready|conference|workshop|proceedings|journal|\bv(?:ersion)?\s?\d|code (?:is |and )?|github|https?:|withdrawn|\b20\d\d\b)/i;

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

/** The record of MEDLINE without its journal's number: authors, a language, a kind, a country, and where it appeared. */
const MEDLINE =
  /^(?:[^\s,][^\n,]{1,60}, [^\n,]{1,40}\n)+[a-z]{3}\n(?:[^\n]{1,80}\n){1,8}[^\n]*\b(?:19|20)\d\d\b/;

/** Lines of ids that Zotero keeps before a note's own words. */
const FIELD_OF_ID = /^pmc?id:\s*(?:pmc)?\d+$/i;

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
  /** Labels that a tool for reviews wrote into a note. */
  tags?: string[];
}

const isOfDatabase = (line: string): boolean =>
  RECORD.test(line) ||
  (line.includes(';') && line.split(';').every((part) => RECORD.test(part.trim())));

/** The lines of a note that only a database writes are left out; a bibliography goes on while its lines end in semicolons. */
function withoutRecords(note: string, isOfArxiv: boolean): string[] {
  const kept: string[] = [];
  let isList = false;
  for (const line of note.split(/\r\n?|\n/)) {
    const said = collapse(line);
    if (isOfArxiv && OF_ARXIV.test(said)) continue;
    const isReference: boolean = isList || REFERENCES.test(said);
    isList = isReference && said.endsWith(';');
    if (!isReference && !isOfDatabase(said)) kept.push(line);
  }
  return kept;
}

/** What a note has without the lines of databases. */
interface Parted {
  text: string;
  /** Ids in lines before the words. */
  ids: Record<string, string>;
  lines: { line: string; ids: Record<string, string> | null }[];
  isCut: boolean;
}

/** Ids in the lines before the words of a note, and the lines that are left; none where they are another paper's. */
function fieldsBefore(
  lines: readonly string[],
  made: Ids,
): { ids: Record<string, string>; kept: readonly string[] } {
  const from = lines.findIndex((line) => line.trim() !== '' && !FIELD_OF_ID.test(line.trim()));
  const kept = lines.slice(from);
  const hasWords = kept.some((line) => line.trim() !== '' && idsOfLine(line) === null);
  if (from <= 0 || !hasWords) return { ids: {}, kept: lines };
  const ids = joinedIds(lines.slice(0, from).map((line) => idsOfLine(line) ?? {}));
  const isOwn = Object.entries(ids ?? {}).every(([scheme, id]) => (made[scheme] ?? id) === id);
  return ids && isOwn ? { ids, kept } : { ids: {}, kept: lines };
}

function parted(note: string, made: Ids): Parted {
  const isRecord = WHOLE_RECORD.test(note) || MEDLINE.test(note);
  const rest = isRecord ? [] : withoutRecords(note, made['arxiv'] !== undefined);
  const { ids, kept } = fieldsBefore(rest, made);
  const text = kept.join('\n').trim();
  const lines = kept.map((line) => line.trim()).filter(Boolean);
  return {
    text,
    ids,
    lines: lines.map((line) => ({ line, ids: idsOfLine(line) })),
    isCut: text.length < note.trim().length,
  };
}

/** A note of an arXiv paper without the authors' remarks from its page there. */
export function withoutRemarks(note: string): { text: string; isCut: boolean } {
  const lines = note.split('\n');
  const kept = lines.filter((line) => !OF_ARXIV.test(line));
  return { text: kept.join('\n'), isCut: kept.length < lines.length };
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
  const reviews = notes.map(fromRayyan);
  const tags = reviews.flatMap((review) => review.tags);
  const all = reviews.map(({ text, isCut }) => {
    const one = parted(text, made);
    return { ...one, isCut: one.isCut || isCut };
  });
  const isOfTool = all.some((note) => note.isCut || note.lines.some(({ ids }) => ids !== null));
  const isPersons = ({ lines }: Parted): boolean =>
    !lines.every(({ line, ids }) =>
      ids ? mayJoin(line, ids, keys) : LIKELY.test(line) || (isOfTool && BESIDE.test(line)),
    );
  const rest = all.filter((note) => !isPersons(note));
  const named = rest.flatMap(({ lines }) => lines.flatMap(({ ids }) => (ids ? [ids] : [])));
  const ids = joinedIds(named);
  const before = joinedIds(all.map((note) => note.ids)) ?? {};
  const isCut =
    all.some((note) => note.isCut) ||
    rest.some(({ lines }) => lines.some((line) => line.ids === null));
  const kept = ids ? all.filter(isPersons) : all.filter(({ text }) => text !== '');
  return {
    own: kept.map(({ text }) => text),
    ids: { ...before, ...ids },
    isCut,
    ...(tags.length > 0 ? { tags } : {}),
  };
}

/** How the preview names what was left out of the notes in a field. */
export const leftOutOf = (field: string, { isCut }: ReadNotes): string[] =>
  isCut ? [`${field} (lines of a database)`] : [];
