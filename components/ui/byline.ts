import { i18n } from '#i18n';
import { publishedIn } from '@/domain/identity/published';
import type { LibraryPaper } from '@/domain/paper/paper';

/** The authors as a line has room for: three, or the first and how many more. */
const authorsLine = (authors: readonly string[]): string =>
  authors.length <= 3
    ? authors.join(', ')
    : i18n.t('library.row.authors', [authors[0] ?? '', String(authors.length - 1)]);

/** Who wrote a paper, when and where it appeared: `Ann Author, Bo Builder · 2024 · NeurIPS`. */
export const byline = (paper: Pick<LibraryPaper, 'authors' | 'keys' | 'facts'>): string =>
  [authorsLine(paper.authors), publishedIn(paper), paper.facts.venue?.value]
    .filter(Boolean)
    .join(' · ');
