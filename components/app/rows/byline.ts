import { i18n } from '#i18n';
import { publishedIn } from '@/domain/identity/published';
import type { LibraryPaper } from '@/domain/paper/paper';

/** The authors as a line has room for: three, or the first and how many more. */
export const authorsLine = (authors: readonly string[]): string =>
  authors.length <= 3
    ? authors.join(', ')
    : i18n.t('library.row.authors', [authors[0] ?? '', String(authors.length - 1)]);

/** When and where a paper appeared: `2024 · NeurIPS`; the year once where the venue's name has it. */
export function printedLine(paper: Pick<LibraryPaper, 'keys' | 'facts'>): string {
  const [year, venue] = [publishedIn(paper), paper.facts.venue?.value];
  const isNamed = year !== null && venue?.includes(String(year));
  return [isNamed ? null : year, venue].filter(Boolean).join(' · ');
}
