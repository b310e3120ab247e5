import type { Colour, Status } from '@/domain/paper/paper';

/*
 * What must be in the library, kept beside the product and without its code: plain values, and for each when it was
 * set by this run's own count of acts (`at`), which no clock of a machine moves.
 */

/** A value and the act that set it. */
export interface Field<T> {
  value: T;
  at: number;
}

/** One text of a note, and the edit that made it. */
export interface Head {
  edit: string;
  text: string;
}

export interface ModelHighlight {
  colour: Field<Colour>;
  comment: Field<string>;
  removed: Field<boolean>;
}

export interface ModelPaper {
  status: Field<Status | null>;
  removed: Field<boolean>;
  /** By the tag's id; one that was taken off is here as `false`. */
  tags: Record<string, Field<boolean>>;
  /** `known`: all edits that its texts come from. */
  note: { heads: Head[]; known: string[]; at: number };
  highlights: Record<string, ModelHighlight>;
}

export interface ModelTag {
  name: Field<string>;
  removed: Field<boolean>;
}

/** All that a person made: papers, tags and kept searches, each by its id. */
export interface Library {
  papers: Record<string, ModelPaper>;
  tags: Record<string, ModelTag>;
  /** The name of each search; `null` where it was deleted. */
  searches: Record<string, Field<string | null>>;
}

export const emptyLibrary = (): Library => ({ papers: {}, tags: {}, searches: {} });

const never = <T>(value: T): Field<T> => ({ value, at: 0 });

export const newPaper = (): ModelPaper => ({
  status: never(null),
  removed: never(false),
  tags: {},
  note: { heads: [], known: [], at: 0 },
  highlights: {},
});

/** Separates two texts of one note (docs/export-format.md). */
export const BETWEEN = '\n\n---\n\n';

/** The texts of a note, each once, in the order of the alphabet: the product decides which of two comes first. */
export const textsOf = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => text.split(BETWEEN)))]
    .filter((text) => text !== '')
    .toSorted();

/** The tag that has a name. */
export const tagNamed = (library: Library, name: string): string | undefined =>
  Object.keys(library.tags).find(
    (id) => !library.tags[id]?.removed.value && library.tags[id]?.name.value === name,
  );

/** When something was done to a paper last, its removal aside. */
export const lastEdit = ({ status, tags, note, highlights }: ModelPaper): number =>
  Math.max(
    status.at,
    note.at,
    ...Object.values(tags).map(({ at }) => at),
    ...Object.values(highlights).flatMap((one) => [one.colour.at, one.comment.at, one.removed.at]),
  );

/** A library in which what was done to papers in the trash, as a tag's deletion does, brings none of them back. */
export const leftInTrash = ({ papers, ...rest }: Library): Library => ({
  ...rest,
  papers: Object.fromEntries(
    Object.entries(papers).map(([id, paper]) => [
      id,
      paper.removed.value ? withRemoval(paper) : paper,
    ]),
  ),
});

/** All that was done to a removed paper since counts as done with its removal; that follows the text of a note. */
function withRemoval(paper: ModelPaper): ModelPaper {
  const at = Math.max(paper.removed.at, paper.note.at);
  const by = <T>({ value, at: own }: Field<T>): Field<T> => ({ value, at: Math.min(own, at) });
  return {
    ...paper,
    removed: { value: true, at },
    status: by(paper.status),
    tags: Object.fromEntries(Object.entries(paper.tags).map(([id, on]) => [id, by(on)])),
    highlights: Object.fromEntries(
      Object.entries(paper.highlights).map(([id, { colour, comment, removed }]) => [
        id,
        { colour: by(colour), comment: by(comment), removed: by(removed) },
      ]),
    ),
  };
}
