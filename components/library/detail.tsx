import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryPaper } from '@/domain/paper';
import type { LibraryState } from './state';
import './detail.css';

/** The paper that is chosen, whole. */
export function Detail({ library }: { library: LibraryState }) {
  const { paper: id } = library.route.value;
  const known = library.papers.listed.value.papers.find((paper) => paper.id === id);
  const [paper, setPaper] = useState<LibraryPaper | null>(known ?? null);
  const changes = library.changes.value;
  useEffect(() => {
    if (known) return setPaper(known);
    if (id === null) return setPaper(null);
    let isCurrent = true;
    void library
      .call('library.list', { text: '', tags: [], status: null, ids: [id], after: null, limit: 1 })
      .then((answer) => isCurrent && setPaper(answer.ok ? (answer.value.papers[0] ?? null) : null));
    return () => {
      isCurrent = false;
    };
  }, [id, known, changes]);
  if (id === null || !paper) return <p class="detail-none">{i18n.t('library.detail.none')}</p>;
  return (
    <article class="detail-paper" aria-label={paper.title}>
      <h2>{paper.title}</h2>
      <p class="detail-authors">{paper.authors.join(', ')}</p>
      <p class="detail-abstract">{paper.abstract}</p>
    </article>
  );
}
