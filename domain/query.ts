import type { LibraryQuery } from './library';
import type { LibraryPaper } from './paper/paper';
import { fold } from './text';

/** The words of a search, as they are compared. */
export const wordsOf = (text: string): string[] => fold(text).split(/\s+/).filter(Boolean);

/** Whether a paper has all words, each anywhere in what is known or was written of it. */
export function hasWords(paper: LibraryPaper, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = fold(
    [
      paper.title,
      paper.authors.join(' '),
      paper.tags.map(({ name }) => `#${name}`).join(' '),
      paper.note.text,
      paper.highlights.map(({ quote, comment }) => `${quote.exact} ${comment}`).join(' '),
      paper.abstract,
    ].join('\n'),
  );
  return words.every((word) => text.includes(word));
}

/** Whether a paper passes the filters of a query, its words excepted. */
export const passesFilters = (
  paper: { id: string; status: LibraryPaper['status']; tags: string[] },
  { tags, status, ids }: Pick<LibraryQuery, 'tags' | 'status' | 'ids'>,
): boolean =>
  (status === null || paper.status === status) &&
  tags.every((tag) => paper.tags.includes(tag)) &&
  (ids === null || ids.includes(paper.id));
