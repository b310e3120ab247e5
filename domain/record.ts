import type { Stamp } from './clock';
import type { NoteRecord } from './note';
import type { Highlight, Listing, PaperKey, PaperState, Sighting, Status, Tag } from './paper';
import { noteRevision, noteText } from './note';

/** Fields that a newer version of Gloss wrote: kept, and handed on. */
export interface Extra {
  extra?: Record<string, unknown>;
}

/** A paper as it is kept: what it is, and what a person made of it with a stamp for each field. */
export interface PaperRecord extends Extra {
  /** A key of the paper: its strongest when it was made. */
  id: string;
  /** Ids of papers that turned out to be this one. */
  aliases: string[];
  keys: PaperKey[];
  title: string;
  authors: string[];
  abstract: string;
  links: string[];
  listings: Listing[];
  status: Status | null;
  /** Ids. A tag that was taken off is not here but has a stamp. */
  tags: string[];
  note: NoteRecord;
  /** Of `status` and of each `tag:<id>`. */
  stamps: Record<string, Stamp>;
  /** Milliseconds since 1970. */
  savedAt: number | null;
  createdAt: number;
  updatedAt: number;
}

/** A highlight as it is kept; one that was removed stays, so that no other machine brings it back. */
export interface HighlightRecord extends Highlight, Extra {
  paperId: string;
  removed: boolean;
  /** Of `colour`, `comment` and `removed`. */
  stamps: Record<string, Stamp>;
}

export interface TagRecord extends Tag, Extra {
  /** When it was put on a paper last, milliseconds since 1970. */
  usedAt: number;
  /** Of `name` and `colour`. */
  stamps: Record<string, Stamp>;
}

/** What a listing page is told of a paper. */
export const stateOf = (
  { id, keys, status, note, savedAt }: PaperRecord,
  tags: Tag[],
  highlights: Highlight[],
  sighting: Sighting | null,
): PaperState => ({
  id,
  keys,
  status,
  tags,
  note: { text: noteText(note), revision: noteRevision(note) },
  highlights,
  sighting,
  savedAt,
});

/** A highlight without what only the store needs. */
export const highlightOf = (record: HighlightRecord): Highlight => {
  const { id, field, quote, position, colour, comment, source, createdAt } = record;
  return { id, field, quote, position, colour, comment, source, createdAt };
};

/** A tag without what only the store needs. */
export const tagOf = ({ id, name, colour }: TagRecord): Tag => ({ id, name, colour });
