import {
  type Field,
  type Head,
  lastEdit,
  type Library,
  type ModelHighlight,
  type ModelPaper,
  type ModelTag,
  newPaper,
  textsOf,
} from './library';

/*
 * What two states of one library make together: each field is the one that was set later. Written apart from
 * `domain/identity/merge.ts`, which it checks.
 */

const later = <T>(a: Field<T>, b: Field<T>): Field<T> => (b.at > a.at ? b : a);

/** Two tables as one: each name with the values of both. */
function both<T>(
  a: Record<string, T>,
  b: Record<string, T>,
  merge: (a: T, b: T) => T,
): Record<string, T> {
  const merged = { ...a };
  for (const [name, other] of Object.entries(b)) {
    const own = merged[name];
    merged[name] = own === undefined ? other : merge(own, other);
  }
  return merged;
}

/** A text stays unless the other side knew its edit and wrote another. */
function mergeNotes(a: ModelPaper['note'], b: ModelPaper['note']): ModelPaper['note'] {
  const has = ({ heads }: ModelPaper['note'], edit: string): boolean =>
    heads.some((head) => head.edit === edit);
  const stays = (head: Head, other: ModelPaper['note']): boolean =>
    !other.known.includes(head.edit) || has(other, head.edit);
  const heads = [
    ...a.heads.filter((head) => stays(head, b)),
    ...b.heads.filter((head) => !has(a, head.edit) && stays(head, a)),
  ];
  return { heads, known: [...new Set([...a.known, ...b.known])], at: Math.max(a.at, b.at) };
}

const mergeHighlights = (a: ModelHighlight, b: ModelHighlight): ModelHighlight => ({
  colour: later(a.colour, b.colour),
  comment: later(a.comment, b.comment),
  removed: later(a.removed, b.removed),
});

const mergeTags = (a: ModelTag, b: ModelTag): ModelTag => ({
  name: later(a.name, b.name),
  removed: later(a.removed, b.removed),
});

/** An edit that is later than the removal brings a paper back. */
const settled = (paper: ModelPaper): ModelPaper =>
  paper.removed.value && lastEdit(paper) > paper.removed.at
    ? { ...paper, removed: { value: false, at: paper.removed.at } }
    : paper;

const mergePapers = (a: ModelPaper, b: ModelPaper): ModelPaper =>
  settled({
    status: later(a.status, b.status),
    removed: later(a.removed, b.removed),
    tags: both(a.tags, b.tags, later),
    note: mergeNotes(a.note, b.note),
    highlights: both(a.highlights, b.highlights, mergeHighlights),
  });

/** A library after a file was imported that holds another state of it. */
export const mergeLibraries = (a: Library, b: Library): Library => ({
  papers: both(a.papers, b.papers, mergePapers),
  tags: both(a.tags, b.tags, mergeTags),
  searches: both(a.searches, b.searches, later),
});

/** A paper as if all of it had been set by one act. */
function setAgain(paper: ModelPaper, at: number): ModelPaper {
  const again = <T>({ value }: Field<T>): Field<T> => ({ value, at });
  const texts = textsOf(paper.note.heads.map(({ text }) => text));
  const heads = texts.map((text, index) => ({ edit: `${at}/${index}`, text }));
  return {
    status: paper.status.at > 0 ? again(paper.status) : paper.status,
    removed: again(paper.removed),
    tags: Object.fromEntries(Object.entries(paper.tags).map(([id, on]) => [id, again(on)])),
    note: { heads, known: heads.map(({ edit }) => edit), at: heads.length > 0 ? at : 0 },
    highlights: Object.fromEntries(
      Object.entries(paper.highlights).map(([id, { colour, comment, removed }]) => [
        id,
        { colour: again(colour), comment: again(comment), removed: again(removed) },
      ]),
    ),
  };
}

/** A library after a backup brought back what is missing: papers deleted since come back as they were in it. */
export function bringBack(now: Library, backup: Library, at: number): Library {
  const papers = Object.entries(backup.papers).map(([id, old]) => [
    id,
    (now.papers[id] ?? newPaper()).removed.value && !old.removed.value ? setAgain(old, at) : old,
  ]);
  return mergeLibraries(now, { ...backup, papers: Object.fromEntries(papers) });
}
