import { collapse } from '@/domain/text';
import { isStrong, keysOf } from '@/domain/identity/paper-key';
import { BESIDE, isRemark, LIKELY, withoutRecords } from './database-lines';
import { idsOfLine, joinedIds, presentIds } from './id-lines';
import { fromRayyan } from './rayyan';

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

/** The lines of a note that a person may have written. */
const ownLines = (note: string, isOfArxiv: boolean): string[] =>
  withoutRecords(note.split(/\r\n?|\n/)).filter((line) => !isOfArxiv || !isRemark(collapse(line)));

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
  const rest = ownLines(note, made['arxiv'] !== undefined);
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
  const kept = lines.filter((line) => !isRemark(line));
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
