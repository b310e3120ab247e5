import { latest, type Stamp } from './clock';
import type { Appearance } from './appearance';
import type { Facts } from './facts';
import type { TextSources } from './text-source';
import type { NoteRecord } from './note';
import {
  type Highlight,
  type Listing,
  type PaperKey,
  type Sighting,
  type Status,
  type Tag,
} from './paper';

/** Fields that a newer version of Gloss wrote: kept, and handed on. */
export interface Extra {
  extra?: Record<string, unknown>;
}

/** One record of a paper: its facts, and the person's status, tags and notes with a stamp for each field. */
export interface PartRecord extends Extra {
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
  /** The sources of title and abstract; the better source wins a merge. */
  sources?: TextSources;
  /** When and where it appeared, each fact with its source. */
  facts?: Facts;
  /** Versions and venues that lists showed it in, in the order of time. */
  appearances?: Appearance[];
  status: Status | null;
  /** Ids. A tag that was taken off is not here but has a stamp. */
  tags: string[];
  note: NoteRecord;
  /**
   * In the trash. It stays, so that no other machine brings it back; only an edit that is later than the
   * removal does.
   */
  removed: boolean;
  /** Purged from the trash: only identity and tombstone remain. */
  erased?: true;
  /** Ids of papers that a person said are not this one: no page joins them again. */
  apart?: string[];
  /** Of `status`, `removed`, each `tag:<id>` and `apart:<id>`, and of the latest edit of a highlight (`highlights`). */
  stamps: Record<string, Stamp>;
  /** Milliseconds since 1970. */
  savedAt: number | null;
  /** Up to when the person has seen the paper's notices, milliseconds since 1970; missing where they saw none. */
  noticedAt?: number;
  createdAt: number;
  updatedAt: number;
}

/** A status and when the paper was saved. */
export type Decision = Pick<PartRecord, 'status' | 'savedAt'>;

/** A paper as it is kept. */
export interface PaperRecord extends PartRecord {
  /** Names that it has and that belong to another paper, as long as that is there. */
  claims?: PaperKey[];
  /**
   * The records that it is made of, where it is not one alone: which records are one paper is worked out again
   * when more is known. What is done to the paper goes to the one that has its id (`domain/identity/parts.ts`).
   */
  parts?: PartRecord[];
}

/** A highlight as it is kept; one that was removed stays, so that no other machine brings it back. */
export interface HighlightRecord extends Highlight, Extra {
  paperId: string;
  /** The id that its paper had where it was made, when that is another. */
  home?: string;
  removed: boolean;
  /** Of `colour`, `comment` and `removed`. */
  stamps: Record<string, Stamp>;
}

export interface TagRecord extends Tag, Extra {
  /** When it was put on a paper last, milliseconds since 1970. */
  usedAt: number;
  /** One that was removed stays, as a paper does. */
  removed: boolean;
  /** Of `name`, `colour` and `removed`. */
  stamps: Record<string, Stamp>;
}

/**
 * A value under a name that travels with the library: a setting that is the same on all machines, a saved
 * search, a topic's name. `null` is a value that was removed; it stays, as a paper does.
 */
export interface SharedRecord {
  /** `<kind>:<name>`; an item of a list has its id as the name. */
  key: string;
  /** JSON. */
  value: unknown;
  stamp: Stamp;
}

/** That a paper key was on the screen: small, so that 100,000 are nothing. */
export interface SightingRecord extends Sighting {
  key: PaperKey;
}

/**
 * The stamp of the latest thing that a person did with a paper; empty when nothing. Its removal, a look at its notices,
 * and that it is or isn't one with another are no such things.
 */
export const latestEdit = ({ stamps, note }: Pick<PaperRecord, 'stamps' | 'note'>): Stamp | '' =>
  [
    ...Object.entries(stamps).flatMap(([name, stamp]) =>
      name === 'removed' || name === 'noticed' || name.startsWith('apart:') ? [] : stamp,
    ),
    ...Object.values(note.seen),
  ].reduce((last, stamp) => (stamp > last ? stamp : last), '');

/** The latest stamp in a record and in the records that it is made of; `null` where there is none. */
export function latestStamp({ stamps, note, parts = [] }: Stamped): Stamp | null {
  const own = [
    ...Object.values(stamps),
    ...Object.values(note?.seen ?? {}),
    ...(note?.heads.map(({ stamp }) => stamp) ?? []),
    ...parts.map(latestStamp),
  ];
  return own.reduce<Stamp | null>(latest, null);
}

/** A record of any kind, as far as its stamps go. */
interface Stamped {
  stamps: Record<string, Stamp>;
  note?: NoteRecord | undefined;
  parts?: Stamped[] | undefined;
}

/** A highlight at the paper that has the record it was made at, which it keeps as its `home`. */
export function highlightAt(
  { paperId, home = paperId, ...highlight }: HighlightRecord,
  id: string,
): HighlightRecord {
  return { ...highlight, paperId: id, ...(id === home ? {} : { home }) };
}

/** A highlight without what only the store needs. */
export const highlightOf = (record: HighlightRecord): Highlight => {
  const { id, field, quote, position, colour, comment, source, createdAt } = record;
  return { id, field, quote, position, colour, comment, source, createdAt };
};

/** A tag without what only the store needs. */
export const tagOf = ({ id, name, colour }: TagRecord): Tag => ({ id, name, colour });
