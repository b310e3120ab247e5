import type { ExportHead } from '@/domain/export/document';
import type { PaperDocument } from '@/domain/export/schema';
import { type Library, textsOf } from './library';

/** All that a person sees of a library, those in the trash included, as values that are equal as JSON. */
export interface View {
  tags: string[];
  papers: Record<string, PaperView>;
}

interface PaperView {
  status: string | null;
  removed: boolean;
  tags: string[];
  note: string[];
  /** By id: colour and comment. */
  highlights: Record<string, [string, string]>;
}

/**
 * A paper of which nothing is left says no more than one that was never there, in the trash too: whether an act that
 * was not acknowledged made it is not seen.
 */
const isNothing = ({ status, tags, note, highlights }: PaperView): boolean =>
  status === null && tags.length === 0 && note.length === 0 && Object.keys(highlights).length === 0;

const viewOf = (tags: string[], papers: [string, PaperView][]): View => ({
  tags: tags.toSorted(),
  papers: Object.fromEntries(
    papers.filter(([, paper]) => !isNothing(paper)).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ),
});

const highlightsOf = <T extends { id: string }>(
  list: T[],
  isRemoved: (one: T) => boolean,
  say: (one: T) => [string, string],
): Record<string, [string, string]> =>
  Object.fromEntries(
    list
      .filter((one) => !isRemoved(one))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((one) => [one.id, say(one)]),
  );

/** What the model says. */
export function modelView({ tags, papers }: Library): View {
  const isThere = (id: string): boolean => tags[id]?.removed.value === false;
  const nameOf = (id: string): string => tags[id]?.name.value ?? id;
  return viewOf(
    Object.keys(tags).filter(isThere).map(nameOf),
    Object.entries(papers).map(([id, paper]) => [
      id,
      {
        status: paper.status.value,
        removed: paper.removed.value,
        tags: Object.keys(paper.tags)
          .filter((tag) => paper.tags[tag]?.value && isThere(tag))
          .map(nameOf)
          .toSorted(),
        note: textsOf(paper.note.heads.map(({ text }) => text)),
        highlights: highlightsOf(
          Object.entries(paper.highlights).map(([name, one]) => ({ ...one, id: name })),
          ({ removed }) => removed.value,
          ({ colour, comment }) => [colour.value, comment.value],
        ),
      },
    ]),
  );
}

/** A whole export, as it was read. */
export interface Exported {
  head: ExportHead;
  papers: PaperDocument[];
}

/** What an export says. */
export function exportView({ head, papers }: Exported): View {
  const names = new Map(
    head.tags.filter(({ removed }) => removed !== true).map(({ id, name }) => [id, name]),
  );
  return viewOf(
    [...names.values()],
    papers.map((paper) => [
      paper.id,
      {
        status: paper.status,
        removed: paper.removed === true,
        tags: paper.tags.flatMap((id) => names.get(id) ?? []).toSorted(),
        note: textsOf([paper.note.text]),
        highlights: highlightsOf(
          paper.highlights,
          ({ removed }) => removed === true,
          ({ colour, comment }) => [colour, comment],
        ),
      },
    ]),
  );
}

/** Where two views differ, a line each: what must be there, and what is. */
export function differences(expected: View, found: View): string[] {
  const lines: string[] = [];
  const compare = (place: string, a: unknown, b: unknown): void => {
    const [must, is] = [JSON.stringify(a), JSON.stringify(b)];
    if (must !== is) lines.push(`${place}: expected ${must}, found ${is}`);
  };
  compare('tags', expected.tags, found.tags);
  for (const id of new Set([...Object.keys(expected.papers), ...Object.keys(found.papers)])) {
    const [a, b] = [expected.papers[id], found.papers[id]];
    if (!a || !b) compare(id, a ?? null, b ?? null);
    else
      for (const field of ['status', 'removed', 'tags', 'note', 'highlights'] as const)
        compare(`${id} ${field}`, a[field], b[field]);
  }
  return lines;
}
